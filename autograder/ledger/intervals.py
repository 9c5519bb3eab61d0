"""Intervals for the median of a few numbers, without an assumption on how they are distributed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import comb, inf

CONFIDENCE = 0.95


def each_of(comparisons: int, confidence: float = CONFIDENCE) -> float:
    """The confidence of each interval that makes so many of them hold together (Bonferroni)."""
    return 1 - (1 - confidence) / comparisons


def interval(differences: Sequence[float], confidence: float = CONFIDENCE) -> tuple[float, float]:
    """The innermost two values of equal rank from both ends that enclose the median; infinite if all are too few."""
    ranked, rank = sorted(differences), _rank(len(differences), confidence)
    return (ranked[rank - 1], ranked[-rank]) if rank else (-inf, inf)


def signed_rank_interval(differences: Sequence[float], confidence: float = CONFIDENCE) -> tuple[float, float]:
    """The interval of Hodges and Lehmann: narrower, right only if the differences are distributed symmetrically."""
    n = len(differences)
    means = sorted((differences[i] + differences[j]) / 2 for i in range(n) for j in range(i, n))
    ways = _signed_rank_ways(n)
    outside, rank = 0.0, 0
    while rank < len(means) // 2 and outside + 2 * ways[rank] / 2**n <= 1 - confidence:
        outside += 2 * ways[rank] / 2**n
        rank += 1
    return (means[rank - 1], means[-rank]) if rank else (-inf, inf)


@cache
def _rank(n: int, confidence: float) -> int:
    """How many values from either end the interval begins; 0 if not even the two outermost are far enough apart."""
    outside, rank = 0.0, 0
    while rank < n // 2 and outside + 2 * comb(n, rank) / 2**n <= 1 - confidence:
        outside += 2 * comb(n, rank) / 2**n
        rank += 1
    return rank


@cache
def _signed_rank_ways(n: int) -> list[int]:
    """In how many ways some of the numbers 1 to n add up to 0, to 1, to 2, and so on."""
    ways = [1]
    for number in range(1, n + 1):
        ways = [
            (ways[total] if total < len(ways) else 0) + (ways[total - number] if total >= number else 0)
            for total in range(len(ways) + number)
        ]
    return ways
