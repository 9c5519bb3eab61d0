"""From what was measured to a page: ratios with their targets, the numbers behind them, and the machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from autograder.judge.seeds import SEEDS
from bench.machine import Load
from bench.setting import Measured

Numbers = Mapping[str, Mapping[str, float]]


class Ratio(NamedTuple):
    """A line of the table.

    Attributes:
        what: what is compared with what.
        value: computed from the numbers by measurement; a KeyError says that something was not measured.
        shown: how the value is written.
        target: at least or, if negative, at most this; None where there is none.
    """

    what: str
    value: Callable[[Numbers], float]
    shown: str = "{:.1f} times"
    target: float | None = None

    def verdict(self, value: float) -> str:
        """What was asked, and whether it was reached."""
        if self.target is None:
            return ""
        reached = value >= self.target if self.target >= 0 else value <= -self.target
        asked = f"{'≥' if self.target >= 0 else '≤'} {self.shown.format(abs(self.target))}"
        return f"{asked}: {'reached' if reached else '**missed**'}"


def _training(n: Numbers) -> float:
    """Seconds of training on all cores together: the students' own, and what the judge repeated."""
    return (n["bare-repeating"]["training"] + n["grade-repeating"]["repeated"]) / n["bare-repeating"]["processes"]


RATIOS = (
    Ratio(
        "plain `nbgrader autograde` takes so many times as long as `autograder grade`",
        lambda n: n["nbgrader"]["seconds"] / n["grade"]["seconds"],
        target=8,
    ),
    Ratio(
        "`otter run` of otter-grader 7 takes so many times as long as `autograder grade`",
        lambda n: n["otter"]["seconds"] / n["grade"]["seconds"],
    ),
    Ratio(
        "`autograder grade` against the bare short training, divided over the cores",
        lambda n: n["grade"]["seconds"] / (n["bare"]["training"] / n["bare"]["processes"]),
        "{:.2f} times",
        target=-1.25,
    ),
    Ratio(
        "the same, of whole notebooks",
        lambda n: n["grade-whole"]["seconds"] / (n["bare-whole"]["training"] / n["bare-whole"]["processes"]),
        "{:.2f} times",
        target=-1.25,
    ),
    Ratio(
        "the same, against all cells of the whole notebooks but the check",
        lambda n: n["grade-whole"]["seconds"] / (n["bare-whole"]["cells"] / n["bare-whole"]["processes"]),
        "{:.2f} times",
    ),
    Ratio(
        "one job takes so many times as long as one job for each core, on whole notebooks",
        lambda n: n["grade-whole"]["one_job"] / n["grade-whole"]["seconds"],
        "{:.2f} times",
    ),
    Ratio(
        "verdicts that are the same, digit by digit, with one job, with more, and a second time",
        lambda n: 100 * n["grade-whole"]["same"] / n["grade-whole"]["graded"],
        "{:.0f} %",
        target=100,
    ),
    Ratio(
        "`autograder grade` against the bare training, of whole notebooks whose judge trains, too, which counts",
        lambda n: n["grade-repeating"]["seconds"] / _training(n),
        "{:.2f} times",
        target=-1.25,
    ),
    Ratio(
        "a training that the judge repeats against the student's own",
        lambda n: n["grade-repeating"]["repeated"] / len(SEEDS) / n["bare-repeating"]["training"],
        "{:.2f} times",
        target=-0.8,
    ),
    Ratio("an ordinary kernel against a warm one", lambda n: n["kernel"]["cold"] / n["kernel"]["warm"]),
    Ratio("a warm kernel until TensorFlow is imported", lambda n: n["kernel"]["warm"], "{:.2f} s", target=-0.5),
    Ratio("`autograder doctor` on a notebook", lambda n: n["doctor"]["notebook"], "{:.3f} s", target=-0.15),
    Ratio("`autograder doctor` on a script", lambda n: n["doctor"]["script"], "{:.3f} s", target=-0.15),
    Ratio("each further notebook", lambda n: 1000 * n["doctor"]["further_notebook"], "{:.1f} ms", target=-5),
    Ratio("each further script", lambda n: 1000 * n["doctor"]["further_script"], "{:.1f} ms", target=-5),
    Ratio(
        "two Dask workers' time that was spent on submissions",
        lambda n: 100 * n["cluster"]["share"],
        "{:.1f} %",
        target=95,
    ),
    Ratio(
        "the coordinator's memory at the end against after a tenth of the submissions",
        lambda n: n["cluster"]["memory_late"] / n["cluster"]["memory_early"],
        "{:.2f} times",
        target=-1.1,
    ),
)

SENTENCES = {
    "kernel": "**Kernels.** An ordinary kernel has TensorFlow imported after {cold:.1f} s, one forked from the warm "
    "parent after {warm:.2f} s (medians), the very first one, with the parent's own start, after {first:.1f} s.",
    "doctor": "**Doctor.** One notebook: {notebook:.3f} s, the same code as a script: {script:.3f} s, whole "
    "processes; Python alone starts and ends in {python:.3f} s (medians).",
    "bare": "**Bare training, short.** {processes:.0f} processes, one thread each, that had imported everything: "
    "{training:.1f} s in cells that call `fit`, {cells:.1f} s in all cells but the check, {elapsed:.1f} s on the "
    "clock.",
    "grade": "**`autograder grade`, short.** The whole command on {graded:.0f} submissions, from nothing, with the "
    "start of the warm parent: {seconds:.1f} s with {jobs:.0f} jobs (median; {spread:.1f} s between the runs), "
    "{one_job:.1f} s with one.",
    "nbgrader": "**Plain nbgrader.** `nbgrader autograde` with its own preprocessors and the ordinary kernel: "
    "{seconds:.1f} s for {graded:.0f} submissions.",
    "otter": "**otter-grader 7.** `otter run` in its own virtual environment, without a container, one call for each "
    "submission: {seconds:.1f} s for {graded:.0f}. The notebooks are the same but for the check, which one trivial "
    "test replaces. (`otter grade`, which does several at a time, needs Docker.)",
    "cluster": "**Cluster.** {submissions:.0f} submissions in {seconds:.0f} s through {workers:.0f} Dask workers of "
    "one thread, {failed:.0f} of them failed. Loop, journal and gradebook are the real ones; the workers replay one "
    "recorded submission in its full size and wait {replay:.1f} s for it (a real one took {real:.1f} s there). The "
    "coordinator used {cpu:.0f} s of processor; its memory was {memory_early:.0f} MB after a tenth, "
    "{memory_late:.0f} MB at the end, {memory_peak:.0f} MB at most; the scheduler's {scheduler_memory:.0f} MB at "
    "the end. The longest that a worker waited between two submissions was {longest_gap:.2f} s.",
}
KINDS = {
    "whole": "whole notebooks",
    "repeating": "whole notebooks, all right, of an exercise whose judge trains again",
}
SENTENCES |= {
    f"{name}-{kind}": SENTENCES[name].replace(", short.**", f", {said}.**")
    for kind, said in KINDS.items()
    for name in ("bare", "grade")
}
"""What each measurement did and found, to be filled with its numbers."""


def ratios(found: Mapping[str, Measured]) -> Iterator[tuple[str, str, str]]:
    """What is compared, the value, and whether the target is reached; for all that was measured."""
    numbers = {name: measured.numbers for name, measured in found.items()}
    for ratio in RATIOS:
        try:
            value = ratio.value(numbers)
        except KeyError:
            continue
        yield ratio.what, ratio.shown.format(value), ratio.verdict(value)


def _phases(found: Mapping[str, Measured]) -> Iterator[str]:
    """Where the seconds of ``autograder grade`` go, one table for each of its measurements."""
    for name, measured in found.items():
        if measured.costs:
            yield from (f"## Where the seconds go: {name}", "")
            yield from ("| what happened | median | longest | all | share |", "|---|--:|--:|--:|--:|")
            for one in measured.costs:
                share = "" if one.share is None else f"{one.share:.0%}"
                yield f"| {one.doing} | {one.median:.2f} s | {one.longest:.2f} s | {one.total:.1f} s | {share} |"
            yield ""


def page(
    found: Mapping[str, Measured], failed: Mapping[str, str], loads: Mapping[str, Load], facts: Mapping[str, str]
) -> str:
    """The whole page, as Markdown.

    Args:
        found: what each measurement found, by its name.
        failed: why a measurement failed, by its name.
        loads: what the machine was doing before each of them.
        facts: of the machine.
    """
    busy = ", ".join(name for name, load in loads.items() if not load.is_idle)
    return "\n".join([
        "# Benchmarks",
        "",
        "`make bench` wrote this page; do not edit it. All numbers are of one run on one machine. The ratios travel",
        "to other machines; the seconds do not.",
        "",
        *([f"> **The machine was not idle** before: {busy}. Do not trust this page.", ""] if busy else ()),
        "| what | value | target |",
        "|---|---|---|",
        *(f"| {' | '.join(row)} |" for row in ratios(found)),
        "",
        "## What was measured",
        "",
        "All graders grade the same notebooks: right and wrong answers to an exercise whose judge does not train",
        "again. *Short* notebooks train for two epochs and nothing else; *whole* ones are as students hand them in.",
        "",
        *(f"{SENTENCES[name].format(**measured.numbers)}\n" for name, measured in found.items()),
        *(f"**Not measured: {name}.** {reason}\n" for name, reason in failed.items()),
        *(f"- {note}" for measured in found.values() for note in measured.notes),
        "",
        *_phases(found),
        "## The machine",
        "",
        "| | |",
        "|---|---|",
        *(f"| {name} | {fact} |" for name, fact in facts.items()),
        *(f"| before {name} | {load} |" for name, load in loads.items()),
        "",
    ])  # fmt: skip
