"""The command line: one command, ``autograder``, with subcommands.

The doctor starts at once, so it goes its own way; the other commands have more to import.
"""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> None:
    """Run the command line."""
    if sys.argv[1:2] == ["doctor"]:
        from autograder.doctor.command import main as doctor  # noqa: PLC0415

        sys.exit(doctor(sys.argv[2:]))
    from autograder.cli.app import main as others  # noqa: PLC0415  (a second of imports)

    others()
