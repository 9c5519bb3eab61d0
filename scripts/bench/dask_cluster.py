"""A large class on a cluster: can the coordinator keep the workers busy, and does its memory stay as it is?

A Dask scheduler and two workers of one thread each are started here. One submission is graded on them for real. Then
a class is graded by the same loop and gradebook, but the workers only *replay* what that one gave: they get the real
job, wait for a fixed time, and answer with the recorded run and verdict in full size. Waiting costs no processor, so
the coordinator alone decides how long the workers are idle, and it has less time for each submission than in life.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import pairwise
from pathlib import Path
from statistics import median

import psutil
from distributed import Client

from autograder.gradebook import Course, create_course
from autograder.gradebook.release import release
from bench.replay import REPLAYED, spans
from bench.setting import ROOT, Command, Measured, MeasurementError, Setting, tail

WORKERS = 2
REPLAY_SECONDS = 0.4
_PATIENCE = 60
_MEGABYTE = 1 << 20
_LOOK_SECONDS = 0.5


def measure(setting: Setting) -> Measured:
    """Seconds, the share of the workers' time spent on submissions, and the coordinator's megabytes over time."""
    folder = setting.folder / "cluster"
    folder.mkdir()
    course = make_class(setting, folder / "course")
    with cluster(folder) as (address, scheduler):
        coordinator: Command = [
            sys.executable,
            "-m",
            "bench.coordinator",
            address,
            course.root,
            folder,
            str(REPLAY_SECONDS),
        ]
        with _program(coordinator, folder / "coordinator.log", stdout=subprocess.PIPE, text=True) as process:
            numbers = _watch(setting, process, scheduler)
        if process.returncode or not numbers:
            raise MeasurementError(f"the coordinator failed: {tail(folder / 'coordinator.log')}")
    return Measured({**numbers, **spent(folder), "replay": REPLAY_SECONDS, "workers": WORKERS})


def make_class(setting: Setting, root: Path) -> Course:
    """A course with as many submissions as are replayed."""
    course = create_course(root)
    release(course, setting.exercise)
    notebook = next(iter(setting.notebooks.values())).read_bytes()
    for number in range(setting.recorded):
        folder = course.submitted(f"student-{number:05}", setting.exercise)
        folder.mkdir(parents=True)
        (folder / setting.notebook).write_bytes(notebook)
    return course


@contextmanager
def cluster(folder: Path) -> Iterator[tuple[str, int]]:
    """A scheduler and two workers, as processes of their own; gives the scheduler's address and process id.

    Raises:
        MeasurementError: they do not come up.
    """
    dask: Command = [sys.executable, "-m", "dask"]
    address_file, log = folder / "scheduler.json", folder / "cluster.log"
    here: Command = ["--host", "127.0.0.1", "--no-dashboard", "--scheduler-file", address_file]
    with ExitStack() as stack:
        scheduler = stack.enter_context(_program([*dask, "scheduler", "--port", "0", *here], log))
        for _ in range(WORKERS):
            one: Command = ["--nworkers", "1", "--nthreads", "1", "--local-directory", folder]
            stack.enter_context(_program([*dask, "worker", *here, *one], log))
        yield _address(address_file, log), scheduler.pid


def _address(file: Path, log: Path) -> str:
    deadline = time.monotonic() + _PATIENCE
    while not file.is_file():
        if time.monotonic() > deadline:
            raise MeasurementError(f"the scheduler did not start: {tail(log)}")
        time.sleep(_LOOK_SECONDS)
    address: str = json.loads(file.read_text(encoding="utf-8"))["address"]
    try:
        with Client(address, set_as_default=False) as client:
            client.wait_for_workers(WORKERS, timeout=_PATIENCE)
    except TimeoutError as error:
        raise MeasurementError(f"the workers did not start: {tail(log)}") from error
    return address


@contextmanager
def _program(command: Command, log: Path, **options: object) -> Iterator[subprocess.Popen[str]]:
    """A program that ends with this block: it is interrupted, and killed if that does not help."""
    path = os.pathsep.join(filter(None, [str(ROOT / "scripts"), os.environ.get("PYTHONPATH", "")]))
    environment = {**os.environ, "PYTHONPATH": path}
    with log.open("ab") as stream:
        options = {"stdout": stream, "stderr": stream, **options}
        process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, **options)  # type: ignore[call-overload]  # noqa: S603
    try:
        yield process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        try:
            process.wait(_PATIENCE / 6)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _watch(setting: Setting, process: subprocess.Popen[str], scheduler: int) -> dict[str, float]:
    """Follow the coordinator's lines until it ends; memory is looked at each time it tells of another submission."""
    watched, other = psutil.Process(process.pid), psutil.Process(scheduler)
    memory, cpu, real = [], 0.0, 0.0
    failed = finished = 0
    assert process.stdout is not None
    for line in process.stdout:
        told = json.loads(line)
        if told["event"] == "real":
            real, before = told["seconds"], _cpu(watched)
            continue
        finished += 1
        failed += told["failed"]
        memory.append(watched.memory_info().rss / _MEGABYTE)
        cpu = _cpu(watched) - before
        if finished % max(1, setting.recorded // 100) == 0:
            setting.say(f"replayed {finished} of {setting.recorded}, coordinator {memory[-1]:.0f} MB")
    process.wait()
    if not memory:
        return {}
    numbers = {"real": real, "submissions": finished, "failed": failed, "cpu": cpu}
    return {**numbers, **flatness(memory), "scheduler_memory": other.memory_info().rss / _MEGABYTE}


def flatness(memory: list[float]) -> dict[str, float]:
    """Memory after the first tenth, at its end, and its peak; and how much it grew between these two."""
    tenth = max(1, len(memory) // 10)
    early, late = median(memory[tenth : 2 * tenth] or memory), median(memory[-tenth:])
    return {"memory_early": early, "memory_late": late, "memory_peak": max(memory), "memory_grown": late - early}


def _cpu(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def spent(folder: Path) -> dict[str, float]:
    """From the workers' own timestamps: how much of the time between first and last job they were at one."""
    jobs = [span for path in sorted(folder.glob(f"{REPLAYED}*")) for span in spans(path)]
    seconds = max(end for _, end in jobs) - min(start for start, _ in jobs)
    busy = sum(end - start for start, end in jobs)
    gaps = [later[0] - earlier[1] for path in folder.glob(f"{REPLAYED}*") for earlier, later in pairwise(spans(path))]
    return {"seconds": seconds, "share": busy / (seconds * WORKERS), "longest_gap": max(gaps, default=0.0)}
