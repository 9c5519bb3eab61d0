"""Prose, ledger and recorded runs say the same."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest

from autograder import ledger
from autograder.ledger.history import FORMER, changes
from autograder.rules import Level, all_rules

ROOT = Path(__file__).resolve().parents[2]
CHAPTERS = ROOT / "chapters"
CLAIMS = ledger.read()
OF_RULES = [claim for claim in CLAIMS if claim.chapter == "rules"]  # their verdicts stand in no chapter
OF_CHAPTERS = [claim for claim in CLAIMS if claim.chapter != "rules"]
PAGES = sorted({claim.chapter for claim in OF_CHAPTERS})
ENOUGH = 10
VERDICT = re.compile(r"(?<!\*)\*(Confirmed|Refuted|Depends|Undecided)\b( so far)?")


def paragraphs(page: str) -> dict[str, str]:
    """The paragraphs of a chapter that follow an anchor ``(claim-…)=``."""
    text = (CHAPTERS / f"{page}.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^\(claim-([\w-]+)\)=\n(.*?)(?=\n\n)", text, re.MULTILINE | re.DOTALL))


def each(claims: list[ledger.Claim]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("claim", claims, ids=lambda claim: f"{claim.chapter}-{claim.name}")


@each(OF_CHAPTERS)
def test_verdict_in_the_chapter_is_the_computed_one(claim):
    said = VERDICT.search(paragraphs(claim.chapter)[claim.name])
    if said:
        assert (said[1].lower(), bool(said[2])) == (claim.verdict, claim.exploration)
    else:  # a finding of the course needs no verdict, but it must be one
        assert (claim.by, claim.verdict) == ("the course", "confirmed")


@pytest.mark.parametrize("page", [path.stem for path in sorted(CHAPTERS.glob("*.md"))])
def test_claims_stand_in_the_order_of_the_text_and_each_verdict_has_its_anchor(page):
    assert list(paragraphs(page)) == [claim.name for claim in CLAIMS if claim.chapter == page]
    after_anchors = sum(len(VERDICT.findall(text)) for text in paragraphs(page).values())
    assert len(VERDICT.findall((CHAPTERS / f"{page}.md").read_text(encoding="utf-8"))) == after_anchors


@pytest.mark.parametrize("rule", [rule for rule in all_rules().values() if rule.claims], ids=lambda rule: rule.id)
def test_what_a_rule_relies_on_is_in_the_ledger_and_a_warning_is_not_refuted(rule):
    verdicts = {f"{claim.chapter}/{claim.name}": claim.verdict for claim in CLAIMS}
    relies_on = [verdicts[name] for name in rule.claims]
    assert rule.level is not Level.WARNING or set(relies_on) != {"refuted"}


@each(OF_RULES)
def test_a_claim_about_a_rule_is_what_that_rule_relies_on(claim):
    (family,) = {finding.effect.experiment.removeprefix("rules_") for finding in claim.findings}
    assert f"rules/{claim.name}" in all_rules()[f"{family}/{claim.name}"].claims


@each(CLAIMS)
def test_each_effect_has_enough_units(claim):
    assert {finding.effect.where: finding.n for finding in claim.findings if finding.n < ENOUGH} == {}


@pytest.mark.parametrize("path", sorted(ledger.RESULTS.glob("*.csv")), ids=lambda path: path.stem)
def test_results_hold_every_run_once_and_whole(path):
    table = pd.read_csv(path)
    assert not table.duplicated(["variant", "unit"]).any()
    assert table.notna().all().all()
    assert table["versions"].str.contains("keras=").all()


@pytest.mark.parametrize("chapter", sorted({claim.chapter for claim in CLAIMS}))
def test_the_ledger_page_shows_every_claim(chapter):
    assert f'\ntable("{chapter}")\n' in (CHAPTERS / "claims.md").read_text(encoding="utf-8")


def test_what_changed_is_told_with_a_reason():
    told = changes(CLAIMS)
    assert told
    assert all(change.before != change.claim.verdict and change.why.endswith(".") for change in told)
    assert set(former_names()) <= {(claim.chapter, claim.name) for claim in CLAIMS}


def former_names() -> list[tuple[str, str]]:
    table = pd.read_csv(FORMER)
    return list(zip(table["chapter"], table["claim"], strict=True))


@pytest.mark.parametrize("page", PAGES)
def test_the_chapter_links_the_ledger_page(page):
    assert "](claims.md)" in (CHAPTERS / f"{page}.md").read_text(encoding="utf-8")
