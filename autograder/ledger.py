"""The claims ledger: what the answers said, and what the recorded runs say to it.

How to add a claim
------------------
Write ``experiments/claims/CHAPTER/NAME.toml``, and in the chapter the anchor ``(claim-NAME)=`` before the paragraph
that says the verdict::

    says = "Batch norm is what makes the raw features usable."  # in the course's own words
    by = "the lesson"                   # who says it; "the course" for a finding of ours, put as a claim

    [[effect]]                          # one comparison or more
    where = "at the lesson's size"      # what it covers
    experiment = "red_wine_lesson"      # a file in experiments/results
    measure = "val_mae_last_10"         # a column of it; "a - b" is the difference of two
    changed = "lesson"                  # the variant with the advice; "a - b" is the difference of two
    base = "plain"                      # the variant without it (again "a - b"), or a plain number
    better = "lower"                    # what the claim predicts: that "changed" is lower, or higher, than "base"
    matters = 0.01                      # the smallest difference that counts; a comment says why
    unit = "points"

A claim that two things are *equal* has ``within`` (the largest difference that does not count) in place of ``better``
and ``matters``. Choose ``matters`` and ``within`` before you look at the results: by what a reader would care about.

How a verdict is computed
-------------------------
The *effect* is the difference, seed by seed, positive where it is as predicted. Its *interval* holds the median with
at least 95 % confidence, whatever the distribution: of ten seeds it reaches from the second-smallest to the
second-largest difference. With fewer than six seeds there is none, and it is infinite. The effect

- *holds* if the whole interval is above 0 and the median at least ``matters`` (equal: the interval lies inside
  ± ``within``),
- *fails* if the whole interval is below ``matters`` (equal: outside ± ``within``),
- is *unclear* otherwise.

A claim is *confirmed* if all its effects hold, *refuted* if all fail; in all other cases it *depends*.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache
from math import comb, inf, isfinite
from pathlib import Path
from typing import Any

import pandas as pd

from autograder.datasets.runs import results_folder

RESULTS = results_folder()
CLAIMS = RESULTS.parent / "claims"
CONFIDENCE = 0.95
MINUS = " - "


@dataclass(frozen=True)
class Effect:
    """One comparison between recorded runs, and what a claim predicts of it: a table ``[[effect]]`` of its file."""

    where: str
    experiment: str
    measure: str
    changed: str
    base: str | float
    unit: str
    better: str | None = None
    matters: float | None = None
    within: float | None = None


@dataclass(frozen=True)
class Finding:
    """What the runs say to an effect: ``n`` seeds, median difference, its interval, and holds, fails or unclear."""

    effect: Effect
    n: int
    median: float
    low: float
    high: float
    outcome: str


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
        """``confirmed``, ``refuted`` or ``depends``."""
        outcomes = {finding.outcome for finding in self.findings}
        return "confirmed" if outcomes == {"holds"} else "refuted" if outcomes == {"fails"} else "depends"


def read(chapter: str = "*", folder: Path = CLAIMS, results: Path = RESULTS) -> list[Claim]:
    """All claims, or those of one chapter, by chapter and name.

    Raises:
        ValueError: a file is not as it should be, or the runs do not hold what it asks for; the message names it.
    """
    return [_claim(path, results) for path in sorted(folder.glob(f"{chapter}/*.toml"))]


def claim(name: str, folder: Path = CLAIMS, results: Path = RESULTS) -> Claim:
    """One claim, by ``CHAPTER/NAME``. Raises ValueError, as :func:`read` does, and if there is none such."""
    return _claim(folder / f"{name}.toml", results)


def interval(differences: Sequence[float]) -> tuple[float, float]:
    """The innermost two values of equal rank from both ends that enclose the median with `CONFIDENCE`."""
    ranked, n = sorted(differences), len(differences)
    outside, rank = 0.0, 0  # rank from both ends, and the chance that the median lies outside
    while rank < n // 2 and outside + 2 * comb(n, rank) / 2**n <= 1 - CONFIDENCE:
        outside += 2 * comb(n, rank) / 2**n
        rank += 1
    return (ranked[rank - 1], ranked[n - rank]) if rank else (-inf, inf)


def outcome(effect: Effect, median: float, low: float, high: float) -> str:
    """Whether the effect holds, fails, or is unclear."""
    if effect.within is not None:
        holds = -effect.within <= low and high <= effect.within
        fails = high < -effect.within or low > effect.within
    else:
        assert effect.matters is not None
        holds = low > 0 and median >= effect.matters
        fails = high < effect.matters
    return "holds" if holds else "fails" if fails else "unclear"


def judge(effect: Effect, results: Path = RESULTS) -> Finding:
    """Compare the runs that an effect names, over the seeds that all of them have."""
    runs = _runs(results / f"{effect.experiment}.csv")
    changed = _values(runs, effect.changed, effect.measure)
    base = effect.base if isinstance(effect.base, int | float) else _values(runs, effect.base, effect.measure)
    differences = (changed - base).dropna().round(6) * (-1 if effect.better == "lower" else 1)
    if differences.empty:
        raise ValueError(f"{effect.changed!r} and {effect.base!r} have no seed in common")
    median, (low, high) = float(differences.median()), interval(differences.tolist())
    return Finding(effect, len(differences), median, low, high, outcome(effect, median, low, high))


def _claim(path: Path, results: Path) -> Claim:
    try:
        text = tomllib.loads(path.read_text(encoding="utf-8"))
        _check_keys(text, {"says", "by", "effect"})
        if not text["effect"]:
            raise ValueError("expected one [[effect]] or more")
        findings = tuple(judge(_effect(entry), results) for entry in text["effect"])
    except (ValueError, OSError) as error:
        raise ValueError(f"{path.parent.name}/{path.name}: {error}") from error
    return Claim(path.parent.name, path.stem, text["says"], text["by"], findings)


def _effect(entry: dict[str, Any]) -> Effect:
    keys = {field.name for field in fields(Effect)}
    _check_keys(entry, keys - {"within"} if "within" not in entry else keys - {"better", "matters"})
    size = entry["within" if "within" in entry else "matters"]
    if isinstance(size, str) or not 0 <= size < inf:
        raise ValueError(f"matters, within: expected a number that is not negative, received {size!r}")
    if entry.get("better", "lower") not in ("lower", "higher"):
        raise ValueError(f"better: expected lower or higher, received {entry['better']!r}")
    return Effect(**entry)


def _check_keys(table: dict[str, Any], expected: set[str]) -> None:
    if wrong := sorted(table.keys() ^ expected):
        raise ValueError(f"missing or unknown: {', '.join(wrong)}")


@cache
def _runs(path: Path) -> pd.DataFrame:
    runs = pd.read_csv(path)
    if runs.duplicated(["variant", "seed"]).any():
        raise ValueError(f"{path.name} holds a run twice")
    return runs.set_index(["variant", "seed"]).sort_index()


def _values(runs: pd.DataFrame, variant: str, measure: str) -> pd.Series:
    """The measure by seed; both names may be differences."""
    if MINUS in variant:
        first, second = variant.split(MINUS)
        return _values(runs, first, measure) - _values(runs, second, measure)
    if MINUS in measure:
        first, second = measure.split(MINUS)
        return _values(runs, variant, first) - _values(runs, variant, second)
    if variant not in runs.index.get_level_values("variant"):
        raise ValueError(f"no runs of the variant {variant!r}")
    if measure not in runs:
        raise ValueError(f"no measure {measure!r}")
    values = runs.loc[variant, measure]
    if not all(map(isfinite, values)):
        raise ValueError(f"{measure} of {variant!r} is not a finite number in every run")
    return values
