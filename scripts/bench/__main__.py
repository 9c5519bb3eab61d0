"""``python -m bench [NAME …]``: run all measurements or the named ones, and print the ratios.

A run of all at full size also writes ``BENCHMARKS.md``.
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
import time
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from bench import machine
from bench.page import page, ratios
from bench.setting import REPEATING, ROOT, Measured, Setting

MODULES = {
    "kernel": "kernels",
    "doctor": "examining",
    "bare": "bare",
    "grade": "grading",
    "nbgrader": "nbgrader",
    "otter": "otter",
    "bare-whole": "bare",
    "grade-whole": "grading",
    "bare-repeating": "bare",
    "grade-repeating": "grading",
    "cluster": "dask_cluster",
}
FEW = 6  # submissions to the exercise whose judge trains again: right ones, each trained four times
PAGE = ROOT / "BENCHMARKS.md"


class Run:
    """What one run of the benchmark has found until now."""

    def __init__(self, console: Console) -> None:
        self.found: dict[str, Measured] = {}
        self.failed: dict[str, str] = {}
        self.loads: dict[str, machine.Load] = {}
        self._console = console

    def measure(self, name: str, setting: Setting) -> None:
        """One measurement; that it fails does not stop the others."""
        assert setting.course
        load = self.loads[name] = machine.look()
        warning = "" if load.is_idle else " [bold red]The machine is not idle.[/]"
        self._console.print(f"[bold]{name}[/] ({load}){warning}")
        start = time.monotonic()
        with self._console.status(name) as status:
            saying = replace(setting, say=lambda text: status.update(f"{name}: {escape(text)}"))
            try:
                self.found[name] = import_module(f"bench.{MODULES[name]}").measure(saying)
            except Exception as error:  # a program, a kernel, a cluster fail in many ways
                self.failed[name] = f"{type(error).__name__}: {error}"
                self._console.print(f"  [bold red]not measured:[/] {escape(self.failed[name])}")
                return
        self._console.print(f"  measured in {time.monotonic() - start:.0f} s")
        for number, value in self.found[name].numbers.items():
            self._console.print(f"  {number} {value:.4g}")

    def show(self) -> None:
        """All ratios that can be computed."""
        table = Table("what", "value", "target", title="Ratios of this run")
        for row in ratios(self.found):
            table.add_row(*row)
        self._console.print(table)
        for note in (note for measured in self.found.values() for note in measured.notes):
            self._console.print(f"[bold red]{escape(note)}[/]")


def main(arguments: list[str]) -> int:
    """Returns 0 if everything that was asked for was measured."""
    options = _options(arguments)
    console, full = Console(highlight=False), Setting(Path())
    run = Run(console)
    try:
        with tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as folder:
            setting = Setting(Path(folder), options.submissions, options.recorded, options.repetitions)
            whole = replace(setting, folder=setting.folder / "whole", whole=True)
            few = min(setting.submissions, FEW)
            repeating = replace(
                whole, folder=setting.folder / "repeating", exercise=REPEATING, submissions=few, repetitions=1
            )
            for one in (whole, repeating):
                one.folder.mkdir()
            settings = {"whole": whole, "repeating": repeating}
            for name in options.names or MODULES:
                run.measure(name, settings.get(name.partition("-")[2], setting))
    except KeyboardInterrupt:
        console.print("Stopped. Nothing was written.")
        return 130
    run.show()
    if not options.names and replace(setting, folder=full.folder) == full:
        PAGE.write_text(page(run.found, run.failed, run.loads, machine.facts()), encoding="utf-8")
        console.print(f"Wrote {PAGE}")
    else:
        console.print(f"{PAGE.name} is as it was: only a whole run at full size writes it.")
    return 1 if run.failed else 0


def _options(arguments: list[str]) -> argparse.Namespace:
    default = Setting(Path())
    parser = argparse.ArgumentParser(prog="make bench ARGS=", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(MODULES))
    parser.add_argument("--submissions", type=int, default=default.submissions, help="notebooks to grade")
    parser.add_argument("--recorded", type=int, default=default.recorded, help="submissions for the cluster")
    parser.add_argument("--repetitions", type=int, default=default.repetitions, help="of what takes seconds")
    options = parser.parse_args(arguments)
    if unknown := set(options.names) - MODULES.keys():
        parser.error(f"There is no measurement {', '.join(sorted(unknown))}. There are: {', '.join(MODULES)}.")
    return options


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # what was started ends, what was written goes away
    sys.exit(main(sys.argv[1:]))
