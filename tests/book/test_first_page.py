"""What the build computes for the first page and for the page of what was checked."""

import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from autograder import ledger

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Said:
    by: str
    verdict: str


@pytest.fixture
def gallery(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(ROOT / "chapters")
    import gallery

    yield gallery
    sys.modules.pop("gallery", None)


@pytest.fixture
def trust(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(ROOT / "chapters")
    import trust

    yield trust
    for name in ("trust", "execution"):
        sys.modules.pop(name, None)


def test_the_outcome_of_a_chapter_is_told_in_six_words(gallery) -> None:
    said = gallery.in_six_words([Said("an answer", verdict) for verdict in ("confirmed", "refuted", "undecided")])
    assert said == "1 of 3 confirmed, 1 refuted"
    assert len(said.split()) == 6


def test_the_claim_that_is_told_is_one_that_somebody_got_wrong_if_there_is_one(gallery) -> None:
    ours, right, wrong = Said("the course", "refuted"), Said("an answer", "confirmed"), Said("an answer", "refuted")
    assert gallery.telling([ours, right, wrong]) is wrong
    assert gallery.telling([ours, right]) is right
    assert gallery.telling([ours]) is ours


def test_every_chapter_with_claims_has_a_picture_with_all_its_effects(gallery) -> None:
    claims = [claim for claim in ledger.read() if claim.chapter == "red-wine"]
    made = gallery.html(claims, {"red-wine": "Wine & <water>", "none": "No claims"})
    effects = sum(len(claim.findings) for claim in claims)
    assert made.count("<circle") == effects
    assert f"{effects} effects" in made
    assert "Wine &amp; &lt;water&gt;" in made
    assert "No claims" not in made


def test_places_grow_with_the_effect_and_end(gallery) -> None:
    places = [gallery._place(effect) for effect in (float("-inf"), -3, -1, 0, 1, 2, 2.01, 100, float("inf"))]
    assert places == sorted(places)
    assert places[0] >= 0
    assert places[-1] <= gallery._WIDTH
    assert places[3] == gallery._WIDTH / 2


def test_the_page_names_versions_runs_and_the_commit(trust) -> None:
    day = datetime(2026, 11, 2, tzinfo=UTC)
    text = trust.page([(Path("a/red-wine.md"), day, 41.7)], {"Keras": "3.1"}, 12, trust.made(day, "commit `1a2b`"))
    assert "| [](red-wine.md) | 2026-11-02 | 42 |" in text
    assert "| Keras | 3.1 |" in text
    assert "Built on 2026-11-02 from commit `1a2b`." in text
    assert "By 12 tests" in text


def test_outside_a_repository_the_page_says_so(trust, tmp_path: Path) -> None:
    assert trust.commit(tmp_path) == ""
    assert "outside a git repository" in trust.made(datetime(2026, 1, 1, tzinfo=UTC), "")
