"""How a hostile submission is described. They are in ``submissions/``, one function each."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import nbformat

Tamper = Callable[["Handed"], str | None]


@dataclass
class Handed:
    """A submission while it is made.

    Attributes:
        nb: the release notebook; its own code cells import what is needed and compute nothing.
        folder: the submission's folder; ``own.keras`` in it is a right model.
        notebook: where the notebook will be written.
        host: places of the machine: paths of the canaries, by name.
    """

    nb: nbformat.NotebookNode
    folder: Path
    notebook: Path
    host: dict[str, str]

    def cell(self, grade_id: str) -> nbformat.NotebookNode:
        """The cell that nbgrader knows by this id."""
        return next(c for c in self.nb.cells if c.metadata.get("nbgrader", {}).get("grade_id") == grade_id)

    def answer(self, code: str) -> None:
        """Put code into the cell for the model, behind what it needs to know of the machine."""
        self.cell("your-model").source = f"HOST = {self.host!r}\n{code}"


@dataclass(frozen=True)
class Hostile:
    """One hostile submission.

    Attributes:
        tamper: makes it; returns code for the answer's cell, if it has any. Its docstring says what it tries.
        points: what the honest part of it is worth.
        said: what the verdict must say.
    """

    tamper: Tamper
    points: float
    said: str

    @property
    def name(self) -> str:
        """The student's name."""
        return self.tamper.__name__


_ALL: dict[str, Hostile] = {}


def hostile(said: str, points: float = 0) -> Callable[[Tamper], Tamper]:
    """Enter a function into the table of hostile submissions."""

    def enter(tamper: Tamper) -> Tamper:
        assert tamper.__name__ not in _ALL
        assert tamper.__doc__, f"{tamper.__name__} must say what it tries"
        _ALL[tamper.__name__] = Hostile(tamper, points, said)
        return tamper

    return enter


def entered(tamper: Tamper) -> Hostile:
    """What was entered with this function."""
    return _ALL[tamper.__name__]


def everything() -> list[Hostile]:
    """All that were entered so far."""
    return list(_ALL.values())
