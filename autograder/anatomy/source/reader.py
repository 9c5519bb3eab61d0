"""Follows a program from its first cell to the functions that nobody calls."""

from __future__ import annotations

import ast
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from autograder.anatomy.aliases import spell_out
from autograder.anatomy.source.cells import MAX_NOTEBOOK, Cell, Failure, decode, split
from autograder.anatomy.source.evaluator import Evaluator
from autograder.anatomy.source.machine import Call, Stopped, Uncertain
from autograder.anatomy.source.program import Program, given_up, program_of
from autograder.anatomy.source.spellings import OLDER_KERAS, TOLD_VERSION
from autograder.anatomy.source.store import MAX_STEPS, Spent
from autograder.anatomy.source.syntax import parse
from autograder.anatomy.source.values import Class, Function
from autograder.anatomy.text import Text
from autograder.anatomy.unknown import Place

if TYPE_CHECKING:
    from pathlib import Path

MAX_PART = 12_000  # steps for a class or a function that nobody calls


def load(path: Path | str) -> str | Failure:
    """The text of a file; what cannot be read is a failure."""
    shown = str(path)
    try:
        if not _is_file(path):
            return Failure("unreadable", "This cannot be read: it is no file.", Place(shown, 1))
        with open(path, "rb") as file:  # noqa: PTH123  (pathlib takes longer to import than a script to read)
            content = file.read(MAX_NOTEBOOK + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it has no such name"
        return Failure("unreadable", f"This cannot be read: {reason}.", Place(shown, 1))
    if len(content) > MAX_NOTEBOOK:
        return Failure("large", "This file is too large to read.", Place(shown, 1))
    return decode(content, shown)


def _is_file(path: Path | str) -> bool:
    """Whether reading it ends: a pipe waits for somebody to write. Raises OSError if there is nothing."""
    mode = os.stat(path).st_mode  # noqa: PTH116  (pathlib, as below)
    return not (stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode))


def read_file(path: Path | str) -> Program:
    """Read a file; what cannot be read is a failure of the program, never an exception."""
    text = load(path)
    return read_source(text, str(path)) if isinstance(text, str) else Program(str(path), failures=(text,))


def read_source(text: str, path: str = "program.py") -> Program:
    """Read a program; the ending of ``path`` says whether it is a script, a notebook or a MyST page."""
    machine, failures = Evaluator(path), []
    trees: list[tuple[Cell, ast.Module]] = []
    machine.older_keras = bool(OLDER_KERAS.search(text))
    machine.keras_2 = machine.older_keras or bool(TOLD_VERSION.search(text))
    try:
        for cell in split(text, path):
            for part in parse(cell) if not isinstance(cell, Failure) else [cell]:
                if isinstance(part, Failure):
                    failures.append(part)
                    continue
                machine.cell, tree = part
                _follow(machine, tree.body)
                trees.append(part)
        spell_out(tree for _, tree in trees)
        whole = Text(trees, text, machine.older_keras)
        complete = _within_limits(machine, machine.trace)
        complete = _follow_uncalled(machine) and complete
        if not (_within_limits(machine, machine.trace) and complete):
            sentence = "Some functions of this program are too large to follow."
            failures.append(Failure("budget", sentence, Place(path, 1), fatal=False))
        machine.store.limit = MAX_STEPS
        return program_of(machine, failures, whole)
    except (Spent, RecursionError):
        place = machine.cell.place()
        failures.append(Failure("budget", "This program is too large to follow.", place))
        return given_up(machine, failures)
    except Exception as error:  # a mistake in the reader must not take other files with it
        sentence = f"The reader made a mistake here ({type(error).__name__}); please report it."
        return given_up(machine, [*failures, Failure("reader", sentence, machine.cell.place())])


def _follow(machine: Evaluator, body: list[ast.stmt]) -> None:
    with suppress(Stopped, Uncertain):
        machine.block(body, machine.globals)


def _follow_uncalled(machine: Evaluator) -> bool:
    """Functions and classes that the program only defines: somebody else may call them.

    Whether all of them could be followed; what a part does that is too large is forgotten.
    """
    members = (value for kind, _ in machine.classes for value in kind.members.values())
    owned = {id(value.node) for value in members if isinstance(value, Function)}
    classes = {id(kind): (kind, place) for kind, place in machine.classes}.values()
    complete = sum(not _within_limits(machine, partial(_follow_class, machine, *known)) for known in classes) == 0
    at = 0
    while at < len(machine.functions):
        function, _ = machine.functions[at]
        at += 1
        if id(function.node) not in machine.called and id(function.node) not in owned:
            machine.cell = function.cell
            complete = _within_limits(machine, partial(machine.uncalled, function, None)) and complete
    return complete


def _within_limits(machine: Evaluator, follow: Callable[[], None]) -> bool:
    mark, machine.store.limit = machine.store.mark(), min(machine.store.steps + MAX_PART, MAX_STEPS)
    try:
        follow()
    except (Spent, RecursionError):
        machine.store.undo(mark)
        return False
    return True


def _follow_class(machine: Evaluator, kind: Class, place: Place) -> None:
    methods = [value for value in kind.members.values() if isinstance(value, Function)]
    waiting = [function for function in methods if id(function.node) not in machine.called]
    if not waiting:
        return
    made = machine.instances.get(id(kind))
    mark = machine.store.mark()
    try:
        made = made or machine.instantiate(kind, Call((), {}, place, open=True))
    except (Stopped, Uncertain):
        machine.store.undo(mark)
        return
    for function in waiting:
        if id(function.node) not in machine.called:
            machine.cell = function.cell
            machine.uncalled(function, made)
