"""A rubric: the criteria of one exercise; loaded from ``exercises/NAME/rubric.py``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from autograder.errors import Mendable
from autograder.exercises import DATA, exercise_folder, exercise_names, run_file
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
        data: the name of the data set the judge measures on; see :mod:`autograder.judge.data`. Or ``data.py``, the
            file beside the rubric; once the rubric is loaded, that file's path.
        criteria: in the order in which they are shown.
        cell: the id of the notebook cell that calls ``ag.check`` and carries the points.
        purpose: id of the criterion that says what the model is for. While that earns nothing, the others earn half:
            an untrained network of the right shape is not half an answer. Empty if there is none.
        chapter: the chapter that explains what is missed: where a criterion's ``read_next`` is ``#anchor``, that
            place on its page. The one of the exercise's name if None; empty if no chapter explains it.
    """

    exercise: str
    title: str
    data: str
    criteria: tuple[Criterion, ...]
    cell: str = "model"
    purpose: str = ""
    chapter: str | None = None

    def __post_init__(self) -> None:
        ids = [criterion.id for criterion in self.criteria]
        twice = {name for name in ids if ids.count(name) > 1}
        if twice:
            raise RubricError(f"rubric {self.exercise}: criterion id used twice: {', '.join(sorted(twice))}")
        if self.purpose and self.purpose not in ids:
            raise RubricError(f"rubric {self.exercise}: the purpose {self.purpose!r} is no criterion's id")
        lost = [one.id for one in self.criteria if one.read_next.startswith("#") and not self.page]
        if lost:
            raise RubricError(f"rubric {self.exercise}: {lost[0]} reads on at a place in no chapter: name a chapter")
        object.__setattr__(self, "criteria", tuple(_on_page(criterion, self.page) for criterion in self.criteria))

    @property
    def page(self) -> str:
        """The page of the chapter, as a place in the book; empty if there is none."""
        chapter = self.exercise if self.chapter is None else self.chapter
        return f"chapters/{chapter}.html" if chapter else ""

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
                return _all_halved(results, one, "the model earns points for this")
            if not one.max_points and one.status is Status.MISSED:
                return _all_halved(results, one, "this, which is needed, is met")
        return results


def _on_page(criterion: Criterion, page: str) -> Criterion:
    anchor = criterion.read_next
    return replace(criterion, read_next=page + anchor) if anchor.startswith("#") else criterion


def _all_halved(results: list[Result], because: Result, until: str) -> list[Result]:
    why = f'Counts half until {until}: "{because.title}".'
    return [_halved(one, why) if one.points or one.preview else one for one in results]


def _halved(result: Result, why: str) -> Result:
    status = Status.LATER if result.status is Status.LATER else Status.PARTLY
    preview = None if result.preview is None else result.preview / 2
    message = f"{result.message} {why}".strip()
    return replace(result, points=result.points / 2, status=status, preview=preview, message=message)


def _earns_nothing(result: Result) -> bool:
    return result.status is Status.MISSED or result.preview == 0


def load_rubric(exercise: str, folder: Path | None = None) -> Rubric:
    """The rubric of an exercise.

    Args:
        exercise: its name.
        folder: where it lies, for who knows; it is looked for if it is not given.

    Raises:
        RubricError: no such exercise, or its ``rubric.py`` defines no ``RUBRIC`` of that name.
    """
    if folder is None and exercise not in exercise_names():
        known = ", ".join(exercise_names()) or "none"
        raise RubricError(f"There is no exercise called {exercise!r}. Exercises: {known}.")
    path = (folder or exercise_folder(exercise)) / "rubric.py"
    try:
        module = run_file(path)
    except Exception as error:  # a rubric is written by hand: whatever is wrong in it is the author's to mend
        raise RubricError(f"{path} cannot be used: {type(error).__name__}: {error}") from error
    rubric = getattr(module, "RUBRIC", None)
    if not isinstance(rubric, Rubric) or rubric.exercise != exercise:
        raise RubricError(f"{path} must define RUBRIC = Rubric(exercise={exercise!r}, …).")
    return replace(rubric, data=str(path.with_name(DATA))) if rubric.data == DATA else rubric
