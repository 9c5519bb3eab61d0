"""The first page's picture of every chapter: all its measured effects, the outcome in six words, and one claim."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from pathlib import Path

from sphinx_external_toc.parsing import parse_toc_yaml

from autograder.ledger.shown import scaled
from autograder.ledger.verdicts import Claim, Finding

_WIDTH, _HEIGHT, _FURTHEST = 240, 100, 4.6
_TELLING = ("refuted", "depends", "confirmed")


def titles(root: Path) -> dict[str, str]:
    """The title of every page of the book, by its name, in the order of the book."""
    pages = (root / f"{name}.md" for name in parse_toc_yaml(root / "_toc.yml"))
    texts = {page.stem: page.read_text(encoding="utf-8") for page in pages if page.is_file()}
    return {name: re.search(r"^# (.+)$", text, re.MULTILINE)[1] for name, text in texts.items()}  # type: ignore[index]


def words(title: str) -> str:
    """A title of a page as HTML."""
    return re.sub("`(.+?)`", r"<code>\1</code>", escape(title))


def html(claims: Iterable[Claim], pages: Mapping[str, str]) -> str:
    """A list of the chapters that have claims, in the order of ``pages``."""
    of: dict[str, list[Claim]] = {name: [] for name in pages}
    for claim in claims:
        of.get(claim.chapter, []).append(claim)
    entries = "".join(f"<li>{_entry(name, pages[name], found)}</li>" for name, found in of.items() if found)
    return f'<ul class="gallery">{entries}</ul>'


def in_six_words(claims: Iterable[Claim]) -> str:
    """How many claims there are and how they ended, such as ``5 of 9 confirmed, 2 refuted``."""
    verdicts = Counter(claim.verdict for claim in claims)
    return f"{verdicts['confirmed']} of {verdicts.total()} confirmed, {verdicts['refuted']} refuted"


def telling(claims: Iterable[Claim]) -> Claim:
    """What somebody said and the runs refute; failing that, what depends, or is right; failing that, any claim."""
    claims = list(claims)
    said = [claim for claim in claims if claim.by != "the course" and claim.verdict in _TELLING]
    return min(said, key=lambda claim: _TELLING.index(claim.verdict), default=claims[0])


def _entry(name: str, title: str, claims: list[Claim]) -> str:
    claim = telling(claims)
    verdict = claim.verdict + (" so far" if claim.exploration else "")
    says = f'“{escape(claim.says)}” <a href="{name}.html#claim-{claim.name}"><b>{verdict.capitalize()}</b></a>'
    return f'<a href="{name}.html">{words(title)}</a>{_picture(claims)}<p>{in_six_words(claims)}</p><p>{says}</p>'


def _picture(claims: list[Claim]) -> str:
    """Every effect a row, the largest on top: right of the middle it is as claimed; in the grey it is too small."""
    findings = [finding for claim in claims for finding in claim.findings]
    outcomes = Counter(finding.outcome for finding in findings)
    said = f"{len(findings)} effects: " + ", ".join(f"{count} {outcome}" for outcome, count in outcomes.most_common())
    band = f'<rect class="band" x="{_place(-1):.0f}" width="{_place(1) - _place(-1):.0f}" height="{_HEIGHT}"/>'
    ordered = enumerate(sorted(findings, key=lambda finding: -scaled(finding)[1]))
    rows = "".join(row for at, finding in ordered for row in _row(finding, (at + 0.5) * _HEIGHT / len(findings)))
    return f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{said}">{band}{rows}</svg>'


def _row(finding: Finding, y: float) -> Iterator[str]:
    low, middle, high, outcome = scaled(finding)
    kind = outcome.replace(" ", "-")
    yield f'<line class="{kind}" x1="{_place(low):.0f}" x2="{_place(high):.0f}" y1="{y:.1f}" y2="{y:.1f}"/>'
    yield f'<circle class="{kind}" cx="{_place(middle):.0f}" cy="{y:.1f}" r="2.5"/>'


def _place(effect: float) -> float:
    """Where an effect stands, in multiples of what matters: even up to two, then a step for each doubling."""
    size = abs(effect)
    far = size if size <= 2 else 1 + math.log2(min(size, 2**_FURTHEST))
    return _WIDTH / 2 + math.copysign(min(far, _FURTHEST), effect) * (_WIDTH / 2 - 4) / _FURTHEST
