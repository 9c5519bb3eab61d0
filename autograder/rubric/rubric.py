"""A rubric: the criteria of one exercise; loaded from ``exercises/NAME/rubric.py``."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass, replace

from autograder.errors import Mendable
from autograder.exercises import exercise_names, exercises_folder
from autograder.rubric.criteria import Criterion, Metric, Observed
from autograder.rubric.verdict import Remark, Result, Status, Verdict, plain


class RubricError(Mendable):
    """There is no such exercise, or its rubric is not one; the message says what to do."""


@dataclass(frozen=True)
class Rubric:
    """What a submission to one exercise must show.

    Attributes:
        exercise: the exercise's name, the same as its folder's.
        title: for people.
        data: the name of the data set the judge measures on; see :mod:`autograder.judge.data`.
        criteria: in the order in which they are shown.
        cell: the id of the notebook cell that calls ``ag.check`` and carries the points.
        purpose: id of the criterion that says what the model is for. While that earns nothing, the others earn half:
            an untrained network of the right shape is not half an answer. Empty if there is none.
        chapter: the chapter that explains what is missed: where a criterion's ``read_next`` is ``#anchor``, that
            place on its page. The one of the exercise's name if empty.
    """

    exercise: str
    title: str
    data: str
    criteria: tuple[Criterion, ...]
    cell: str = "model"
    purpose: str = ""
    chapter: str = ""

    def __post_init__(self) -> None:
        ids = [criterion.id for criterion in self.criteria]
        twice = {name for name in ids if ids.count(name) > 1}
        if twice:
            raise RubricError(f"rubric {self.exercise}: criterion id used twice: {', '.join(sorted(twice))}")
        if self.purpose and self.purpose not in ids:
            raise RubricError(f"rubric {self.exercise}: the purpose {self.purpose!r} is no criterion's id")
        object.__setattr__(self, "criteria", tuple(_on_page(criterion, self.page) for criterion in self.criteria))

    @property
    def page(self) -> str:
        """The page of the chapter, as a place in the book."""
        return f"chapters/{self.chapter or self.exercise}.html"

    @property
    def points(self) -> float:
        """All the points there are to earn automatically."""
        return sum(criterion.points for criterion in self.criteria)

    @property
    def measures(self) -> frozenset[str]:
        """The names of all measurements that the criteria compare with something."""
        return frozenset(name for criterion in self.criteria for name in criterion.measures)

    @property
    def floors(self) -> dict[str, float]:
        """For each measure of the submitted model the number that earns nothing any more."""
        return {one.measure: one.floor for one in self.criteria if isinstance(one, Metric)}

    @property
    def trains_again(self) -> bool:
        """Whether the judge repeats the training."""
        return any(criterion.repeats for criterion in self.criteria)

    def judge(self, observed: Observed, remarks: tuple[Remark, ...] = (), run_again: str = "") -> Verdict:
        """Apply every criterion to what was observed. Names that a student chose may be in any message."""
        results = self._for_a_purpose([criterion.judge(observed) for criterion in self.criteria])
        said = tuple(replace(one, reached=plain(one.reached), message=plain(one.message)) for one in results)
        no_model = said[0].message if said and observed.is_nothing else ""
        return Verdict(self.exercise, said, tuple(remark.plain for remark in remarks), plain(run_again), no_model)

    def _for_a_purpose(self, results: list[Result]) -> list[Result]:
        """The results, halved where the model does not do what it is for, or misses a condition without points."""
        for one in results:
            if one.criterion == self.purpose and _earns_nothing(one):
                return _all_halved(results, one, "the model earns nothing for this")
            if not one.max_points and one.status is Status.MISSED:
                return _all_halved(results, one, "this, which is needed, is missing")
        return results


def _on_page(criterion: Criterion, page: str) -> Criterion:
    anchor = criterion.read_next
    return replace(criterion, read_next=page + anchor) if anchor.startswith("#") else criterion


def _all_halved(results: list[Result], because: Result, of_what: str) -> list[Result]:
    why = f"Counts half as long as {of_what}: {because.title[0].lower()}{because.title[1:]}."
    return [_halved(one, why) if one.points or one.preview else one for one in results]


def _halved(result: Result, why: str) -> Result:
    status = Status.LATER if result.status is Status.LATER else Status.PARTLY
    preview = None if result.preview is None else result.preview / 2
    message = f"{result.message} {why}".strip()
    return replace(result, points=result.points / 2, status=status, preview=preview, message=message)


def _earns_nothing(result: Result) -> bool:
    return result.status is Status.MISSED or result.preview == 0


def load_rubric(exercise: str) -> Rubric:
    """The rubric of an exercise.

    Raises:
        RubricError: no such exercise, or its ``rubric.py`` defines no ``RUBRIC`` of that name.
    """
    if exercise not in exercise_names():
        known = ", ".join(exercise_names()) or "none"
        raise RubricError(f"There is no exercise called {exercise!r}. Exercises: {known}.")
    path = exercises_folder() / exercise / "rubric.py"
    spec = importlib.util.spec_from_file_location(f"rubric_of_{exercise.replace('-', '_')}", path)
    if spec is None or spec.loader is None:
        raise RubricError(f"{path} cannot be read as Python.")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:  # a rubric is written by hand: whatever is wrong in it is the author's to mend
        raise RubricError(f"{path} cannot be used: {type(error).__name__}: {error}") from error
    rubric = getattr(module, "RUBRIC", None)
    if not isinstance(rubric, Rubric) or rubric.exercise != exercise:
        raise RubricError(f"{path} must define RUBRIC = Rubric(exercise={exercise!r}, …).")
    return rubric
