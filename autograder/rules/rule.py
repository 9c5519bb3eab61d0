"""What a rule is, and what it says about a model."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from autograder.anatomy.unknown import AsksUnknown

if TYPE_CHECKING:
    from autograder.anatomy.source import ModelSource, Program
    from autograder.anatomy.text import Text
    from autograder.anatomy.unknown import Place


class Level(StrEnum):
    """How bad a fault is."""

    ERROR = "error"  # the program stops, or the model cannot learn what it should
    WARNING = "warning"  # it hurts: a claim of the ledger measured how much, or a run proves it
    NOTE = "note"  # worth a look: redundant, unusual, or harmful only in some settings


@dataclass(frozen=True)
class Fault:
    """One place where a rule finds what it looks for.

    Attributes:
        message: what is wrong with this very model, with its names and numbers; one or two sentences.
        place: where in the source; None for a model without one.
        layer: name of the layer that is at fault; for a model without a source.
    """

    message: str
    place: Place | None = None
    layer: str = ""


Faults: TypeAlias = Iterator[Fault]
Found: TypeAlias = Iterator[tuple[str, ast.expr | ast.arg]]
"""What a look at the text of a program finds: a sentence, and where."""


def in_text(program: Program, look: Callable[[Text], Found]) -> Faults:
    """What a look finds in the text of a program; one that is nested too deeply ends it."""
    with suppress(RecursionError):
        yield from (Fault(said, program.text.place(node)) for said, node in program.text.once(look))


@dataclass(frozen=True)
class Rule:
    """One diagnosis. It lives in ``rules/FAMILY/NAME.py``, or in a topic's folder there; its docstring is its page.

    Attributes:
        level: how bad its fault is.
        title: the fault, in a few words.
        instead: what to do, in one sentence or two; true of every place where the rule speaks.
        model: looks at one model; or
        text: looks at the text of a program, and gives a sentence and the node that it is about; or
        program: looks at all of a program; or
        misuses: kinds of what the reader notes itself while it follows a program. A rule has one of these, or more.
        learn: page and anchor of the book, for example ``red-wine#claim-order``.
        claims: claims of the ledger that measured the effect, for example ``red-wine/order``.
        about: the arguments of a call that the rule is about, by name or position: the caret stands under the first
            of them that the author gave.
        speaks_for: rules that are silent on a line where this one speaks: they see its fault less exactly.
        exact: the program contradicts itself, which needs no measurement: a run in ``tests/rules/test_proofs.py``
            shows it.
        id: ``family/name``, from the name of its file.
        topic: the folder within its family; empty where the family has none.
        page: what ``--explain`` and the book show: the docstring of its file.
    """

    level: Level
    title: str
    instead: str
    model: Callable[[ModelSource], Faults] | None = None
    text: Callable[[Text], Found] | None = None
    program: Callable[[Program], Faults] | None = None
    misuses: tuple[str, ...] = ()
    learn: str = ""
    claims: tuple[str, ...] = ()
    about: tuple[str | int, ...] = ()
    speaks_for: tuple[str, ...] = ()
    exact: bool = False
    id: str = ""
    topic: str = ""
    page: str = ""

    @property
    def family(self) -> str:
        """The first part of its id."""
        return self.id.partition("/")[0]

    def faults(self, program: Program) -> Faults:
        """What the rule finds in a program; a question that only the unknown could answer ends it for that model."""
        yield from (Fault(met.what, met.place) for met in program.misuses if met.kind in self.misuses)
        if self.text:
            yield from in_text(program, self.text)
        if self.program:
            with suppress(AsksUnknown):
                yield from self.program(program)
        if self.model:
            for model in program.models:
                with suppress(AsksUnknown):
                    yield from self.model(model)


@dataclass(frozen=True)
class Finding:
    """A fault with the rule that found it and the file that it is in.

    Attributes:
        argument: where the argument stands that the fault is about, in a call that has several.
    """

    rule: Rule
    fault: Fault
    path: str
    argument: Place | None = None

    @property
    def place(self) -> Place | None:
        """Where to look in the source; None for a model without one."""
        return self.argument or self.fault.place
