"""``decide stress``: every analysis of the sensitivity solver, with proofs and programs for those who want them."""

from pathlib import Path

import click

from decide.cli import lazy
from decide.cli.output import write_file
from decide.cli.progress import progress
from decide.cli.running import answering, decision_option, decision_path, format_option, possible_option
from decide.cli.saying import say
from decide.compose.names import Names
from decide.compose.stress import stress_page
from decide.load.changes import read_possible_weights
from decide.load.ids import nearest
from decide.road.circumstances import circumstances
from decide.road.findings import analyses, findings
from decide.road.possible import possible_weights
from decide.road.ranking import ranking

LARGE = 4_000
"""Candidates × criteria from which on HiGHS is worth the time that it takes to load."""


@click.command("stress")
@decision_option
@click.option("--only", metavar="ANALYSIS,…", help="Only these; `decide analyses` lists them.")
@possible_option
@click.option(
    "--draws",
    type=click.IntRange(1, 10**9),
    help="How often to draw what has no exact answer.",
)
@click.option("--seed", metavar="TEXT", help="What to draw from, instead of the decision's hash.")
@click.option("--proof", metavar="FILE", help="Write the findings with their certificates, for an independent check.")
@click.option("--lp", "programs", metavar="DIR", help="Write every linear program as a readable text, one file each.")
@format_option("text", "json", "md")
@answering
def command(
    file: str | None,
    only: str | None,
    possible: str | None,
    draws: int | None,
    seed: str | None,
    proof: str | None,
    programs: str | None,
    form: str,
    *,
    no_color: bool,
) -> None:
    """Put the ranking through every analysis: what would have to change, exactly.

    A proof is checked by  python -m decide.audit.proofs FILE, which uses nothing of the program that made it.
    """
    chosen = _chosen(only)
    ranked = ranking(decision_path(file))
    asked = read_possible_weights(possible) if possible else None
    names = Names(ranked, possible_weights(ranked, possible=asked))
    propose = lazy.tight_rows() if len(ranked.ranked) * len(ranked.leaves) >= LARGE else None
    number, source = draws or 0, seed or ""
    made = []
    with progress() as told:
        for finding in findings(
            ranked, chosen, possible=asked, propose=propose, draws=number, seed=source, progress=told.draws
        ):
            told.at(finding.analysis)
            made.append(finding)
    if proof:
        write_file(Path(proof), lazy.proof_text(ranked, names.weight_set, chosen, made, circumstances(ranked)))
    for name, text in lazy.programs(ranked, asked) if programs else ():
        write_file(Path(str(programs)) / f"{name}.lp", text)
    options = {"only": chosen, "possible": names.weight_set.form, "draws": draws, "seed": seed}
    say(
        stress_page(made, names, chosen),
        form,
        colour="never" if no_color else "auto",
        data=lambda: lazy.findings_data().findings_data(made, names, options),
    )


def _chosen(only: str | None) -> list[str]:
    known = [name for name, _, _ in analyses()]
    if only is None:
        return known
    asked = [name.strip() for name in only.split(",") if name.strip()]
    for name in asked:
        if name not in known:
            raise click.UsageError(f"there is no analysis “{name}”; {nearest(name, known)}")
    return [name for name in known if name in asked]
