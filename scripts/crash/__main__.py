"""``python -m crash --kills 100 --victim grader --seed 0`` exits with 1 if a gradebook differs or a process stays."""

from __future__ import annotations

import argparse
import random
import re
import shutil
import signal
import sys
import tempfile
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table

from autograder.environment import prepare
from crash import victims
from crash.rounds import VICTIMS, Bench, Found

_IN_VAIN = 5


@dataclass
class Row:
    """All rounds of one victim."""

    quota: int
    rounds: list[Found] = field(default_factory=list)

    @property
    def kills(self) -> int:
        """Processes killed."""
        return sum(len(found.kills) for found in self.rounds)

    @property
    def is_done(self) -> bool:
        """Whether there were enough kills, or time and again none."""
        in_vain = len(self.rounds) >= _IN_VAIN and not any(found.kills for found in self.rounds[-_IN_VAIN:])
        return self.kills >= self.quota or in_vain


def main() -> int:
    """Run rounds until every victim was killed often enough; returns the exit code."""
    asked = _arguments()
    prepare()
    victims.adopt()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    console = Console(highlight=False, soft_wrap=True)
    folder = Path(tempfile.mkdtemp(prefix="crash-"))
    names = asked.victim or [*VICTIMS]
    rows = {name: Row(asked.kills // len(names) + (n < asked.kills % len(names))) for n, name in enumerate(names)}
    if asked.together:
        rows = {where: Row(1) for where in sorted({VICTIMS[name].where for name in names})}
    code = 130
    try:
        with ExitStack() as stack:
            _run(Bench(folder, asked.jobs, asked.time_limit, stack), rows, asked, console)
        code = _verdict(rows, victims.left_over([], 10), console)
    except KeyboardInterrupt:
        console.print("Stopped. What was found until then:")
    finally:
        for process in victims.left_over([], 0):
            victims.kill(process)
        victims.left_over([], 5)
        console.print(_table(rows))
        if code == 1:
            console.print(f"The courses that differ, and what was said while they were graded: {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)
    return code


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="crash", description=__doc__)
    parser.add_argument("--kills", type=int, default=len(VICTIMS) * 9, help="how many in all (%(default)s)")
    parser.add_argument("--victim", action="append", choices=[*VICTIMS], help="only this one; may be repeated")
    parser.add_argument("--seed", type=int, default=0, help="draws victims and moments (%(default)s)")
    parser.add_argument("--per-round", type=int, default=2, help="kills before a course is compared (%(default)s)")
    parser.add_argument(
        "--together", action="store_true", help="one round for each way to grade, with all its victims"
    )
    parser.add_argument("--jobs", type=int, default=2, help="submissions at a time (%(default)s)")
    parser.add_argument("--time-limit", type=float, default=8, help="seconds for one notebook (%(default)s)")
    return parser.parse_args()


def _run(bench: Bench, rows: dict[str, Row], asked: argparse.Namespace, console: Console) -> None:
    total = sum(row.quota for row in rows.values())
    columns = [TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("kills")]
    with Progress(*columns, TimeElapsedColumn(), TimeRemainingColumn(), console=console) as progress:
        task = progress.add_task("an undisturbed grading", total=total)
        console.print(f"Undisturbed, {len(bench.graded[1])} facts in {bench.graded[2]:.0f} s.")
        number = 0
        while waiting := [name for name, row in rows.items() if not row.is_done]:
            name = min(waiting, key=lambda name: rows[name].kills / rows[name].quota)
            row = rows[name]
            number += 1
            progress.update(task, description=name)
            chance = random.Random(f"{asked.seed} {name} {len(row.rounds)}")  # noqa: S311 (not a secret)
            if asked.together:
                strikes = bench.waves(name, asked.per_round, chance)
            else:
                strikes = bench.strikes(name, min(asked.per_round, row.quota - row.kills), chance)
            found = bench.round(strikes, chance)
            row.rounds.append(found)
            progress.advance(task, len(found.kills))
            console.print(_line(name, found))


def _line(name: str, found: Found) -> str:
    when = ", ".join(map(str, found.kills)) or "nobody met"
    said = "identical" if not found.different else "[bold red]DIFFERENT[/]"
    lines = [f"{name}: killed {when}: {said} after {found.gradings} gradings"]
    lines += [f"    {line[:400]}".replace("[", r"\[") for line in found.different[:10]]
    lines += [f"    still lives: {line}" for line in found.processes]
    return "\n".join(lines)


def _verdict(rows: dict[str, Row], alive: list[object], console: Console) -> int:
    """0 if nothing differs, nothing lives on and everybody was met."""
    for process in alive:
        console.print(f"[bold red]still lives at the end:[/] {process}")
    found = [found for row in rows.values() for found in row.rounds]
    short = [name for name, row in rows.items() if row.kills < row.quota]
    if short:
        console.print(f"[bold red]not killed as often as asked:[/] {', '.join(short)}")
    return int(bool(alive or short or any(one.different or one.processes for one in found)))


def _table(rows: dict[str, Row]) -> Table:
    table = Table("victim", "kills", "rounds", "identical", "differ", "processes left", "files left", title="kill -9")
    for name, row in rows.items():
        same = sum(not found.different for found in row.rounds)
        left = Counter(_kind(path) for found in row.rounds for path in found.folders)
        files = ", ".join(f"{count} {kind}" for kind, count in sorted(left.items()))
        processes = sum(len(found.processes) for found in row.rounds)
        numbers = (row.kills, len(row.rounds), same, len(row.rounds) - same, processes)
        table.add_row(name, *map(str, numbers), files or "none")
    kills, rounds = sum(row.kills for row in rows.values()), sum(len(row.rounds) for row in rows.values())
    table.add_section()
    table.add_row("all", str(kills), str(rounds))
    return table


def _kind(path: str) -> str:
    """Without what was drawn at random: autograder-run-x4k2abcd → autograder-run-*."""
    return re.sub(r"[a-z0-9_]{8}$", "*", Path(path).name)


if __name__ == "__main__":
    sys.exit(main())
