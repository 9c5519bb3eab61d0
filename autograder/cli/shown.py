"""What grading looks like on the terminal."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import Console, RenderableType
from rich.markup import escape
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn
from rich.table import Table

from autograder.grading.events import Outcome, Started

if TYPE_CHECKING:
    from autograder.grading.returning import Page
    from autograder.judge.validity import Row
    from autograder.report.measures import Submission

_WIDEST_NAME = 24


def grading(console: Console, students: list[str], events: Iterator[Started | Outcome]) -> int:
    """One line for each finished submission, and below them who is being graded, and how long all of it will take.

    Returns how many could not be graded.
    """
    failed = 0
    start = time.monotonic()
    width = min(max(map(len, students)), _WIDEST_NAME)
    with _progress(console) as progress:
        total = progress.add_task("all", total=len(students))
        running = {}
        for event in events:
            if isinstance(event, Started):
                running[event.student] = progress.add_task(event.student, total=None)
                continue
            if event.student in running:
                progress.remove_task(running.pop(event.student))
            progress.console.print(*_lines(event, width), sep="\n")
            failed += event.verdict is None
            progress.advance(total)
    console.print(f"Graded {len(students) - failed} submissions in {time.monotonic() - start:.0f} s.")
    if failed:
        console.print(f"[bold red]{failed} could not be graded[/]; the same command tries them again.")
    return failed


def standing(console: Console, exercise: str, rows: list[Submission]) -> None:
    """A table of all students, and how many have come how far."""
    table = Table("student", "stage", "points", "late", "feedback", title=exercise)
    for row in rows:
        score = row.score
        points = f"{score.points:g} of {score.max_points:g}" if score else ""
        late = f"{row.late / 3600:.1f} h, {-row.penalty:g} points" if row.late else ""
        table.add_row(
            escape(f"{row.student} {row.name}".strip()), row.stage, points, late, "written" if row.feedback else ""
        )
    console.print(table)
    counted = Counter(row.stage for row in rows)
    console.print("; ".join(f"{stage}: {count}" for stage, count in counted.items()) or "Nobody is known yet.")


def pages(console: Console, total: int, written: Iterator[Page]) -> int:
    """A bar while feedback is written, then what became of it. Returns how many pages could not be written."""
    failed, unmarked = 0, 0
    with _progress(console) as progress:
        task = progress.add_task("feedback", total=total)
        for page in written:
            if page.failure:
                failed += 1
                progress.console.print(f"  {escape(page.student)}: [yellow]{escape(page.failure)}[/]")
            unmarked += bool(page.unmarked)
            progress.advance(task)
    console.print(f"Wrote feedback for {total - failed} students.")
    if unmarked:
        console.print(
            f"[yellow]{unmarked} of them wait for somebody to mark a written answer[/]; their pages say so."
        )
    if failed:
        console.print(f"[bold red]{failed} pages could not be written.[/]")
    return failed


def examining(console: Console, exercise: str, total: int, rows: Iterator[Row]) -> None:
    """Which answer was just judged, and how long the rest will take."""
    with _progress(console) as progress:
        task = progress.add_task(exercise, total=total)
        for row in rows:
            progress.update(task, advance=1, description=f"{exercise} {row.answer}")


def validity(console: Console, exercise: str, rows: list[Row]) -> int:
    """A table of all answers: how often each was judged as it should be. Returns how many trials were not."""
    table = Table("answer", "trials", "misjudged", "measured", title=f"{exercise}: is the rubric valid?")
    for name in dict.fromkeys(row.answer for row in rows):
        own = [row for row in rows if row.answer == name]
        wrong = sum(not row.as_it_should for row in own)
        measured = zip(*(map(float, row.value.split()) for row in own if row.value), strict=False)
        spans = ", ".join(f"{min(values):.3f} to {max(values):.3f}" for values in measured)
        table.add_row(name, str(len(own)), f"[bold red]{wrong}[/]" if wrong else "0", spans)
    console.print(table)
    return sum(not row.as_it_should for row in rows)


def _progress(console: Console) -> Progress:
    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(elapsed_when_finished=True),
        console=console,
    )


def _lines(outcome: Outcome, width: int) -> Iterator[RenderableType]:
    verdict = outcome.verdict
    took = f"{outcome.seconds:4.0f} s" if outcome.seconds else "  kept"
    points = f"{verdict.points:5.4g} of {verdict.max_points:g} points" if verdict else "not graded"
    yield f"  {escape(outcome.student):{width}} {points} {took}"
    for remark in verdict.remarks if verdict else [outcome.failure]:
        yield Padding(f"[yellow]{escape(remark)}[/]", (0, 0, 0, width + 4))
