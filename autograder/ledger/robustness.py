"""How much of a verdict hangs on a single unit, or on the kind of interval."""

from __future__ import annotations

from dataclasses import replace

from autograder.ledger.intervals import interval, signed_rank_interval
from autograder.ledger.judging import Interval
from autograder.ledger.verdicts import Claim, Finding


def stands_without_any_unit(claim: Claim) -> bool:
    """Whether the verdict stays, whichever one unit is left out of all its effects."""
    units = {unit for finding in claim.findings for unit in finding.differences}
    return all(_without(claim, unit).verdict == claim.verdict for unit in units)


def stands_with_the_other_interval(claim: Claim) -> bool:
    """Whether the interval of Hodges and Lehmann, at the same confidence, gives the same verdict."""
    findings = (_again(finding, finding.differences, signed_rank_interval) for finding in claim.findings)
    return replace(claim, findings=tuple(findings)).verdict == claim.verdict


def _without(claim: Claim, unit: int) -> Claim:
    findings = (
        _again(finding, {one: x for one, x in finding.differences.items() if one != unit}, interval)
        for finding in claim.findings
    )
    return replace(claim, findings=tuple(findings))


def _again(finding: Finding, differences: dict[int, float], method: Interval) -> Finding:
    low, high = method(list(differences.values()), finding.confidence)
    return replace(finding, differences=differences, low=low, high=high)
