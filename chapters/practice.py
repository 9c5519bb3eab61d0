"""The exercises for readers who are in no course: a zip of each whose rows are the same in every course.

The others are on real tables, and come from an instructor: see `autograder.judge.data.same_in_every_course`.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Container, Iterator
from html import escape
from pathlib import Path

import gallery
import yaml
from execution import fingerprint

from autograder import aside, book, environment
from autograder.exercises import exercise_names
from autograder.judge.data import same_in_every_course
from autograder.rubric import load_rubric

FOLDER = "practice"
"""Where the zips lie, in the built book."""
_SOURCES = ("autograder", "data", "exercises", "experiments", "requirements.lock")


def offered() -> list[str]:
    """The exercises of which there is a zip."""
    return [name for name in exercise_names() if same_in_every_course(load_rubric(name).data)]


def table(root: Path) -> str:
    """Every exercise with its chapter and its zip, in the order of the book, for a page in ``chapters/``."""
    titles, here = gallery.titles(root), offered()
    rows = [
        (rubric.exercise, rubric.title, rubric.chapter or rubric.exercise)
        for rubric in map(load_rubric, exercise_names())
    ]
    cells = "".join(
        f"<tr><td>{escape(title)}<br>{_where(name, here)}</td>"
        f"<td>{_link(f'{chapter}.html', titles[chapter])}</td></tr>"
        for name, title, chapter in sorted(rows, key=lambda row: list(titles).index(row[2]))
    )
    head = "<thead><tr><th>exercise</th><th>chapter</th></tr></thead>"
    return f'<table class="dataframe words">{head}<tbody>{cells}</tbody></table>'


def _where(name: str, here: Container[str]) -> str:
    if name in here:
        return _link(f"../{FOLDER}/{name}.zip", f"{name}.zip")
    return f"<code>{name}</code>, from an instructor"


def _link(place: str, words: str) -> str:
    return f'<a href="{place}">{gallery.words(words)}</a>'


def write(root: Path, html: Path, say: Callable[[str], None]) -> None:
    """Write the zips, if the book has the page that offers them, and if what they are made from has changed."""
    if not (root / "chapters" / "how-to-use.md").is_file():
        return
    config = yaml.safe_load((root / "_config.yml").read_text(encoding="utf-8"))
    address = os.environ.setdefault(book.VARIABLE, (config.get("html") or {}).get("baseurl") or "")
    note, target = html.parent / f"{FOLDER}.made-from", html / FOLDER
    sources = "\n".join([f"{address} links", *_fingerprints(root), ""])
    if target.is_dir() and note.is_file() and note.read_text(encoding="utf-8") == sources:
        return
    say("  making the exercises to take home …")
    note.unlink(missing_ok=True)
    with aside.folder(f".{FOLDER}-", html.parent) as beside:
        zips = released(beside / "course")
        shutil.rmtree(target, ignore_errors=True)
        zips.rename(target)
    note.write_text(sources, encoding="utf-8")


def released(place: Path) -> Path:
    """Release all that is offered in a course of its own in ``place``; returns the folder of the zips."""
    from autograder.gradebook.course import create_course  # noqa: PLC0415 (nbgrader takes seconds to import)
    from autograder.gradebook.handout import hand_out  # noqa: PLC0415
    from autograder.gradebook.release import release  # noqa: PLC0415

    environment.prepare()
    course = create_course(place)
    for exercise in offered():
        release(course, exercise)
        hand_out(course, exercise, graded=False)
    return place / "handouts"


def _fingerprints(root: Path) -> Iterator[str]:
    for folder in _SOURCES:
        for path in sorted([root / folder, *(root / folder).rglob("*")]):
            if path.is_file() and path.suffix != ".pyc":
                yield f"{fingerprint(path)}  {path.relative_to(root).as_posix()}"
