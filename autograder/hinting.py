"""``ag.hint``: what a student asks who is stuck. From a question to a pointer, a step further with each call."""

from __future__ import annotations

from dataclasses import dataclass, field

from autograder.errors import Mendable
from autograder.exercises import exercise_names, hints
from autograder.rubric import Rubric, load_rubric


class HintError(Mendable):
    """There is no such step; the message says which there are."""


@dataclass
class _Session:
    """What this notebook has asked for so far."""

    exercise: str = ""
    shown: dict[str, int] = field(default_factory=dict)


_session = _Session()


@dataclass(frozen=True)
class Hint:
    """The first hints of an exercise; shows itself as text or as HTML.

    Attributes:
        heading: what they are about.
        steps: the hints, the first one first; see :mod:`autograder.report.prose` for what stands in them.
        after: how to go on, in the same form.
    """

    heading: str
    steps: tuple[str, ...]
    after: str

    def __repr__(self) -> str:
        from autograder.report.prose import as_text  # noqa: PLC0415 (only when it is shown)

        return as_text(self.heading, self.steps, self.after)

    def _repr_html_(self) -> str:
        from autograder.report.prose import as_html  # noqa: PLC0415

        return as_html(self.heading, self.steps, self.after)


def hint(exercise: str = "", step: int | None = None) -> Hint:
    """Show a hint for an exercise, and with each further call one more: a question, what to measure, where to read.

    Args:
        exercise: the exercise's name, for example ``"red-wine"``; the one that was checked last if it is left out.
        step: show the hints up to this one, instead of one more than last time.

    Raises:
        RubricError: no such exercise.
        HintError: no such step.
    """
    exercise = exercise or _session.exercise
    if not exercise:
        return Hint("Hints", (), f"Say for which exercise: {', '.join(map(_call, exercise_names()))}.")
    rubric, steps = load_rubric(exercise), hints(exercise)
    remember(exercise)
    last = _session.shown[exercise] = _step(exercise, len(steps), step)
    placed = tuple(one.replace("](#", f"]({rubric.page}#") for one in steps[:last])
    return Hint(f"Hints for {exercise}", placed, _after(rubric, last, len(steps)))


def remember(exercise: str) -> None:
    """Note which exercise the notebook works on."""
    _session.exercise = exercise


def _call(exercise: str) -> str:
    return f'`ag.hint("{exercise}")`'


def _step(exercise: str, steps: int, asked: int | None) -> int:
    """Up to which of so many steps is shown."""
    if asked is None or not steps:
        return min(_session.shown.get(exercise, 0) + 1, steps)
    if asked not in range(1, steps + 1):
        raise HintError(f"The hints for {exercise} have the steps 1 to {steps}, and {asked!r} is none of them.")
    return int(asked)


def _after(rubric: Rubric, last: int, steps: int) -> str:
    if last < steps:
        return f"For hint {last + 1} of {steps}, call {_call(rubric.exercise)} again."
    none = "no more hints" if steps else f"no hints for {rubric.exercise}"
    if not rubric.page:
        return f"There are {none}."
    return (
        f"There are {none}. Read on in [the chapter]({rubric.page}). For each criterion that your model misses, "
        "`ag.check` names the place that explains it."
    )
