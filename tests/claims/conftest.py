"""Where the tests of the ledger find it: ``experiments/`` is a folder of scripts, not a package."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2] / "experiments"))
