"""The command line: one command, ``autograder``, with subcommands."""

from __future__ import annotations

import sys
import warnings

from rich.console import Console

from autograder.cli.app import app
from autograder.datasets import DataError
from autograder.environment import prepare
from autograder.gradebook.course import CourseError
from autograder.rubric import RubricError

__all__ = ["main"]


def main() -> None:
    """Run the command line. An error that a person can mend is one sentence on stderr and exit code 2."""
    prepare()
    # nbgrader builds its rows in an order that SQLAlchemy remarks on; the rows are right
    warnings.filterwarnings("ignore", message="Object of type .* not in session")
    try:
        app()
    except (CourseError, DataError, RubricError) as error:
        Console(stderr=True, highlight=False, soft_wrap=True).print(f"[bold red]error:[/] {error}")
        sys.exit(2)
