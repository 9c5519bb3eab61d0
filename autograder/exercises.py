"""Where the exercises lie, and what is in their folders: a course's own ones are found before the shipped ones."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from autograder import aside
from autograder.errors import Mendable
from autograder.shipped import shipped

ANSWER = "your-model"
"""The id of the notebook cell that the student fills with a model."""
FOLDER = "exercises"
"""What the folder of own exercises is called, in a course's folder and in what students get of it."""
FOLDER_VARIABLE = "AUTOGRADER_EXERCISES"
"""The folder of own exercises; without it, the one in the working directory, as a student's notebook has it."""
DATA = "data.py"
"""What a rubric names as its data if they come from the file of this name beside it."""
_RUBRIC, _HINTS, _NOTEBOOK, _PUBLIC = "rubric.py", "hints.md", "notebook.md", "public"
_ANSWERS = {_NOTEBOOK, "solutions", "mutants", "blind", "class", "class.toml", "validity.csv"}
_ONLY_SHOWN = {_RUBRIC, _HINTS}


class ExerciseError(Mendable):
    """An exercise's folder lacks something, or holds what it must not; the message says what."""


def exercises_folder() -> Path:
    """The folder of the shipped exercises: inside an installed package, or at the top of a checkout."""
    return shipped(FOLDER)


def own_exercises() -> Path:
    """The folder of exercises that are found before the shipped ones, whether there is one or not."""
    return Path(os.environ.get(FOLDER_VARIABLE) or FOLDER).absolute()


def exercise_names() -> list[str]:
    """The exercises there are, by name."""
    homes = (own_exercises(), exercises_folder())
    return sorted({path.parent.name for home in homes for path in home.glob(f"*/{_RUBRIC}")})


def exercise_folder(exercise: str) -> Path:
    """The folder of an exercise: an own one, else the shipped one."""
    own = own_exercises() / exercise
    return own if (own / _RUBRIC).is_file() else exercises_folder() / exercise


def is_own(exercise: str) -> bool:
    """Whether an exercise does not come with the package."""
    return exercise_folder(exercise).resolve() != (exercises_folder() / exercise).resolve()


def takes_the_place(exercise: str) -> bool:
    """Whether an own exercise has the name of a shipped one."""
    return is_own(exercise) and (exercises_folder() / exercise / _RUBRIC).is_file()


def files_for_students() -> list[Path]:
    """Of all shipped exercises the files that ``ag.check`` and ``ag.hint`` read."""
    return sorted(path for name in (_RUBRIC, _HINTS) for path in exercises_folder().glob(f"*/{name}"))


def given_out(exercise: str) -> dict[str, bytes]:
    """What students need of an own exercise, by its path beside the notebook; nothing of a shipped one: they have it.

    Raises:
        ExerciseError: something in ``public/`` is a link.
    """
    if not is_own(exercise):
        return {}
    folder = exercise_folder(exercise)
    public = sorted((folder / _PUBLIC).rglob("*"))
    if link := next((path for path in public if path.is_symlink()), None):
        raise ExerciseError(f"{link} is a link, and students get what lies in {_PUBLIC}/. Put a copy there instead.")
    given = [*(folder / name for name in (_RUBRIC, _HINTS, DATA)), *public]
    return {f"{FOLDER}/{exercise}/{name}": content for name, content in _read(folder, given).items()}


def given_to_run(exercise: str) -> dict[str, bytes]:
    """Of :func:`given_out` what students' cells compute with: all but what is only shown."""
    return {name: content for name, content in given_out(exercise).items() if not is_only_shown(name)}


def is_only_shown(given: str) -> bool:
    """Whether a file that is given out is a rubric or hints: what cells compute does not depend on it."""
    path = Path(given)
    return path.parts[0] == FOLDER and len(path.parts) == len((FOLDER, "NAME", _RUBRIC)) and path.name in _ONLY_SHOWN


def for_the_judge(exercise: str) -> dict[str, bytes]:
    """What judges an own exercise, by its path in the folder: all but answers. Nothing of a shipped one."""
    if not is_own(exercise):
        return {}
    folder = exercise_folder(exercise)
    return _read(folder, [path for path in folder.rglob("*") if path.relative_to(folder).parts[0] not in _ANSWERS])


@contextmanager
def unpacked(exercise: str, files: Mapping[str, bytes]) -> Iterator[Path]:
    """The folder of an exercise, made of what :func:`for_the_judge` gave; of a shipped one, where it lies here."""
    if not files:
        yield exercises_folder() / exercise
        return
    with aside.folder("autograder-exercise-") as home:
        aside.put(files, home / exercise)
        yield home / exercise


def _read(folder: Path, paths: list[Path]) -> dict[str, bytes]:
    there = (path for path in sorted(paths) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in there}


def hints(exercise: str) -> tuple[str, ...]:
    """The hints of an exercise that there is: the paragraphs of its ``hints.md``, each on one line."""
    path = exercise_folder(exercise) / _HINTS
    paragraphs = path.read_text(encoding="utf-8", errors="replace").split("\n\n") if path.is_file() else ()
    return tuple(line for paragraph in paragraphs if (line := " ".join(paragraph.split())))


def text_of(exercise: str, name: str) -> str:
    """The text of a file in an exercise's folder.

    Raises:
        ExerciseError: there is no such file, or it is no text.
    """
    path = exercise_folder(exercise) / name
    try:
        return path.read_text(encoding="utf-8")
    except (FileNotFoundError, IsADirectoryError) as error:
        raise ExerciseError(f"{path} is missing: the exercise {exercise} needs it.") from error
    except UnicodeDecodeError as error:
        raise ExerciseError(f"{path} is not text in UTF-8. Save it in UTF-8.") from error


def solution(exercise: str) -> Any:
    """The exercise's notebook with its solution, read from ``notebook.md``.

    Raises:
        ExerciseError: there is none.
    """
    import jupytext  # noqa: PLC0415 (only to make releases)

    notebook = jupytext.reads(text_of(exercise, _NOTEBOOK), fmt="md:myst")
    notebook.metadata.pop("jupytext", None)
    for number, cell in enumerate(notebook.cells):
        cell.id = f"{exercise}-{number}"  # the same notebook each time, so that releasing again changes nothing
    return notebook


def run_file(path: Path) -> ModuleType:
    """What a Python file defines that a lecturer wrote; whatever it raises is raised here."""
    module = ModuleType(f"{path.stem}_of_{path.parent.name.replace('-', '_')}")
    module.__file__ = str(path)
    exec(compile(path.read_bytes(), path, "exec"), vars(module))  # noqa: S102 (an import would leave a cache beside it)
    return module


def grade_id(cell: Any) -> str:
    """The id nbgrader knows a notebook cell by; empty for a cell it does not know."""
    return str(cell.metadata.get("nbgrader", {}).get("grade_id", ""))
