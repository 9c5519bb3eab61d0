"""Run an experiment over many units, keep every finished run, go on after an interruption.

How to add an experiment
------------------------
Write ``experiments/NAME.py`` with a table of variants and hand it to `main`::

    def run(width: int, unit: int) -> Outcome:
        ...                                   # draw the data, train one network
        return Outcome(metrics={"val_mae": 0.51}, curves={"val_mae_by_epoch": [0.9, 0.6, 0.51]})

    EXPERIMENT = Experiment("NAME", {"narrow": partial(run, 16), "wide": partial(run, 256)})

    if __name__ == "__main__":
        main(EXPERIMENT)

A *unit* is one draw of the data and one seed. All randomness of a run comes from its number, so that all variants of
a unit share their data. Each finished run is one line of ``experiments/results/NAME.csv``:

- ``python experiments/NAME.py --explore 10`` runs all variants with units 0 to 9: to find claims, not to decide them.
- ``python experiments/NAME.py`` runs what the claims in ``experiments/claims`` have planned for their first look, and
  writes the digests of these plans into each line. ``--look 2`` runs more units, for the effects that the first look
  has left undecided. The docstring of ``autograder/ledger/__init__.py`` tells how a claim is planned.
- ``--status`` says what is there, and runs nothing.

Start it again at any time: what is in the file is not run again. Units are the outer loop, so that half a file still
compares all variants over the same units. To measure a variant again, delete its lines.
``autograder.datasets.recorded`` gives a chapter the results.

``KERAS_BACKEND=jax python experiments/NAME.py`` runs what the claims want to have measured again on another backend
of Keras, into ``experiments/results/jax/NAME.csv``. ``make jax`` installs JAX for it, and runs all of it.

As many runs go on at a time as there are cores, or ``--jobs``, each in a process with one thread.

Rules: a variant's name is a stable id; every variant of a file reports the same metrics; the experiment has the name
of its file.
"""

from __future__ import annotations

import argparse
import datetime
import importlib
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib.metadata import version
from pathlib import Path

import backend
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from autograder.csv_log import append, drop_torn_line
from autograder.environment import one_thread, prepare
from autograder.ledger import Ledger, LedgerError
from autograder.ledger.runs import EXPLORATION, runs
from autograder.processes import ProcessLostError, in_processes

prepare()
one_thread()  # the same sums in the same order, and no fight over cores

RESULTS = Path(__file__).resolve().parent / "results"
DECIMALS = 4


@dataclass(frozen=True)
class Outcome:
    """What one run found: numbers, and curves with one number per epoch."""

    metrics: Mapping[str, float]
    curves: Mapping[str, Sequence[float]] = field(default_factory=dict)


@dataclass(frozen=True)
class Experiment:
    """A name (of the result file), and a function of the unit for each variant."""

    name: str
    variants: Mapping[str, Callable[[int], Outcome]]

    @property
    def path(self) -> Path:
        """The result file."""
        return backend.results(RESULTS) / f"{self.name}.csv"


@dataclass(frozen=True, order=True)
class Run:
    """One run to do: unit, variant, and the digests of the plans that it is for, or the word ``exploration``."""

    unit: int
    variant: str
    plans: str


def explored(experiment: Experiment, units: int) -> list[Run]:
    """All variants with the first units, unit by unit."""
    return [Run(unit, variant, EXPLORATION) for unit in range(units) for variant in experiment.variants]


def planned(experiment: Experiment, look: int, ledger: Ledger) -> list[Run]:
    """The runs that claims have planned for a look, unit by unit.

    Raises:
        LedgerError: a plan names a variant that there is not.
    """
    due = ledger.due(experiment.name, look)
    if unknown := sorted({variant for variant, _ in due} - experiment.variants.keys()):
        raise LedgerError(f"{experiment.name}.py has no variant {unknown[0]!r}, but a claim has planned it")
    return sorted(Run(unit, variant, " ".join(sorted(plans))) for (variant, unit), plans in due.items())


def missing(wanted: list[Run], path: Path) -> list[Run]:
    """The runs that are not in the result file yet.

    Raises:
        LedgerError: a run is there, but a plan that needs it came later.
    """
    if not path.is_file():
        return wanted
    done = runs(path).table
    for run in wanted:
        if run.plans == EXPLORATION or run.unit not in done.get(run.variant, {}):
            continue
        there = done[run.variant][run.unit]
        if late := set(run.plans.split()) - there.plans:
            raise LedgerError(
                f"{path.name}:{there.line}: {run.variant!r}, unit {run.unit}, was run before the plan {min(late)}: "
                "let the claim's units begin behind it"
            )
    return [run for run in wanted if run.unit not in done.get(run.variant, {})]


def finished_row(experiment: Experiment, run: Run) -> dict[str, object]:
    """Run one variant with one unit and return its line for the result file."""
    start = time.process_time()
    outcome = experiment.variants[run.variant](run.unit)
    seconds = time.process_time() - start
    return {
        "variant": run.variant,
        "unit": run.unit,
        "plans": run.plans,
        **{name: round(float(value), DECIMALS) for name, value in outcome.metrics.items()},
        "cpu_seconds": round(seconds, 1),
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "versions": " ".join(f"{package}={version(package)}" for package in backend.PACKAGES),
        **{name: " ".join(f"{value:.3f}" for value in curve) for name, curve in outcome.curves.items()},
    }


def run_by_name(name: str, run: Run) -> dict[str, object]:
    """As `finished_row`, in a process that knows only the experiment's name."""
    return finished_row(importlib.import_module(name).EXPERIMENT, run)


def with_progress(rows: Iterator[dict[str, object]], total: int, console: Console) -> Iterator[dict[str, object]]:
    """Yield the rows as they come, behind a bar that says how long the rest will take."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("left:"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, speed_estimate_period=3600) as progress:
        task = progress.add_task("starting", total=total)
        for row in rows:
            yield row
            progress.update(task, advance=1, description=f"{row['variant']}, unit {row['unit']}")


def show_status(experiment: Experiment, wanted: list[Run], console: Console) -> None:
    """Print how many of the wanted units of each variant are in the result file."""
    left = Counter(run.variant for run in missing(wanted, experiment.path))
    for variant, units in Counter(run.variant for run in wanted).items():
        console.print(f"{variant:40} {units - left[variant]} of {units} units")


def main(experiment: Experiment, ledger: Ledger | None = None) -> None:
    """The command line of an experiment's file."""
    parser = argparse.ArgumentParser(description=f"Run the experiment {experiment.name}.")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--explore", type=int, metavar="UNITS", help="run all variants with so many units, from 0")
    what.add_argument("--look", type=int, default=1, help="run what the claims have planned for this look (1)")
    parser.add_argument("--jobs", type=int, help="how many runs at a time (default: as many as there are cores)")
    parser.add_argument("--status", action="store_true", help="say what is done and what is missing, run nothing")
    arguments = parser.parse_args()
    console = Console()
    drop_torn_line(experiment.path)
    ledger = ledger or Ledger(results=RESULTS)
    if backend.NAME != backend.TENSORFLOW:
        ledger = ledger.on(backend.NAME)
    try:
        if arguments.explore is None:
            wanted = planned(experiment, arguments.look, ledger)
        else:
            wanted = explored(experiment, arguments.explore)
        if arguments.status:
            show_status(experiment, wanted, console)
        else:
            do(experiment, missing(wanted, experiment.path), arguments.jobs, console)
    except LedgerError as error:
        sys.exit(str(error))


def do(experiment: Experiment, left: list[Run], jobs: int | None, console: Console) -> None:
    """Do these runs and append each to the result file."""
    rows = in_processes(partial(run_by_name, experiment.name), left, jobs)
    try:
        for row in with_progress(rows, len(left), console):
            append(experiment.path, row)
    except KeyboardInterrupt:
        sys.exit("Stopped. Finished runs are kept; start it again to go on.")
    except ProcessLostError as error:
        sys.exit(str(error))
    console.print(f"{len(left)} runs added to {experiment.path.name}")
