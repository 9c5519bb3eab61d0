"""One case before the judge: which evidence, which exercise, which course; and how it is decided."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from autograder.anatomy import Anatomy, from_config
from autograder.evidence import Evidence, Refused, read_evidence
from autograder.rubric import Observed, Verdict, load_rubric


@dataclass(frozen=True)
class Case:
    """Plain data that crosses into the judge's process.

    Attributes:
        exercise: its name.
        evidence: the folder a kernel left its evidence in.
        secret: the course's secret, which draws the held-out rows.
        remarks: what happened before; passed on into the verdict.
    """

    exercise: str
    evidence: Path
    secret: bytes
    remarks: tuple[str, ...] = ()


def decide(case: Case) -> Verdict:
    """Read, measure and judge one case. Needs TensorFlow; run it in a process of its own."""
    rubric = load_rubric(case.exercise)
    try:
        evidence = read_evidence(case.evidence, case.exercise)
    except Refused as refusal:
        return rubric.judge(Observed(None, missing=str(refusal)), case.remarks)
    anatomy = from_config(evidence.config)
    try:
        observed = _measured(anatomy, evidence, rubric.data, case.secret)
    except Refused as refusal:
        observed = Observed(anatomy, missing=str(refusal))
    return rubric.judge(observed, case.remarks)


def undecided(case: Case, why: str) -> Verdict:
    """The verdict where the judge itself did not finish: structure by the anatomy alone, nothing measured."""
    rubric = load_rubric(case.exercise)
    try:
        anatomy = from_config(read_evidence(case.evidence, case.exercise).config)
    except Refused as refusal:
        return rubric.judge(Observed(None, missing=str(refusal)), case.remarks)
    return rubric.judge(Observed(anatomy, missing=why), case.remarks)


def _measured(anatomy: Anatomy, evidence: Evidence, data: str, secret: bytes) -> Observed:
    from autograder.judge.data import course_data  # noqa: PLC0415 (with pandas and Keras: seconds to import)
    from autograder.judge.measure import measure  # noqa: PLC0415

    found = measure(evidence, course_data(data, secret))
    return Observed(anatomy, found.measured, found.details, found.missing)
