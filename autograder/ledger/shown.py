"""A chapter's verdicts for its readers, as a table and as a figure."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterable
from html import escape

from autograder.ledger.verdicts import Claim, Finding

CAPTION = (
    "A positive difference agrees with the claim; where the claim predicts no difference it is the plain one. "
    "A unit is one draw of the data and one seed."
)
"""How the table is read."""
LABEL = 50
"""How many letters a line of the figure's labels has; what a claim says takes two lines at most."""


def html(claims: Iterable[Claim]) -> str:
    """A table for a page: each claim with its verdict and a link to its paragraph, and below it its effects.

    It says how many rows it has: the style sheet keeps room for them until a reader comes near.
    """
    claims = list(claims)
    rows = sum(1 + len(claim.findings) for claim in claims)
    heads = "".join(f"<th scope='col'>{head}</th>" for head in ("compared", "difference (interval)", "units"))
    body = "".join(_rows(claim) for claim in claims)
    head = f"<caption>{CAPTION}</caption><thead><tr>{heads}</tr></thead>"
    return f"<table class='dataframe ledger' style='--rows: {rows}'>{head}{body}</table>"


def _rows(claim: Claim) -> str:
    verdict = claim.verdict.capitalize() + (" so far" if claim.exploration else "")
    head = f"<b>{verdict}.</b> <a href='#claim-{claim.name}'>{escape(claim.says)}</a>"
    effects = "".join(
        f"<tr><td>{escape(finding.effect.where)}</td><td>{difference(finding)}</td><td>{finding.n}</td></tr>"
        for finding in claim.findings
    )
    return f"<tbody><tr><th colspan='3' scope='rowgroup'>{head}</th></tr>{effects}</tbody>"


def difference(finding: Finding) -> str:
    """What `in_numbers` says, for a page: the interval stays in one piece."""
    number, bracket, ends = in_numbers(finding).partition("(")
    return escape(number) + (f"<span>({escape(ends)}</span>" if bracket else "")


def in_numbers(finding: Finding) -> str:
    """A median with its interval and its unit; of exact numbers the smallest and the largest difference."""
    unit, margin = finding.effect.measured_in, finding.plan.margin
    if margin is None:
        if finding.as_predicted:
            return "none, exactly"
        ends = dict.fromkeys(
            with_minus(f"{end:g}") for end in (finding.low, finding.high)
        )  # one where all are the same
        return f"{' to '.join(ends)} {unit}"
    digits = max(0, 1 - math.floor(math.log10(margin.matters)))
    low, middle, high = (_signed(number, digits) for number in (finding.low, finding.median, finding.high))
    if math.isinf(finding.low):  # too few units for an interval
        return f"{middle} {unit}"
    return f"{middle} {unit} ({low} to {high})"


def _signed(number: float, digits: int) -> str:
    """A number with its sign, which zero has not."""
    return with_minus(f"{round(number, digits):+,.{digits}f}") if round(number, digits) else "0"


def with_minus(number: str) -> str:
    """A printed number with a minus sign for its hyphen."""
    return number.replace("-", "\N{MINUS SIGN}")


def by_claim(claims: Iterable[Claim]) -> dict[str, list[tuple[float, float, float, str]]]:
    """What `autograder.plots.forest` draws: a claim and its effects in multiples of what matters.

    Exact numbers have no margin: they stand at zero where all are the same, and as far out as can be where not.
    """
    return {textwrap.fill(claim.says, LABEL): [scaled(finding) for finding in claim.findings] for claim in claims}


def scaled(finding: Finding) -> tuple[float, float, float, str]:
    """Interval and median in multiples of the margin, and the outcome."""
    if finding.plan.margin is None:
        place = 0.0 if finding.as_predicted else math.inf
        return place, place, place, finding.outcome
    low, middle, high = (x / finding.plan.margin.matters for x in (finding.low, finding.median, finding.high))
    return low, middle, high, finding.outcome
