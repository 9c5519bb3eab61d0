"""Run an experiment over many seeds, keep every finished run, go on after an interruption.

How to add an experiment
------------------------
Write ``experiments/NAME.py`` with a table of variants and hand it to `main`::

    def run(width: int, seed: int) -> Outcome:
        ...                                   # train one network
        return Outcome(metrics={"val_mae": 0.51}, curves={"val_mae_by_epoch": [0.9, 0.6, 0.51]})

    EXPERIMENT = Experiment("NAME", {"narrow": partial(run, 16), "wide": partial(run, 256)}, seeds=10)

    if __name__ == "__main__":
        main(EXPERIMENT)

Then ``python experiments/NAME.py`` appends one line for each finished run to ``experiments/results/NAME.csv``,
and ``--status`` says what is there. Start it again at any time: what is in the file is not run again.
Seeds are the outer loop, so that half a file still compares all variants over the same seeds.
To measure a variant again, delete its lines. ``autograder.datasets.recorded`` gives a chapter the results.

As many runs go on at a time as there are cores, or ``--jobs``, each in a process with one thread.

Rules: a variant's name is a stable id; every variant of a file reports the same metrics; a run gets its
randomness from its seed alone; the experiment has the name of its file.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import importlib
import io
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib.metadata import version
from pathlib import Path

import pandas as pd
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from autograder.environment import one_thread, prepare
from autograder.processes import ProcessLostError, in_processes

prepare()
one_thread()  # the same sums in the same order, and no fight over cores

RESULTS = Path(__file__).resolve().parent / "results"
PACKAGES = ("tensorflow-cpu", "keras", "numpy")
DECIMALS = 4


@dataclass(frozen=True)
class Outcome:
    """What one run found: numbers, and curves with one number per epoch."""

    metrics: Mapping[str, float]
    curves: Mapping[str, Sequence[float]] = field(default_factory=dict)


@dataclass(frozen=True)
class Experiment:
    """A name (of the result file), a function of the seed for each variant, and how many seeds to run."""

    name: str
    variants: Mapping[str, Callable[[int], Outcome]]
    seeds: int = 10

    @property
    def path(self) -> Path:
        """The result file."""
        return RESULTS / f"{self.name}.csv"


def missing(experiment: Experiment, seeds: range) -> list[tuple[str, int]]:
    """The runs that are not in the result file yet, as (variant, seed), seed by seed."""
    done: set[tuple[str, int]] = set()
    if experiment.path.is_file():
        table = pd.read_csv(experiment.path, usecols=["variant", "seed"])
        done = set(zip(table["variant"], table["seed"], strict=True))
    return [(variant, seed) for seed in seeds for variant in experiment.variants if (variant, seed) not in done]


def drop_torn_line(path: Path) -> None:
    """Cut off a last line that an interruption left unfinished."""
    if path.is_file() and not (text := path.read_bytes()).endswith(b"\n"):
        path.write_bytes(text[: text.rfind(b"\n") + 1])


def append(path: Path, row: Mapping[str, object]) -> None:
    """Append one line in a single write, after a header if the file is new.

    Raises:
        ValueError: the columns are not those of the file.
    """
    new = not path.is_file() or path.stat().st_size == 0
    if not new:
        with path.open(encoding="utf-8", newline="") as stream:
            header = next(csv.reader(stream))
        if header != list(row):
            raise ValueError(f"{path.name} has the columns {header}, this run reports {list(row)}: delete the file")
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    if new:
        writer.writerow(row)
    writer.writerow(row.values())
    path.parent.mkdir(exist_ok=True)
    with path.open("a", encoding="utf-8") as stream:
        stream.write(text.getvalue())


def finished_row(experiment: Experiment, variant: str, seed: int) -> dict[str, object]:
    """Run one variant with one seed and return its line for the result file."""
    start = time.process_time()
    outcome = experiment.variants[variant](seed)
    seconds = time.process_time() - start
    return {
        "variant": variant,
        "seed": seed,
        **{name: round(float(value), DECIMALS) for name, value in outcome.metrics.items()},
        "cpu_seconds": round(seconds, 1),
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "versions": " ".join(f"{package}={version(package)}" for package in PACKAGES),
        **{name: " ".join(f"{value:.3f}" for value in curve) for name, curve in outcome.curves.items()},
    }


def run_by_name(name: str, run: tuple[str, int]) -> dict[str, object]:
    """As `finished_row`, in a process that knows only the experiment's name."""
    return finished_row(importlib.import_module(name).EXPERIMENT, *run)


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
            progress.update(task, advance=1, description=f"{row['variant']}, seed {row['seed']}")


def show_status(experiment: Experiment, console: Console) -> None:
    """Print how many seeds of each variant are in the result file."""
    left = missing(experiment, range(experiment.seeds))
    for variant in experiment.variants:
        open_runs = sum(name == variant for name, _ in left)
        console.print(f"{variant:40} {experiment.seeds - open_runs} of {experiment.seeds} seeds")


def main(experiment: Experiment) -> None:
    """The command line of an experiment's file."""
    parser = argparse.ArgumentParser(description=f"Run the experiment {experiment.name}.")
    parser.add_argument(
        "--seeds", default=f"0:{experiment.seeds}", help="first:end, end excluded (default: %(default)s)"
    )
    parser.add_argument("--jobs", type=int, help="how many runs at a time (default: as many as there are cores)")
    parser.add_argument("--status", action="store_true", help="say what is done and what is missing, run nothing")
    arguments = parser.parse_args()
    console = Console()
    drop_torn_line(experiment.path)
    if arguments.status:
        show_status(experiment, console)
        return
    first, end = (int(number) for number in arguments.seeds.split(":"))
    runs = missing(experiment, range(first, end))
    rows = in_processes(partial(run_by_name, experiment.name), runs, arguments.jobs)
    try:
        for row in with_progress(rows, len(runs), console):
            append(experiment.path, row)
    except KeyboardInterrupt:
        sys.exit("Stopped. Finished runs are kept; start it again to go on.")
    except ProcessLostError as error:
        sys.exit(str(error))
    console.print(f"{len(runs)} runs added to {experiment.path.name}")
