"""What grading looks like on the terminal."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Console, RenderableType
from rich.markup import escape
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, SpinnerColumn, Task, TextColumn
from rich.table import Column, Table
from rich.text import Text

from autograder.grading.events import Outcome, Started
from autograder.rubric.verdict import plain

if TYPE_CHECKING:
    from datetime import datetime

    from autograder.gradebook.collecting import Collected
    from autograder.grading.changes import Change
    from autograder.grading.returning import Page
    from autograder.judge.validity import Row
    from autograder.report.costs import Cost
    from autograder.report.measures import Standing
    from autograder.rubric import Verdict

MOMENT = "%Y-%m-%d %H:%M %Z"
_WIDEST_NAME = 24
_MOST_NAMED = 5


def grading(
    console: Console, students: list[str], events: Iterator[Started | Outcome], verdicts: dict[str, Verdict]
) -> int:
    """One line for each finished submission, and below them who is being graded, and how long all of it will take.

    Puts each verdict into ``verdicts``. Returns how many could not be graded.
    """
    failed = kept = 0
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
            if event.verdict is None:
                failed += 1
            else:
                verdicts[event.student] = event.verdict
                kept += not event.seconds
            progress.advance(total)
    as_before = f"; kept: {kept}" if kept else ""
    console.print(f"Graded: {len(verdicts) - kept}{as_before}; in {time.monotonic() - start:.0f} s.")
    if failed:
        console.print(f"[bold red]{failed} could not be graded[/]; the same command tries them again.")
    return failed


def timings(console: Console, exercise: str, found: Sequence[Cost]) -> None:
    """A table of what each phase of grading cost."""
    table = Table(title=f"{exercise}: seconds of the last grading")
    table.add_column("what happened")
    for head in ("median", "longest", "all", "share"):
        table.add_column(head, justify="right")
    for one in found:
        share = "" if one.share is None else f"{one.share:.0%}"
        table.add_row(one.doing, f"{one.median:.1f}", f"{one.longest:.1f}", f"{one.total:.0f}", share)
    console.print(table)


def collecting(console: Console, found: Iterator[Collected]) -> int:
    """A line for everybody whose files were not taken, and how many were. Returns the number of the former."""
    counted, late = Counter[str](), list[str]()
    for one in found:
        counted[one.news] += 1
        late += [_safe(one.who)] * one.late
        if one.problem:
            console.print(f"  [yellow]{_safe(one.who)}:[/] {_safe(one.problem)}", soft_wrap=True)
    refused = counted.pop("", 0)
    console.print("; ".join(f"{news}: {count}" for news, count in counted.items()) or "Nothing was collected.")
    if late:
        said = "The archive does not say by how much, so neither status nor a penalty knows it."
        console.print(f"[yellow]Late by Canvas:[/] {', '.join(late)}. {said}", soft_wrap=True)
    if refused:
        console.print(f"[bold red]not taken: {refused}[/]; the reasons stand above.")
    return refused


def standing(console: Console, exercise: str, rows: list[Standing]) -> None:
    """A table of all students, and how many have come how far."""
    whole = (Column(head, no_wrap=True) for head in ("stage", "points", "late", "feedback"))
    table = Table(Column("student", overflow="fold"), *whole, title=exercise)
    for row in rows:
        score = row.score
        points = f"{score.points:g} of {score.max_points:g}" if score and row.verdict else ""
        late = f"{row.late / 3600:.1f} h" if row.late else ""
        late += f", {-row.penalty:g}" if late and row.score else ""
        table.add_row(
            _safe(f"{row.student} {row.name}".strip()), row.stage, points, late, "written" if row.feedback else ""
        )
    console.print(table)
    console.print(_counted(row.stage for row in rows) or "Nobody is known yet.")


def overview(console: Console, exercises: dict[str, tuple[datetime | None, list[Standing]]]) -> None:
    """A table of all exercises of a course: when each is due, and how many students have come how far.

    Numbers stand in one cell with what they count: columns for all stages are wider than many a terminal.
    """
    if not exercises:
        console.print("Nothing is released yet. Release first: autograder release EXERCISE.", soft_wrap=True)
        return
    from autograder.report.measures import Stage  # noqa: PLC0415

    whole = Column("exercise", no_wrap=True, min_width=max(map(len, exercises)))
    table = Table(whole, Column("due", min_width=len("2030-12-01")), "students")
    for name, (until, rows) in exercises.items():
        stages = sorted((row.stage for row in rows), key=[*Stage].index)
        written = ["feedback written" for row in rows if row.feedback]
        table.add_row(name, f"{until:{MOMENT}}" if until else "", _counted([*stages, *written]))
    console.print(table)


def _counted(words: Iterable[str]) -> str:
    """As ``graded: 4; feedback written: 2``."""
    return "; ".join(f"{word}: {count}" for word, count in Counter(words).items())


def due(console: Console, everybody: datetime | None, longer: dict[str, datetime]) -> None:
    """A line that says when an exercise is due, and who got longer."""
    if everybody is not None:
        extensions = "".join(f"; for {_safe(student)} {until:{MOMENT}}" for student, until in longer.items())
        console.print(f"Due {everybody:{MOMENT}}{extensions}.", soft_wrap=True)


def to_mark(console: Console, rows: list[Standing]) -> None:
    """A line that names whose written answer nobody has marked yet, and says where to do it; none if all are."""
    from autograder.report.measures import Stage  # noqa: PLC0415

    if waiting := [row.student for row in rows if row.stage is Stage.UNMARKED]:
        named = ", ".join([*map(_safe, waiting[:_MOST_NAMED]), *["…"] * (len(waiting) > _MOST_NAMED)])
        console.print(
            f"[yellow]Written answers to mark: {len(waiting)}[/] ({named}). Start jupyter lab in the course folder, "
            "open Nbgrader → Formgrader → Manual Grading, and write the feedback afterwards.",
            soft_wrap=True,
        )


def changes(console: Console, total: int, found: list[Change]) -> None:
    """A table of everybody whose score would change, the greatest change first."""
    table = Table("student", "now", "would be", "change", "where", title="Nothing was written")
    for one in found:
        where = [f"{criterion} {was:g} → {will_be:g}" for criterion, was, will_be in one.criteria]
        kept = [] if one.by_hand is None else [f"{one.by_hand:g} given by hand stay"]
        now = "not graded" if one.before is None else f"{one.before:.4g}"
        table.add_row(
            _safe(one.student), now, f"{one.after:.4g}", f"{one.difference:+.4g}", "; ".join([*where, *kept])
        )
    if found:
        console.print(table)
    console.print(f"{len(found)} of {total} scores would change. The same command without --dry-run writes them.")


def pages(console: Console, total: int, written: Iterator[Page]) -> int:
    """A bar while feedback is written, then what became of it. Returns how many pages could not be written."""
    failed = 0
    with _progress(console) as progress:
        task = progress.add_task("feedback", total=total)
        for page in written:
            if page.failure:
                failed += 1
                progress.console.print(f"  {_safe(page.student)}: [yellow]{_safe(page.failure)}[/]")
            progress.advance(task)
    console.print(f"Feedback pages written: {total - failed}.")
    if failed:
        console.print(f"[bold red]Pages that could not be written: {failed}.[/]")
    return failed


def examining(console: Console, exercise: str, total: int, rows: Iterator[Row]) -> None:
    """A line for each answer as soon as it is judged, in a pipe too, and how long the rest will take."""
    with _progress(console) as progress:
        task = progress.add_task(exercise, total=total)
        for row in rows:
            progress.advance(task)
            misjudged = "" if row.as_it_should else " [bold red]misjudged[/]"
            missed = f", misses {', '.join(row.missed.split())}" if row.missed else ""
            progress.console.print(
                f"  {row.answer}, course {row.course}: {row.points:.4g} of {row.max_points:g}{missed}{misjudged}",
                highlight=False,
                soft_wrap=True,
            )


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
        _Done(),
        _TimeLeft(),
        console=console,
    )


class _Done(MofNCompleteColumn):
    """How many of how many; nothing where nobody counts, as within one submission."""

    def render(self, task: Task) -> Text:
        """As 3/20."""
        return Text("") if task.total is None else super().render(task)


class _TimeLeft(ProgressColumn):
    """How long the rest will take if it goes on as so far; it falls while one waits. In the end, how long it took."""

    def render(self, task: Task) -> Text:
        """As minutes and seconds."""
        elapsed = task.finished_time if task.finished else task.elapsed
        if elapsed is None:
            return Text("")
        if task.finished:
            return Text(_clock(elapsed))
        if task.total is None or not task.completed:
            return Text(f"{_clock(elapsed)} so far")
        return Text(f"{_clock(max(0, elapsed / task.completed * task.total - elapsed))} left")


def _safe(words: str) -> str:
    """Words that a student may have chosen: neither the terminal nor rich obeys any of them."""
    return escape(plain(words))


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"


def _lines(outcome: Outcome, width: int) -> Iterator[RenderableType]:
    verdict = outcome.verdict
    took = f"{outcome.seconds:4.0f} s" if outcome.seconds else "  kept"
    points = f"{verdict.points:5.4g} of {verdict.max_points:g} points" if verdict else "not graded"
    yield f"  {_safe(outcome.student):{width}} {points} {took}"
    for said in [remark.text for remark in verdict.remarks] if verdict else [outcome.failure]:
        yield Padding(f"[yellow]{_safe(said)}[/]", (0, 0, 0, width + 4))
