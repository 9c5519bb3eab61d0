"""Questions about old spellings that several rules ask of a program."""

from __future__ import annotations

from autograder.anatomy.source import Program, Spelling
from autograder.rules.rule import Fault, Faults


def gone(program: Program, kind: str) -> Faults:
    """A fault for every line with old spellings of this kind at which Keras 3 stops."""
    for found in _by_line(program, kind, runs=False):
        pairs = dict.fromkeys(f"{met.old} is now {met.new}" if met.new else f"{met.old} is gone" for met in found)
        yield Fault(f"Keras 3 stops here: {', '.join(pairs)}.", found[0].place)


def _by_line(program: Program, kind: str, runs: bool) -> list[list[Spelling]]:
    lines: dict[tuple[int | None, int], list[Spelling]] = {}
    for met in program.spellings:
        if met.kind == kind and met.runs is runs:
            lines.setdefault((met.place.cell, met.place.line), []).append(met)
    return list(lines.values())
