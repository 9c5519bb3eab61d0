"""Which verdicts changed since the ledger's former version, and why."""

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
            return f"Every effect is decided against it: {self.claim.instead}."
        if self.claim.verdict != UNDECIDED:
            return "Some effects are as predicted, and others are decided against it."
        if self.before == "depends":
            sides = {"as predicted": self._any("as_predicted"), "decided against it": self._any("against")}
            return f"Now no effect is {' or '.join(side for side, there in sides.items() if not there)}."
        small = "may be too small to matter" if self.before == "confirmed" else "may still matter"
        where = [f"“{finding.effect.where}”" for finding in self.claim.findings if finding.outcome == UNDECIDED]
        return f"By its interval, the difference {small}: {', '.join(where)}."

    def _any(self, side: str) -> bool:
        return any(getattr(finding, side) for finding in self.claim.findings)


def changes(claims: Iterable[Claim], former: Path = FORMER) -> list[Change]:
    """The claims whose verdict is not the former one."""
    with former.open(encoding="utf-8", newline="") as stream:
        before = {(row["chapter"], row["claim"]): row for row in csv.DictReader(stream)}
    found = []
    for claim in claims:
        row = before.get((claim.chapter, claim.name))
        if row and row["verdict"] != claim.verdict:
            found.append(Change(claim, row["verdict"], Counter(row["outcomes"].split())))
    return found
