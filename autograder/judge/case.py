"""One case before the judge: which evidence, which exercise, which course; and how it is decided."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from autograder.anatomy import from_config
from autograder.anatomy.compiled import read_training
from autograder.evidence import Refused, read_evidence
from autograder.rubric import Observed, Verdict, load_rubric

BROKE_OFF = (
    "The model could not be measured: building it, or repeating its training, took too long or broke the judge's "
    "process."
)
UNTRAINED = "The model came without the history of a training."


@dataclass(frozen=True)
class Case:
    """Plain data that crosses into the judge's process.

    Attributes:
        exercise: its name.
        evidence: the folder a kernel left its evidence in.
        secret: the course's secret, which draws the held-out data.
        remarks: what happened before; passed on into the verdict.
    """

    exercise: str
    evidence: Path
    secret: bytes
    remarks: tuple[str, ...] = ()

    def to_json(self) -> bytes:
        """As one message."""
        plain = {**asdict(self), "evidence": str(self.evidence), "secret": self.secret.hex()}
        return json.dumps(plain).encode()

    @classmethod
    def from_json(cls, message: bytes) -> Case:
        """From one message."""
        told = json.loads(message)
        return cls(told["exercise"], Path(told["evidence"]), bytes.fromhex(told["secret"]), tuple(told["remarks"]))

    @property
    def is_empty(self) -> bool:
        """Nothing was left as evidence."""
        return not self.evidence.is_dir() or not any(self.evidence.iterdir())

    def verdict(self, observed: Observed) -> Verdict:
        """Apply the exercise's rubric."""
        return load_rubric(self.exercise).judge(observed, self.remarks)


def decide(case: Case) -> Iterator[Verdict]:
    """Decide a case, step by step: each verdict knows more than the one before, the last one is final.

    The first one needs no TensorFlow and stands if measuring breaks off. Run it in a process of its own.
    """
    try:
        evidence = read_evidence(case.evidence, case.exercise)
    except Refused as refusal:
        yield case.verdict(Observed(None, missing=str(refusal)))
        return
    training = read_training(evidence.config.get("compile_config"))
    known = Observed(from_config(evidence.config), training=training, missing=BROKE_OFF)
    if not evidence.epochs:
        case = replace(case, remarks=(*case.remarks, UNTRAINED))
    yield case.verdict(known)

    from autograder.judge.data import course_data  # noqa: PLC0415 (with pandas and Keras: seconds to import)
    from autograder.judge.measure import measure  # noqa: PLC0415

    rubric = load_rubric(case.exercise)
    for found in measure(evidence, course_data(rubric.data, case.secret), rubric.measures):
        yield case.verdict(replace(known, **vars(found)))
