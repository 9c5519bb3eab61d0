"""One case before the judge: which evidence, which exercise, which course; and how it is decided."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.evidence import Evidence, Refused, read_evidence
from autograder.rubric import Observed, Remark, Rubric, Verdict, as_remarks, load_rubric

if TYPE_CHECKING:
    from autograder.judge.data import CourseData
    from autograder.judge.measure import Measurements
    from autograder.judge.subject import Again

BROKE_OFF = (
    "The model could not be measured: building it, or repeating its training, took too long or broke the judge's "
    "process."
)
UNTRAINED = "The model came without the history of a training."


@dataclass(frozen=True)
class Case:
    """Plain data that crosses into the judge's process.

    Attributes:
        exercise: the exercise's name.
        evidence: the folder a kernel left its evidence in.
        secret: the course's secret, which draws the held-out data.
        remarks: what happened before; passed on into the verdict.
        again: folders of what the cells left when they ran again with other seeds; None if they did not yet.
        mixed_up: the folder of what they left with the course's targets in random order, if they were run so.
        folder: where the exercise lies; it is looked for if that is not said.
    """

    exercise: str
    evidence: Path
    secret: bytes
    remarks: tuple[Remark, ...] = ()
    again: tuple[Path, ...] | None = None
    mixed_up: Path | None = None
    folder: Path | None = None

    def to_json(self) -> bytes:
        """As one message."""
        return json.dumps({**asdict(self), "secret": self.secret.hex()}, default=str).encode()

    @classmethod
    def from_json(cls, message: bytes) -> Case:
        """From one message."""
        told = json.loads(message)
        again, mixed_up, folder = told["again"], told["mixed_up"], told["folder"]
        return cls(
            told["exercise"],
            Path(told["evidence"]),
            bytes.fromhex(told["secret"]),
            as_remarks(told["remarks"]),
            None if again is None else tuple(map(Path, again)),
            Path(mixed_up) if mixed_up else None,
            Path(folder) if folder else None,
        )

    def moved(self, root: Path, to: Path) -> Case:
        """The same case, with its folders in ``to`` as they are in ``root``."""

        def there(folder: Path) -> Path:
            return to / folder.relative_to(root)

        again = None if self.again is None else tuple(map(there, self.again))
        mixed_up = there(self.mixed_up) if self.mixed_up else None
        return replace(self, evidence=there(self.evidence), again=again, mixed_up=mixed_up)

    @property
    def folders(self) -> tuple[Path, ...]:
        """All folders of evidence that belong to it."""
        return (self.evidence, *(self.again or ()), *((self.mixed_up,) if self.mixed_up else ()))

    @property
    def is_empty(self) -> bool:
        """Nothing was left as evidence."""
        return not self.evidence.is_dir() or not any(self.evidence.iterdir())

    @property
    def rubric(self) -> Rubric:
        """The exercise's rubric."""
        return load_rubric(self.exercise, self.folder)


@dataclass(frozen=True)
class Prepared:
    """What needs the exercise's folder and the course's secret; what opens a submitted model sees neither.

    Attributes:
        rubric: of the case's exercise.
        data: of its course.
    """

    rubric: Rubric
    data: CourseData


def prepared(case: Case) -> Prepared:
    """Read the rubric, and draw the data of the course."""
    from autograder.judge.data import course_data  # noqa: PLC0415 (with pandas: a second to import)

    rubric = case.rubric
    return Prepared(rubric, course_data(rubric.data, case.secret))


def decide(case: Case, given: Prepared | None = None) -> Generator[Verdict, None, float]:
    """Decide a case, step by step: each verdict knows more than the one before, the last one is final.

    Returns how many seconds were spent on training it again.

    The first one stands if looking at the model breaks off. Run it in a process of its own.

    Args:
        case: which.
        given: what :func:`prepared` gives; read and drawn here if it is not given.
    """
    given = given or prepared(case)
    rubric = given.rubric
    try:
        evidence = read_evidence(case.evidence, case.exercise)
    except Refused as refusal:
        yield rubric.judge(Observed(None, missing=str(refusal)), case.remarks)
        return 0.0
    if not evidence.epochs:
        case = replace(case, remarks=(*case.remarks, Remark(UNTRAINED)))
    yield rubric.judge(Observed(None, missing=BROKE_OFF), case.remarks)

    from autograder.judge.measure import CURVES, measure  # noqa: PLC0415 (with Keras: seconds to import)
    from autograder.judge.subject import Effort, Subject  # noqa: PLC0415

    whole = not CURVES.keys().isdisjoint(rubric.measures)
    subject = Subject(evidence, given.data, _again(case), Effort(whole, hopeless=rubric.floors))
    for found in measure(subject, rubric.measures):
        yield rubric.judge(observed(found, BROKE_OFF), case.remarks, found.run_again)
    return subject.clock.seconds.get("training", 0.0)


def told(deciding: Generator[Verdict, None, float]) -> Iterator[dict[str, Any]]:
    """Each verdict as a message, and then that it was the last one."""
    while True:
        try:
            verdict = next(deciding)
        except StopIteration as end:
            yield {"final": True, "training": end.value}
            return
        yield {"verdict": verdict.to_json()}


def observed(found: Measurements, missing: str, final: bool = True) -> Observed:
    """What a rubric is told of measurements; ``missing`` says why there are no others."""
    return Observed(
        found.behaviour,
        found.measured,
        found.repeated,
        found.details,
        found.refused or missing,
        final,
        found.curves,
        found.rerun,
    )


def _again(case: Case) -> Again | None:
    """What the cells left when they ran again; runs that left nothing usable are missing."""
    from autograder.judge.subject import Again  # noqa: PLC0415

    if case.again is None:
        return None
    left = (_left(case, folder) for folder in case.again)
    repeated = tuple(evidence for evidence in left if evidence)
    if case.mixed_up is None:
        return Again(repeated)
    return Again(repeated, _left(case, case.mixed_up), was_mixed_up=True)


def _left(case: Case, folder: Path) -> Evidence | None:
    try:
        return read_evidence(folder, case.exercise)
    except Refused:
        return None
