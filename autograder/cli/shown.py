"""What grading looks like on the terminal."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import Console, RenderableType
from rich.markup import escape
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

if TYPE_CHECKING:
    from autograder.grading.submission import Outcome


def grading(console: Console, students: list[str], outcomes: Iterator[Outcome]) -> int:
    """One line for each finished submission, and below them who is being graded and how long it will take.

    Returns how many could not be graded.
    """
    failed = 0
    start = time.monotonic()
    width = max(map(len, students))
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(elapsed_when_finished=True),
    )
    with Progress(*columns, console=console) as progress:
        task = progress.add_task(students[0], total=len(students))
        for outcome, upcoming in zip(outcomes, [*students[1:], "done"], strict=True):
            progress.console.print(*_lines(outcome, width), sep="\n")
            failed += outcome.verdict is None
            progress.update(task, advance=1, description=upcoming)
    console.print(f"Graded {len(students) - failed} submissions in {time.monotonic() - start:.0f} s.")
    if failed:
        console.print(f"[bold red]{failed} could not be graded[/]; the same command tries them again.")
    return failed


def _lines(outcome: Outcome, width: int) -> Iterator[RenderableType]:
    verdict = outcome.verdict
    took = f"{outcome.seconds:4.0f} s" if outcome.seconds else "  kept"
    points = f"{verdict.points:5.4g} of {verdict.max_points:g} points" if verdict else "not graded"
    yield f"  {escape(outcome.student):{width}} {points} {took}"
    for remark in verdict.remarks if verdict else [outcome.failure]:
        yield Padding(f"[yellow]{escape(remark)}[/]", (0, 0, 0, width + 4))
