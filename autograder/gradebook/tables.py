"""Everybody's points as a table: one of our own, or one of a learning platform with the scores filled in."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from autograder.errors import TableError
from autograder.gradebook.roster import IDS, separator_of
from autograder.report.measures import Standing
from autograder.report.pages import as_points


def as_csv(rows: Sequence[Standing]) -> str:
    """A table with a row for each student and a column for each criterion."""
    titles = {
        result.criterion: f"{result.criterion} (of {as_points(result.max_points)})"
        for row in rows
        if row.verdict
        for result in row.verdict.results
    }
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow([
        "student", "name", "stage", "handed in", "seconds late", *titles.values(), "judge", "by hand", "penalty",
        "total", "maximum", "remarks",
    ])  # fmt: skip
    for row in rows:
        table.writerow(map(_harmless, _cells(row, list(titles))))
    return written.getvalue()


def _cells(row: Standing, criteria: Iterable[str]) -> Iterator[str]:
    verdict, score = row.verdict, row.score
    points = {result.criterion: as_points(result.points) for result in verdict.results} if verdict else {}
    when = f"{row.handed_in:%Y-%m-%d %H:%M:%S%z}" if row.handed_in else ""
    yield from (row.student, row.name, row.stage, when, f"{row.late:.0f}")
    yield from (points.get(criterion, "") for criterion in criteria)
    by_hand = as_points(score.points - verdict.points) if verdict and score and row.total is not None else ""
    yield from (as_points(verdict.points) if verdict else "", by_hand, as_points(row.penalty))
    yield from ("" if row.total is None else as_points(row.total), as_points(score.max_points) if score else "")
    yield " ".join(remark.text for remark in verdict.remarks) if verdict else ""


def _harmless(cell: str) -> str:
    """What a spreadsheet takes for a text, whatever a student wrote, and wherever it cuts a line into cells."""
    return cell if _is_number(cell) else _FORMULA.sub(r"\1'", cell)


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


_FORMULA = re.compile(r"(^|[;\t\r\n])(?=[\s\"']*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r])")
"""Where a formula would begin. In half of the world a spreadsheet cuts at semicolons, and quotation marks that begin
within a cell do not keep it from doing so."""


_IDS = ("student", *IDS)
"""Columns in which learning platforms and our own tables name students, the surest first."""


@dataclass(frozen=True)
class Filled:
    """A platform's table with the scores in it.

    Attributes:
        text: the table.
        by: the column that named the students.
        column: the column that was filled.
        added: whether it is new.
        strangers: students with a score whom the table does not know.
        open: students in the table whose score is not there yet; their cells were left as they were.
        doubled: names of students that stand in several rows, or for several students; these cells were left, too.
    """

    text: str
    by: str
    column: str
    added: bool
    strangers: tuple[str, ...]
    open: tuple[str, ...]
    doubled: tuple[str, ...] = ()


def fill(table: str, rows: Sequence[Standing], column: str) -> Filled:
    """Write the totals into a table that Canvas, Moodle or another platform exported, and that it reads again.

    Args:
        table: the platform's CSV.
        rows: everybody's standing.
        column: its column for this exercise, or how that begins (Canvas adds a number in brackets, Moodle
            says before what it is); new if not there.

    Raises:
        TableError: it holds no table, or no column names the students of this course.
    """
    table = table.removeprefix("\ufeff")
    separator = separator_of(table)
    lines = list(csv.reader(io.StringIO(table), delimiter=separator))
    if len(lines) < 2:
        raise TableError("The table holds no students. Export it from the platform once more, with a row for each.")
    head, *body = lines
    totals = {row.student.lower(): row.total for row in rows}
    by = _column_of_students(head, body, totals.keys())
    students = Counter(row.student.lower() for row in rows)
    named = Counter(_as_id(line[by], totals) for line in body if by < len(line))
    doubled = {student for student in totals if max(students[student], named[student]) > 1}
    at = next((place for place, name in enumerate(head) if _names(name, column)), len(head))
    if added := at == len(head):
        head.append(column)
    known, waiting = set(), []
    for line in body:
        line.extend([""] * (len(head) - len(line)))
        student = _as_id(line[by], totals)
        if student in totals:
            known.add(student)
            if student in doubled:
                continue
            if (total := totals[student]) is None:
                waiting.append(line[by])
            else:
                line[at] = as_points(total)
    strangers = tuple(row.student for row in rows if row.total is not None and row.student.lower() not in known)
    written = io.StringIO()
    csv.writer(written, delimiter=separator, lineterminator="\n").writerows([head, *body])
    return Filled(written.getvalue(), head[by], head[at], added, strangers, tuple(waiting), tuple(sorted(doubled)))


def _column_of_students(head: list[str], body: list[list[str]], students: Iterable[str]) -> int:
    ids = set(students)
    named = [place for wanted in _IDS for place, name in enumerate(head) if name.strip().lower() == wanted]
    hits = {place: sum(_as_id(line[place], ids) in ids for line in body if place < len(line)) for place in named}
    if not hits or not max(hits.values()):
        raise TableError(
            f"No column of the table names a student of this course. Its columns are {', '.join(head)}; students are "
            f"looked for in: {', '.join(_IDS)}."
        )
    return max(hits, key=lambda place: hits[place])


def _as_id(cell: str, ids: Collection[str]) -> str:
    """A platform's name for a student as an id, in small letters: of an address that is none, its beginning."""
    name = cell.strip().lower()
    return name if name in ids else name.partition("@")[0]


def _names(head: str, column: str) -> bool:
    """Whether a head means this column, whatever stands between its words: ``Red wine (5150)`` means ``red-wine``."""
    words = r"[\W_]+".join(map(re.escape, re.findall(r"[^\W_]+", column)))
    return bool(re.fullmatch(rf"([^:]+: )?{words}( \(.*|:.*)?", head.strip(), re.IGNORECASE))
