"""Which candidate a person means: by id, or by the only name that fits."""

import click

from decide.load.ids import nearest, slug
from decide.model.ranking import Ranked, Ranking


def found(ranked: Ranking, name: str) -> Ranked:
    """Return the candidate of that id, or the only one of that name."""
    entries = {entry.candidate.id: entry for entry in (*ranked.ranked, *ranked.excluded)}
    called = [entry for entry in entries.values() if slug(entry.candidate.name) == slug(name)]
    if slug(name) in entries:
        return entries[slug(name)]
    if len(called) != 1:
        hint = nearest(slug(name), list(entries))
        raise click.UsageError(f"there is no candidate “{name}”{'; ' if hint else ''}{hint}")
    return called[0]
