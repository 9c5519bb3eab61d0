"""A chapter's verdicts for its readers, as a table and as a figure."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterable

import pandas as pd

from autograder.ledger.verdicts import Claim, Finding

CAPTION = (
    "A positive difference agrees with the claim; in a claim that two things are the same it is the plain "
    "difference. A unit is one draw of the data and one seed."
)
"""How the table is read."""


def table(claims: Iterable[Claim]) -> pd.DataFrame:
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
    return pd.DataFrame(rows)


def html(claims: Iterable[Claim]) -> str:
    """That table for a page; what a claim says, and its verdict, stand at its first effect only."""
    found = table(claims)
    again = found["claim"].duplicated()
    found.loc[again, ["claim", "verdict"]] = ""
    with pd.option_context("display.max_colwidth", None):
        page = str(found.to_html(index=False, classes="ledger", border=0))
    return page.replace("<thead>", f"<caption>{CAPTION}</caption>\n  <thead>", 1)


def in_numbers(finding: Finding) -> str:
    """A median with its interval and its unit; of exact numbers the smallest and the largest difference."""
    unit = finding.effect.measured_in
    if finding.plan.margin is None:
        if finding.as_predicted:
            return "none, exactly"
        ends = dict.fromkeys((f"{finding.low:g}", f"{finding.high:g}"))  # one number where all are the same
        return f"{' to '.join(ends)} {unit}"
    return f"{_signed(finding.median)} {unit} ({_signed(finding.low)} to {_signed(finding.high)})"


def _signed(number: float) -> str:
    """Three figures, without the powers of ten of computers."""
    if abs(number) < 1e-5:
        return "0"
    return f"{number:+,.{max(0, 2 - math.floor(math.log10(abs(number))))}f}"


def rows(claims: Iterable[Claim]) -> dict[str, list[tuple[float, float, float, str]]]:
    """What `autograder.plots.forest` draws: each effect a row of its own, in multiples of what matters.

    Exact numbers have no margin: they stand at zero where all are the same, and as far out as can be where not.
    """
    return {
        textwrap.fill(finding.effect.where, 54): [scaled(finding)] for claim in claims for finding in claim.findings
    }


def by_claim(claims: Iterable[Claim]) -> dict[str, list[tuple[float, float, float, str]]]:
    """As `rows`, but each claim is a row that holds all its effects; what it says is cut to one line."""
    return {
        textwrap.shorten(claim.says, 46, placeholder=" …"): [scaled(finding) for finding in claim.findings]
        for claim in claims
    }


def scaled(finding: Finding) -> tuple[float, float, float, str]:
    """Interval and median in multiples of the margin, and the outcome."""
    if finding.plan.margin is None:
        place = 0.0 if finding.as_predicted else math.inf
        return place, place, place, finding.outcome
    low, middle, high = (x / finding.plan.margin.matters for x in (finding.low, finding.median, finding.high))
    return low, middle, high, finding.outcome
