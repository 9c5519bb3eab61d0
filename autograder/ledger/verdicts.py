"""What recorded runs say: an outcome for each effect, a verdict for each claim."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from autograder.ledger.plans import Effect, Plan
from autograder.ledger.runs import EXPLORATION

UNDECIDED = "undecided"
AS_PREDICTED = {"lower": "helps", "higher": "helps", "same": "no difference", "exactly": "always"}
IN_WORDS = {
    "helps": "a help",
    "no difference": "no difference that matters",
    "hurts": "the reverse",
    "no help": "no help, perhaps the reverse",
    "differs": "a difference",
    "always": "the same number",
    "not always": "not the same number",
}


def outcome(predicts: str, matters: float, low: float, high: float) -> str:
    """What an interval says, given the smallest difference that matters."""
    if -matters < low and high < matters:
        return "no difference"
    if predicts == "same":
        return "differs" if low >= matters or high <= -matters else UNDECIDED
    if low >= matters:
        return "helps"
    if high < matters:
        return "hurts" if high <= -matters else "no help"
    return UNDECIDED


@dataclass(frozen=True)
class Finding:
    """What the runs say to a plan.

    Attributes:
        plan: arms, measure, margin and units.
        basis: ``planned``, ``exploration``, or ``exact``, which counts inputs and has no interval.
        differences: by unit, positive where they are as predicted.
        confidence: of this interval by itself; that of all planned intervals of a chapter together is 95 %.
        low, high: the interval of the median difference; of an exact claim, the smallest and the largest difference.
        look: the look that decided, or else the last that was taken; 0 if none was.
    """

    plan: Plan
    basis: str
    differences: dict[int, float]
    confidence: float
    low: float
    high: float
    look: int

    @property
    def effect(self) -> Effect:
        """What was compared."""
        return self.plan.effect

    @property
    def n(self) -> int:
        """How many units were compared; of an exact claim, how many random inputs were tried."""
        return len(self.differences)

    @property
    def median(self) -> float:
        """The median difference."""
        return float(median(self.differences.values()))

    @property
    def outcome(self) -> str:
        """``helps``, ``no difference``, ``no help``, ``hurts`` or ``undecided``.

        Of sameness ``no difference``, ``differs`` or ``undecided``; of an exact claim ``always`` or ``not always``.
        """
        if self.plan.margin is None:
            return "not always" if any(self.differences.values()) else "always"
        return outcome(self.effect.predicts, self.plan.margin.matters, self.low, self.high)

    @property
    def as_predicted(self) -> bool:
        """Whether it is decided, and as the claim says."""
        return self.outcome == AS_PREDICTED[self.effect.predicts]

    @property
    def against(self) -> bool:
        """Whether it is decided, and not as the claim says."""
        return not self.as_predicted and self.outcome != UNDECIDED


@dataclass(frozen=True)
class Claim:
    """A claim with its findings, one for each effect. Its anchor in the chapter is ``claim-NAME``."""

    chapter: str
    name: str
    says: str
    by: str
    findings: tuple[Finding, ...]

    @property
    def verdict(self) -> str:
        """``confirmed``, ``refuted``, ``depends`` or ``undecided``."""
        right, against = (
            [getattr(finding, name) for finding in self.findings] for name in ("as_predicted", "against")
        )
        if any(right) and any(against):
            return "depends"
        return "confirmed" if all(right) else "refuted" if all(against) else UNDECIDED

    @property
    def instead(self) -> str:
        """In words, what there is where the claim is decided against."""
        return " or ".join(dict.fromkeys(IN_WORDS[finding.outcome] for finding in self.findings if finding.against))

    @property
    def exploration(self) -> bool:
        """Whether any of its effects rests on runs that were made before the plan."""
        return any(finding.basis == EXPLORATION for finding in self.findings)
