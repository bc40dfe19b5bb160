"""How Hypothesis runs: the same examples everywhere, or new ones each night.

The profile ``ci`` draws the same examples on every machine. ``HYPOTHESIS_PROFILE=random pytest`` looks for new ones
and keeps what it finds in ``.hypothesis/``, which is not committed; what it found becomes an ``@example``.
"""

import os
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis.database import DirectoryBasedExampleDatabase

_FOUND = Path(__file__).resolve().parent.parent / ".hypothesis" / "examples"
# How long a draw takes says something of the machine, and nothing of the program.
_SLOWNESS = [HealthCheck.too_slow]

settings.register_profile(
    "ci", derandomize=True, max_examples=200, deadline=None, print_blob=True, suppress_health_check=_SLOWNESS
)
settings.register_profile(
    "random",
    derandomize=False,
    max_examples=1000,
    deadline=None,
    print_blob=True,
    suppress_health_check=_SLOWNESS,
    database=DirectoryBasedExampleDatabase(_FOUND),
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
