"""``ag.doctor(model)``: what is wrong with a live model, or with files."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any

from autograder.doctor.examine import Examined, examine, examine_model
from autograder.doctor.files import wanted
from autograder.doctor.formats import page, text
from autograder.rules import all_rules
from autograder.rules.rule import Finding


@dataclass(frozen=True, repr=False)
class Report:
    """What was found; print it, or let a notebook show it."""

    examined: tuple[Examined, ...]

    @property
    def findings(self) -> list[Finding]:
        """All findings, file by file."""
        return [finding for one in self.examined for finding in one.findings]

    def __str__(self) -> str:
        return "".join(text.render(self.examined, text.Style())).rstrip("\n")

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return page.fragment(self.examined)


def doctor(thing: Any) -> Report:
    """Examine a live Keras model, or the file or folder at a path. Runs nothing.

    Raises:
        TypeError: it is neither.
    """
    rules = list(all_rules().values())
    if isinstance(thing, str | os.PathLike):
        paths = wanted([os.fspath(thing)])
        return Report(tuple(examine(path, rules, named=named) for path, named in paths))
    if thing is None:
        raise TypeError("doctor: there is no model yet. Run the cell that builds it, then this one again.")
    if not callable(getattr(thing, "get_config", None)) or isinstance(thing, type):
        raise TypeError(f"doctor: expected a Keras model or a path, received {type(thing).__name__}.")
    return Report((examine_model(thing, rules),))
