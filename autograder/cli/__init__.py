"""The command line: one command, ``autograder``, with subcommands.

The doctor starts at once, so it goes its own way; the other commands have more to import.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec

__all__ = ["main"]


def main() -> None:
    """Run the command line."""
    if sys.argv[1:2] == ["doctor"]:
        from autograder.doctor.command import main as doctor  # noqa: PLC0415

        sys.exit(doctor(sys.argv[2:]))
    if find_spec("autograder.cli.app") is None:
        sys.exit("This is the package for students. It has one command: autograder doctor --help tells about it.")
    from autograder.cli.app import main as others  # noqa: PLC0415  (a second of imports)

    others()
