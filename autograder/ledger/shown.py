"""A chapter's verdicts as a table for its readers."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from autograder.ledger.verdicts import Claim, Finding


def table(claims: Sequence[Claim]) -> pd.DataFrame:
    """One row for each effect: the claim, its verdict, what was compared, the difference, the units."""
    rows = [
        {
            "claim": claim.says,
            "verdict": claim.verdict,
            "compared": finding.effect.where,
            "difference (interval)": in_numbers(finding),
            "units": finding.n,
        }
        for claim in claims
        for finding in claim.findings
    ]
    return pd.DataFrame(rows).set_index(["claim", "verdict", "compared"])


def in_numbers(finding: Finding) -> str:
    """A median with its interval and its unit; of exact numbers the smallest and the largest difference."""
    unit = finding.effect.measured_in
    if finding.plan.margin is None:
        return "none, exactly" if finding.as_predicted else f"{finding.low:g} to {finding.high:g} {unit}"
    return f"{finding.median:+.3g} {unit} ({finding.low:+.3g} to {finding.high:+.3g})"
