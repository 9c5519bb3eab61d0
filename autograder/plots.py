"""The figures of the course: every run is shown, colours are safe for colour-blind readers, text stays large.

All functions draw on a given matplotlib ``Axes`` or on a new one, and return it, so a chapter can add to it.
Use them inside `style`. Figures have an opaque white ground and so read the same on light and dark pages.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain, cycle
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from cycler import cycler
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

PALETTE = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#000000")
"""Okabe and Ito's colours, the darkest first; the order in which lines and groups take them."""

ASKED, ADVICE, OURS = "#767676", "#E69F00", "#0072B2"
"""One meaning for a colour: the network as somebody asked about it, the advice that was given, the course's fix."""

_DASHES = ("-", "--", "-.", ":")
_INK = "#222222"
_FURTHEST = 12.0
_OUTCOMES = {
    "helps": ("#009E73", "o"),
    "no difference": ("#222222", "s"),
    "no help": ("#8F5FBF", "v"),
    "hurts": ("#CC79A7", "X"),
    "differs": ("#CC79A7", "P"),
    "undecided": ("#909090", "|"),
    "always": ("#009E73", "D"),
    "not always": ("#CC79A7", "D"),
}
_VERDICTS = {"confirmed": ("#009E73", "o"), "depends": ("#8F5FBF", "D"), "refuted": ("#CC79A7", "X"),
             "undecided": ("#909090", "|")}  # fmt: skip
_EDGES = {"|": 2.0}
"""How thick a mark is that is nothing but a line."""
_STYLE: dict[Any, Any] = {
    "axes.edgecolor": "#767676",
    "axes.facecolor": "white",
    "axes.grid": True,
    "axes.labelcolor": _INK,
    "axes.prop_cycle": cycler(color=PALETTE),
    "axes.spines.right": False,
    "axes.spines.top": False,
    "figure.dpi": 150,
    "figure.facecolor": "white",
    "figure.figsize": (5.2, 3.5),
    "figure.constrained_layout.use": True,
    "font.size": 11.5,
    "grid.color": "#DDDDDD",
    "grid.linewidth": 0.8,
    "legend.frameon": False,
    "lines.linewidth": 2.0,
    "savefig.facecolor": "white",
    "text.color": _INK,
    "xtick.color": _INK,
    "ytick.color": _INK,
}


@contextmanager
def style() -> Iterator[None]:
    """Draw figures in the course's style for as long as the ``with`` block runs.

    Only what the style sets is put back: ``matplotlib.rc_context`` would also put back the interactive mode that
    a notebook switches on at its first figure, and all later figures would stay hidden.
    """
    before = {key: plt.rcParams[key] for key in _STYLE}
    plt.rcParams.update(_STYLE)
    try:
        yield
    finally:
        plt.rcParams.update(before)


def compare_curves(
    curves: Mapping[str, Sequence[Sequence[float]]],
    *,
    ylabel: str,
    colours: Sequence[str] = PALETTE,
    ax: Axes | None = None,
) -> Axes:
    """Draw one curve, over several seeds, for each of several networks.

    Args:
        curves: a label to the seeds' curves, shape (seeds, epochs); the epochs may differ between labels.
        ylabel: the quantity and its unit.
        colours: of the labels, one after the other.
        ax: where to draw; a new figure by default.

    Returns:
        The axes: for each label the median over seeds as a line in a band from the lowest to the highest seed.

    Raises:
        ValueError: nothing to draw, or seeds of different length.
    """
    if not curves:
        raise ValueError("curves: expected at least one label, received none")
    ax = ax or plt.subplots()[1]
    for (label, seeds), color, dash in zip(curves.items(), cycle(colours), cycle(_DASHES), strict=False):
        _band(ax, label, _table(label, seeds), color, dash)
    ax.set(xlabel="epoch", ylabel=ylabel)
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    ax.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=2)
    return ax


def seed_strip(
    values: Mapping[str, Sequence[float]],
    *,
    xlabel: str,
    marks: Mapping[str, float] | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw one dot per seed and a bar at the median, one row per variant, the first on top.

    Args:
        values: a variant's label to one number per seed.
        xlabel: the quantity and its unit.
        marks: labelled vertical lines to compare with, such as the error of a simpler model.
        ax: where to draw; a new figure by default, as high as the number of variants needs.

    Returns:
        The axes.

    Raises:
        ValueError: no variants, or a variant without a seed.
    """
    if not values or not all(len(seeds) for seeds in values.values()):
        raise ValueError(f"values: expected one number or more for each variant, received {dict(values)!r}")
    ax = ax or plt.subplots(figsize=(5.2, 1.4 + 0.34 * len(values)))[1]
    for row, (seeds, color) in enumerate(zip(values.values(), cycle(PALETTE), strict=False)):
        rows = np.full(len(seeds), row)
        ax.plot(seeds, rows, "o", color=color, alpha=0.6, markersize=7, markeredgewidth=0, zorder=3)
        ax.plot([np.median(seeds)], [row], "|", color=_INK, markersize=17, markeredgewidth=1.6, zorder=2.5)
    for (label, place), dash in zip((marks or {}).items(), cycle(_DASHES[1:]), strict=False):
        ax.axvline(place, color=_INK, linestyle=dash, linewidth=1.3, label=label)
    if marks:
        ax.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=2)
    ax.set(xlabel=xlabel, yticks=range(len(values)), yticklabels=list(values), ylim=(len(values) - 0.5, -0.5))
    ax.grid(visible=False, axis="y")
    return ax


def baselines(ax: Axes, values: Mapping[str, float], *, upright: bool = False) -> None:
    """Draw labelled black dashed lines across the axes, or ``upright`` at places of the horizontal axis."""
    line = ax.axvline if upright else ax.axhline
    for (label, value), dash in zip(values.items(), cycle(_DASHES[1:]), strict=False):
        line(value, color="black", linestyle=dash, linewidth=1.2, label=label)


def against_truth(
    true: np.ndarray, answers: Mapping[str, tuple[np.ndarray, str]], *, unit: str, upto: float
) -> list[Axes]:
    """Draw answers against the truth, a panel for each title's ``(answers, colour)``; the dashed line is perfect.

    Args:
        true: the true values, shape (rows,).
        answers: a title to answers of the same shape, and their colour.
        unit: of both axes.
        upto: where the vertical axis ends; it begins at 0.
    """
    size, letters = (min(2.2 * len(answers), 5.2), 2.7), 36 // len(answers)
    panels = plt.subplots(1, len(answers), figsize=size, sharey=True, squeeze=False)[1][0]
    for panel, (title, (given, colour)) in zip(panels, answers.items(), strict=True):
        panel.plot(true, given, ".", markersize=2, color=colour)
        panel.axline((0, 0), slope=1, color="black", linestyle="--", linewidth=1)
        panel.set(title=textwrap.fill(title, letters), xlabel=f"truth ({unit})", ylim=(0, upto))
    panels[0].set_ylabel(f"answer ({unit})")
    return list(panels)


def forest(rows: Mapping[str, Sequence[tuple[float, float, float, str]]], *, ax: Axes | None = None) -> Axes:
    """Draw effects with their intervals, in multiples of what matters: each claim, and its effects below it.

    Args:
        rows: a claim to its effects, each ``(low, middle, high, outcome)``, with an outcome of the ledger.
        ax: where to draw; a new figure by default, as high as the rows need, and narrow enough for a phone.

    Returns:
        The axes: beyond ten times what matters the scale is cut, and an interval that goes on has an arrow.
    """
    labels, places, end = _lines(rows)
    ax = ax or plt.subplots(figsize=(4.3, 1.4 + 0.16 * end))[1]
    ax.axvspan(-1, 1, color="#E4E4E4", zorder=0, label="too small to matter")
    for place, effect in zip(places, chain(*rows.values()), strict=True):
        _effect(ax, place, effect)
    for outcome in dict.fromkeys(effect[3] for effects in rows.values() for effect in effects):
        color, marker = _OUTCOMES[outcome]
        ax.plot([], [], marker, color=color, markeredgewidth=_EDGES.get(marker, 1), label=outcome)
    ax.set_xscale("symlog", linthresh=2, linscale=1.5)
    ax.set(xlabel="effect, in multiples of what matters", xticks=(-10, -2, -1, 0, 1, 2, 10), xlim=(-14, 14))
    ax.xaxis.set_major_formatter("{x:g}")
    ax.tick_params(axis="x", labelsize=10)
    ax.set_yticks(labels, list(rows), ha="left", va="top", fontsize=9.5, linespacing=1.1)
    ax.set_ylim(end, -0.3)
    ax.tick_params(axis="y", length=0, pad=-3)  # claims stand inside, above their effects
    ax.grid(visible=False, axis="y")
    ax.spines["left"].set_visible(False)
    ax.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=2, fontsize=10)
    return ax


def verdicts(rows: Mapping[str, Sequence[str]], *, ax: Axes | None = None) -> Axes:
    """Draw verdicts: a row for each chapter, the first on top, and in it a mark for each claim, in their order.

    Args:
        rows: a chapter to the verdicts of its claims, in the ledger's words.
        ax: where to draw; a new figure by default, as high as the rows need, and narrow enough for a phone.
    """
    ax = ax or plt.subplots(figsize=(4.8, 1.2 + 0.26 * len(rows)))[1]
    for verdict, (color, marker) in _VERDICTS.items():
        found = [
            (at, row) for row, said in enumerate(rows.values()) for at, one in enumerate(said, 1) if one == verdict
        ]
        across, down = zip(*found, strict=True) if found else ((), ())
        edge = _EDGES.get(marker, 0.5)
        ax.plot(across, down, marker, color=color, markersize=5.5, markeredgewidth=edge, label=verdict)
    ax.set(xlabel="claims, in the order of the chapter", yticks=range(len(rows)), yticklabels=list(rows))
    ax.set_ylim(len(rows) - 0.4, -0.6)
    ax.tick_params(labelsize=9.5)
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    ax.legend(loc="lower center", bbox_to_anchor=(0.25, 1.0), ncols=2, fontsize=10)
    return ax


def _effect(ax: Axes, place: float, effect: tuple[float, float, float, str]) -> None:
    """Draw an interval with its median and, where it goes on beyond the scale, an arrow."""
    low, middle, high, outcome = effect
    color, marker = _OUTCOMES[outcome]
    ax.plot(np.clip([low, high], -_FURTHEST, _FURTHEST), [place, place], "-", color=color, linewidth=1.4)
    for end, arrow in ((low, "<"), (high, ">")):
        if abs(end) > _FURTHEST:
            ax.plot(np.sign(end) * _FURTHEST, place, arrow, color=color, markersize=3)
    ax.plot(np.clip(middle, -_FURTHEST, _FURTHEST), place, marker, color=color, markersize=4)


def _lines(rows: Mapping[str, Sequence[Any]]) -> tuple[list[float], list[float], float]:
    """Heights, in lines from the top, of claims and of all their effects below them, and where it ends."""
    labels, places, line = [], [], 0.0
    for claim, effects in rows.items():
        labels.append(line)
        line += 1.3 + claim.count("\n")
        places += [line + 0.6 * (at + 0.5) for at in range(len(effects))]
        line += 0.6 * len(effects) + 0.5
    return labels, places, line


def _table(label: str, seeds: Sequence[Sequence[float]]) -> np.ndarray:
    """The seeds' curves as an array of shape (seeds, epochs)."""
    lengths = sorted({len(curve) for curve in seeds})
    if len(lengths) != 1 or not lengths[0]:
        raise ValueError(f"{label}: expected one length for all {len(seeds)} seeds, received {lengths}")
    return np.asarray(seeds, dtype=float)


def _band(ax: Axes, label: str, table: np.ndarray, color: str, dash: str) -> None:
    """Draw the median of ``table`` (seeds, epochs) and its full range."""
    epochs = np.arange(1, table.shape[1] + 1)
    ax.fill_between(epochs, table.min(axis=0), table.max(axis=0), color=color, alpha=0.18, linewidth=0)
    ax.plot(epochs, np.median(table, axis=0), color=color, linestyle=dash, label=label)
