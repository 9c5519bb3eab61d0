"""Which verdicts changed since an earlier version of the ledger, and why."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from autograder.ledger.plans import CLAIMS
from autograder.ledger.verdicts import UNDECIDED, Claim

FORMER = CLAIMS / "former.csv"


@dataclass(frozen=True)
class Change:
    """A claim with another verdict than before; ``outcomes`` are those of its effects, in the words of that time."""

    claim: Claim
    before: str
    outcomes: Counter[str]

    @property
    def why(self) -> str:
        """What makes the difference, in a sentence."""
        if self.claim.verdict == "refuted":
            return f"Every effect is against it: {self.claim.instead}."
        if self.claim.verdict == "confirmed":
            return "Every effect is as predicted."
        if self.claim.verdict == "depends":
            return "Some effects are as predicted, and others are against it."
        if self.before == "depends":
            decided = {"as predicted": self._any("as_predicted"), "against it": self._any("against")}
            side = next((side for side, there in decided.items() if there), None)
            return f"Some effects are {side}, the others are undecided." if side else "Every effect is now undecided."
        small = "may be too small to matter" if self.before == "confirmed" else "may still matter"
        where = [f"“{finding.effect.where}”" for finding in self.claim.findings if finding.outcome == UNDECIDED]
        return f"By its interval, the difference {small}: {', '.join(where)}."

    def _any(self, side: str) -> bool:
        return any(getattr(finding, side) for finding in self.claim.findings)


def changes(claims: Iterable[Claim], former: Path = FORMER) -> list[Change]:
    """The claims whose verdict is not the former one."""
    before, found = verdicts_before(former), []
    for claim in claims:
        row = before.get((claim.chapter, claim.name))
        if row and row["verdict"] != claim.verdict:
            found.append(Change(claim, row["verdict"], Counter(row["outcomes"].split())))
    return found


def verdicts_before(former: Path = FORMER) -> dict[tuple[str, str], dict[str, str]]:
    """What the earlier version said, by chapter and claim: a verdict, and the outcomes of the effects."""
    with former.open(encoding="utf-8", newline="") as stream:
        return {(row["chapter"], row["claim"]): row for row in csv.DictReader(stream)}
