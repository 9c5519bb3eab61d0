"""What a graded course holds, as lines of text, so that two of them can be compared."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.api import Base
from sqlalchemy import Column, NullPool, Table, create_engine, select

from autograder.exercises import grade_id
from autograder.gradebook import Course
from autograder.gradebook.config import gradebook_address
from autograder.gradebook.journal import GRADED, RUN, VERDICT, Entry
from autograder.rubric import load_rubric
from crash.setting import ENDLESS, EXERCISE, NOTEBOOK

_NAMED = {"student", "course"}  # tables whose ids somebody chose; all others draw theirs at random
_UNFINISHED = ".new-"
_LIMIT = re.compile(r"it computed longer than \d+ s|the notebook did not finish in \d+ s")


def outcome(course: Course) -> Counter[str]:
    """Everything that grading wrote: rows of the gradebook, verdicts, remarks, graded notebooks, names of files.

    Which of its two limits, on computing or on waiting, stops an endless notebook depends on how busy the machine is.
    """
    return Counter(_LIMIT.sub("a limit was passed", line) for line in [*gradebook_rows(course), *_files(course)])


def differences(reference: Counter[str], found: Counter[str]) -> list[str]:
    """Lines of one and not of the other; a line may be there too often."""
    return [
        *(f"missing: {line}" for line in sorted((reference - found).elements())),
        *(f"too much: {line}" for line in sorted((found - reference).elements())),
    ]


def unfinished(course: Course) -> list[str]:
    """Folders and files that somebody began to write and did not come to use."""
    return sorted(str(path.relative_to(course.root)) for path in course.root.rglob(f"{_UNFINISHED}*"))


def ungraded(course: Course) -> list[str]:
    """Students without a finished grading. One that a limit stopped is finished, until somebody grades again."""
    return [name for name in course.students(EXERCISE) if not _is_graded(Entry(course, EXERCISE, name))]


def _is_graded(entry: Entry) -> bool:
    run = entry.run()
    return entry.verdict() is not None or (run is not None and run.stopped and (entry.folder / GRADED).is_file())


def overtaken(course: Course) -> list[str]:
    """Students whose notebooks a limit stopped, without the one that never ends."""
    runs = {name: course.evidence(name, EXERCISE) / RUN for name in course.students(EXERCISE) if name != ENDLESS}
    return [name for name, path in runs.items() if _json(path).get("stopped")]


def gradebook_rows(course: Course) -> list[str]:
    """Every row of every table of the gradebook, with what it refers to in place of ids."""
    tables: dict[str, Table] = Base.metadata.tables
    with create_engine(gradebook_address(course), poolclass=NullPool).connect() as connection:
        rows = {
            name: {row["id"]: dict(row) for row in connection.execute(select(table)).mappings()}
            for name, table in tables.items()
            if "id" in table.columns
        }

    @cache
    def described(name: str, key: Any) -> str:
        columns: list[Column[Any]] = list(tables[name].columns)
        said = (_value(column, rows[name][key][column.name]) for column in columns if not _is_drawn(name, column))
        return f"{name}({', '.join(said)})"

    def _value(column: Column[Any], value: Any) -> str:
        for foreign in column.foreign_keys:
            if value in rows[foreign.column.table.name]:  # a course may have no row
                return f"{column.name}={described(foreign.column.table.name, value)}"
        return f"{column.name}={value!r}"

    return [described(name, key) for name, found in rows.items() for key in found]


def _is_drawn(table: str, column: Column[Any]) -> bool:
    return column.name == "id" and table not in _NAMED and not column.foreign_keys


def _files(course: Course) -> list[str]:
    check = load_rubric(EXERCISE).cell
    lines = []
    for student in course.students(EXERCISE):
        journal, graded = course.evidence(student, EXERCISE), course.autograded(student, EXERCISE)
        for folder in (journal, graded):
            lines += [f"file {path.relative_to(course.root)}" for path in folder.rglob("*") if path.is_file()]
        if (journal / VERDICT).is_file():
            lines.append(f"verdict on {student}: {json.dumps(_json(journal / VERDICT), sort_keys=True)}")
        if (journal / RUN).is_file():
            lines.append(f"run of {student}: {_json(journal / RUN)['remarks']}")
        if (graded / NOTEBOOK).is_file():
            lines += [f"graded notebook of {student}: {line}" for line in _cells(graded / NOTEBOOK, check)]
    return lines


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _cells(path: Path, check: str) -> list[str]:
    """Cells without outputs, which may name processes and temporary files; the verdict's output alone."""
    lines = []
    for number, cell in enumerate(nbformat.read(path, as_version=4).cells):
        shown = cell.get("outputs", [])[:1] if grade_id(cell) == check else []
        plain = {"source": cell.source, "metadata": cell.metadata, "verdict": shown}
        lines.append(f"{number}: {json.dumps(plain, sort_keys=True)}")
    return lines
