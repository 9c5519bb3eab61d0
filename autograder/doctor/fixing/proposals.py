"""For some findings, what to write instead: the same model, and what the author meant."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from autograder.anatomy.source import ModelSource, Program, Spelling
from autograder.anatomy.source.cells import Cell
from autograder.anatomy.source.syntax import parse
from autograder.anatomy.training import Compile, Made
from autograder.anatomy.unknown import Place
from autograder.doctor.fixing import rewriting
from autograder.doctor.fixing.rewriting import Changes, Spot
from autograder.rules import asking
from autograder.rules.rule import Finding

# Other names for the same; what only resembles its successor is not among them.
_SAME_MEANING = frozenset({
    "output_dim", "nb_filter", "nb_kernels", "filter_length", "border_mode", "subsample", "subsample_length",
    "stride", "pool_length", "atrous_rate", "dim_ordering", "init", "inner_init", "inner_activation", "W_regularizer",
    "U_regularizer", "b_regularizer", "W_constraint", "U_constraint", "b_constraint", "bias", "p", "sigma",
    "beta_init", "gamma_init", "input", "output", "lr", "nb_epoch", "generator", "epsilon", "alpha", "concat_axis",
})  # fmt: skip
# About processes and queues: they never changed what is learnt.
_NEEDLESS = frozenset({
    "workers", "use_multiprocessing", "max_queue_size", "max_q_size", "nb_worker", "pickle_safe", "consume_less",
    "write_grads",
})  # fmt: skip
_METHODS = frozenset({"fit_generator", "evaluate_generator", "predict_generator", "predict_proba"})
_MODULES = frozenset({
    "keras", "keras.layers", "keras.utils", "keras.losses", "keras.initializers", "keras.optimizers", "keras.backend",
    "keras.callbacks",
})  # fmt: skip
_NAMES_OF = ("keras.losses.", "keras.regularizers.", "keras.constraints.")
_SIDES = {"Convolution2D": 2, "SeparableConvolution2D": 2, "Convolution3D": 3, "Conv2D": 2}
_VALUES = {"data_format": {"tf": "channels_last", "th": "channels_first"}}


@dataclass
class Proposal:
    """Changes of the cells of a program, and a last question to ask the program that they make."""

    program: Program
    cells: dict[int | None, Cell]
    changes: dict[int | None, Changes] = field(default_factory=lambda: defaultdict(Changes))
    holds: Callable[[Program], bool] = lambda program: True

    def spot(self, place: Place) -> Spot:
        """A place, counted within its cell."""
        cell = self.cells[place.cell]
        return place.line - cell.line + 1, place.column - cell.column

    def call(self, place: Place, change: rewriting.CallChange) -> None:
        """Change the call that begins at a place."""
        self.changes[place.cell].calls.setdefault(self.spot(place), []).append(change)


def proposal(program: Program, findings: Iterable[Finding], cells: Iterable[Cell]) -> Proposal:
    """The changes that would mend these findings; empty where nothing safe is known."""
    made = Proposal(program, {cell.number: cell for cell in cells})
    for finding in findings:
        place, fix = finding.fault.place, _fix_of(finding)
        if place is not None and fix is not None and place.cell in made.cells:
            fix(made, finding, place)
    return made


def _fix_of(finding: Finding) -> Callable[[Proposal, Finding, Place], None] | None:
    return _FIXES.get(finding.rule.id) or _FIXES.get(finding.rule.family)


def _spellings(made: Proposal, finding: Finding, place: Place) -> None:
    """All old spellings of one call together: half of them could mean something else."""
    for spelling in made.program.spellings:
        if spelling.place == place:
            _spelling(made, spelling)


def _spelling(made: Proposal, spelling: Spelling) -> None:
    old, new, place = spelling.old, spelling.new, spelling.place
    name = old.rstrip("=")
    if spelling.kind == "module":
        if new in _MODULES or (old.startswith(_NAMES_OF) and new.startswith(_NAMES_OF)):
            made.changes[place.cell].imports.setdefault(made.spot(place), []).append((old, new))
    elif old.endswith("=") and name in _NEEDLESS and not new:
        made.call(place, rewriting.without(name))
    elif old.endswith("=") and name in _SAME_MEANING and new.endswith("="):
        made.call(place, rewriting.renamed(name, new.rstrip("="), _VALUES.get(new.rstrip("="), {})))
    elif old.endswith("(…)") and old[:-3] in _METHODS:
        made.call(place, rewriting.called(old[:-3], new.removesuffix("(…)")))
    elif new.startswith("kernel_size=") and old.partition("(")[0] in _SIDES:
        made.call(place, rewriting.kernel(_SIDES[old.partition("(")[0]]))
    elif old.isidentifier() and new.isidentifier():
        made.call(place, rewriting.called(old, new))
        for number in made.cells:
            made.changes[number].names[old] = new


def _restore_best(made: Proposal, finding: Finding, place: Place) -> None:
    made.call(place, rewriting.given("restore_best_weights", "True", 6))


def _pass_object(made: Proposal, finding: Finding, place: Place) -> None:
    """The optimizer that was made goes into the one ``compile`` that names its kind."""
    optimizer = next((known.made for known in made.program.optimizers if known.made.place == place), None)
    if optimizer is None:
        return
    name = _assigned_to(made, place)
    events = [event for event in _compiles(made.program) if _names(event, optimizer)]
    if (
        name
        and len(events) == 1
        and (at := events[0].place)
        and (at.cell or 0, at.line) > (place.cell or 0, place.line)
    ):
        made.call(at, rewriting.given("optimizer", name, 0))
        made.holds = lambda program: any(
            isinstance(event.optimizer, Made) and not event.optimizer.by_name and event.optimizer == optimizer
            for event in _compiles(program)
        )


def _compiles(program: Program) -> list[Compile]:
    return [event for model in program.models for event in asking.compiles(model)]


def _names(event: Compile, optimizer: Made) -> bool:
    return isinstance(event.optimizer, Made) and event.optimizer.by_name and event.optimizer.name == optimizer.name


def _assigned_to(made: Proposal, place: Place) -> str:
    """The one variable that gets what is made at a place; empty if there is none."""
    line, column = made.spot(place)
    for part in parse(made.cells[place.cell]):
        for node in ast.walk(part[1]) if isinstance(part, tuple) else ():
            if (
                isinstance(node, ast.Assign)
                and node.value.lineno == line
                and made.cells[place.cell].character(line, node.value.col_offset) == column
                and len(node.targets) == 1
                and isinstance(node.targets[0], ast.Name)
            ):
                return node.targets[0].id
    return ""


def _drop_metric(made: Proposal, finding: Finding, place: Place) -> None:
    """A metric that is only a text leaves the list, if nothing else in the program asks for it by its name."""
    for event in _compiles(made.program):
        if event.place == place and isinstance(event.loss, Made) and isinstance(event.metrics, tuple):
            texts = _spelt_like(event.loss.name)
            if not any(_asked_for(cell.code, texts) for cell in made.cells.values()):
                made.call(place, rewriting.unlisted("metrics", texts))


def _spelt_like(name: str) -> frozenset[str]:
    from autograder.anatomy.source.facts import one_name  # noqa: PLC0415
    from autograder.anatomy.source.names import api  # noqa: PLC0415

    known = {*api()["metrics by name"], *api()["losses by name"], name}
    return frozenset(text for text in known if one_name("metrics", text) == name)


def _asked_for(code: str, texts: frozenset[str]) -> bool:
    """Whether ``history["mse"]``, ``monitor="val_mse"`` or the like stands somewhere."""
    quoted = [f"{quote}{{}}{text}{quote}" for text in texts for quote in "'\""]
    return any(text.format("val_") in code or f"history[{text.format('')}" in code for text in quoted)


def _no_logits(made: Proposal, finding: Finding, place: Place) -> None:
    for _, loss in _trained_at(made.program, place):
        made.call(loss, rewriting.without("from_logits"))


def _logits(made: Proposal, finding: Finding, place: Place) -> None:
    """A linear head with a loss object: the loss is told. One that bends its values needs another answer."""
    for head, loss in _trained_at(made.program, place):
        if not head.function:
            made.call(loss, rewriting.given("from_logits", "True", 0))


def _trained_at(program: Program, place: Place) -> list[tuple[asking.Head, Place]]:
    """The heads at a place, and where their losses are made, as objects."""
    return [
        (head, loss.place)
        for model in program.models
        for head, loss, _ in asking.trained_heads(model)
        if _stands_at(model, head.at, place) and loss.place and not loss.by_name
    ]


def _stands_at(model: ModelSource, position: int, place: Place) -> bool:
    return model.locations[position] == place


_FIXES: dict[str, Callable[[Proposal, Finding, Place], None]] = {
    "keras3": _spellings,
    "training/early-stopping-restores-nothing": _restore_best,
    "training/optimizer-not-passed": _pass_object,
    "head/loss-repeated-as-metric": _drop_metric,
    "head/probabilities-as-logits": _no_logits,
    "head/linear-on-binary-loss": _logits,
    "head/linear-on-probability-loss": _logits,
}
