"""Hostile submissions go the whole way, among honest ones: from the folder to gradebook, feedback and report."""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from nbgrader.api import Gradebook

from autograder.gradebook.course import Course
from autograder.kernel import reason

from .classroom import EXERCISE, MEGABYTE
from .handing_in import TRAINED, hand_in, hand_in_hostile, new_course
from .hostile import Hostile, everything
from .submissions import bombs, break_out, cells, models, notebooks

pytestmark = pytest.mark.xdist_group("adversarial")
MODULES = (bombs, break_out, cells, models, notebooks)
ONLY = os.environ.get("ADVERSARIAL", "").split()  # a few of them, by name, while one is written
HOSTILE = [one for one in everything() if not ONLY or one.name in ONLY]
HONEST = ("honest", "noisy", "halfway", "empty")
CANARY = "CANARY-"

NOISE = """
import logging, os, subprocess, sys, warnings
print("a line for people", file=sys.stderr)
warnings.warn("a warning")
logging.error("an error that is none")
os.write(2, b"a line past Python\\n")
subprocess.run("echo a line of another process >&2", shell=True)
print("x" * 100 + "\\n" * 20_000)
for number in range(300):
    print("step", number, end="\\r", flush=True)
"""
SHOWN = """
from IPython.display import HTML, clear_output, display
display(HTML("<p>" + "x" * 2_000_000 + "</p>"))
clear_output(wait=True)
model.summary()
print("ü \\u0000 \\x1b[31mred\\x1b[0m")
"""
ANSWERS = {
    "honest": TRAINED,
    "noisy": NOISE + TRAINED.replace("verbose=0", "verbose=1") + SHOWN,
    "halfway": TRAINED.replace('activation="relu"', "activation=None").replace("epochs=10", "epochs=1"),
}


@dataclass(frozen=True)
class Graded:
    """What came of grading one course.

    Attributes:
        course: the course.
        outcomes: what was told of each student.
        printed: what stood on the terminal.
        peak: bytes of memory that the grader held at most.
        pages: how many feedback pages were written.
        grader: its process id.
    """

    course: Course
    outcomes: dict[str, Any]
    printed: str
    peak: int
    pages: int
    grader: int

    def points(self, student: str) -> float:
        return sum(result["points"] for result in self.outcomes[student]["verdict"]["results"])

    def words(self, student: str) -> str:
        verdict = self.outcomes[student]["verdict"]
        return "\n".join(
            [
                *(said for said, _ in verdict["remarks"]),
                *(f"{row['title']}: {row['message']}" for row in verdict["results"]),
            ]
        )

    def files(self, student: str) -> Iterator[Path]:
        """All that grading wrote for a student."""
        for kind in ("autograded", "evidence", "feedback"):
            yield from (path for path in (self.course.root / kind / student).rglob("*") if path.is_file())


@dataclass(frozen=True)
class World:
    """A machine with secrets, a course in which nobody is hostile, and the same one with everybody."""

    calm: Graded
    hostile: Graded
    canaries: dict[str, str]
    changed: list[str]
    visitors: list[str]
    left_over: list[str]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    if missing := reason():
        pytest.skip(f"no sandbox on this machine: {missing}")
    with tempfile.TemporaryDirectory(prefix="adv-") as short, pytest.MonkeyPatch.context() as patch:
        root = Path(short)
        canaries = {
            name: f"{CANARY}{name}-{os.urandom(8).hex()}" for name in ("home", "environment", "notes", "other")
        }
        for name in ("home", "temporary", "calm"):
            (root / name).mkdir()
        (root / "home" / "secret.txt").write_text(canaries["home"])
        patch.setenv("HOME", str(root / "home"))
        patch.setenv("TMPDIR", str(root / "temporary"))
        patch.setenv("CANARY", canaries["environment"])
        calm = _course(root / "calm" / "course", canaries)
        shutil.copytree(calm.root, root / "course")
        before = _graded(calm)
        course = Course.open(root / "course")
        canaries["secret"] = course.secret.hex()
        with _servers(root) as (host, visitors):
            host |= {"home": str(root / "home"), "course": str(course.root), "temporary": str(root / "temporary")}
            own = (calm.evidence("honest", EXERCISE) / "model.keras").read_bytes()
            for one in HOSTILE:
                hand_in_hostile(one, course, own, host)
            there = _snapshot(root)
            after = _graded(course)
            changed = sorted(there.items() ^ _snapshot(root).items())
        left_over = [str(path) for path in (root / "temporary").iterdir()] + _processes(after.grader)
        yield World(before, after, canaries, [str(path) for path, _ in changed], visitors, left_over)


def _course(root: Path, canaries: dict[str, str]) -> Course:
    """A course in which the honest ones handed in."""
    course = new_course(root)
    (course.root / "notes.txt").write_text(canaries["notes"])
    given = course.source(EXERCISE)
    for name in ("given.txt", "given/more.txt", "notes.txt"):
        (given / name).parent.mkdir(exist_ok=True)
        (given / name).write_text("what the course gives\n")
    for student in HONEST:
        hand_in(course, student, ANSWERS.get(student), explain=canaries["other"])
    return course


def _graded(course: Course) -> Graded:
    """Grade a course in a process of its own."""
    process = subprocess.Popen(
        [sys.executable, Path(__file__).with_name("classroom.py"), course.root],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=course.root,
    )
    output, printed = process.communicate(timeout=900)
    assert process.returncode == 0, printed.decode(errors="replace")[-5000:]
    *outcomes, pages, own = map(json.loads, output.splitlines())
    told = {outcome["student"]: outcome for outcome in outcomes}
    return Graded(course, told, printed.decode(errors="replace"), own["peak"], pages["feedback"], process.pid)


@contextmanager
def _servers(root: Path) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """Servers that nobody should come to, where they are, and who came."""
    abstract = root.name
    visitors: list[str] = []
    with (
        socket.create_server(("127.0.0.1", 0)) as tcp,
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp,
        socket.socket(socket.AF_UNIX) as path,
        socket.socket(socket.AF_UNIX) as nameless,
    ):
        port = tcp.getsockname()[1]
        udp.bind(("127.0.0.1", port))
        path.bind(str(root / "socket"))
        nameless.bind(f"\0{abstract}")
        for listening in (path, nameless):
            listening.listen()
        yield {"port": port, "socket": str(root / "socket"), "abstract": abstract}, visitors
        for name, server in {"tcp": tcp, "path": path, "nameless": nameless, "udp": udp}.items():
            server.setblocking(False)
            try:
                visitors.append(f"{name} {server.recv(100) if server is udp else server.accept()}")
            except BlockingIOError:
                continue


def _snapshot(root: Path) -> dict[str, str]:
    """What is on the machine, but for what grading is to write."""
    written = {"gradebook.db", "nbgrader.log", "autograded", "evidence", "feedback", "reports"}
    found = {}
    for path in root.rglob("*"):
        parts = path.relative_to(root).parts
        if parts[0] in {"temporary", "calm"} or parts == ("course",) or set(parts[1:2]) & written:
            continue
        status = path.lstat()
        found[str(path)] = f"{status.st_mode} {status.st_size} {status.st_mtime_ns}"
    return found


def _processes(grader: int) -> list[str]:
    """What is left of a grader's processes: all are forks of its warm parent and share its command line."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            program = (process / "cmdline").read_bytes()
        except OSError:
            continue
        if f", {grader}, ".encode() in program:
            found.append(f"{process.name}: {program!r}")
    return found


def test_there_are_forty() -> None:
    assert len(everything()) >= 40
    assert all(module.__doc__ for module in MODULES)


@pytest.mark.parametrize("one", HOSTILE, ids=lambda one: one.name)
def test_nothing_is_gained_and_the_verdict_says_what_happened(one: Hostile, world: World) -> None:
    outcome = world.hostile.outcomes[one.name]
    assert not outcome["failure"]
    assert one.said in world.hostile.words(one.name)
    assert world.hostile.points(one.name) == pytest.approx(one.points)
    assert all(remark.isprintable() and len(remark) < 1000 for remark, _ in outcome["verdict"]["remarks"])
    with Gradebook(f"sqlite:///{world.hostile.course.root}/gradebook.db") as gradebook:
        submission = gradebook.find_submission(EXERCISE, one.name)
        assert submission.score == pytest.approx(one.points)
        assert submission.max_score == 12


@pytest.mark.parametrize("one", HOSTILE, ids=lambda one: one.name)
def test_nothing_leaked(one: Hostile, world: World) -> None:
    files = [*world.hostile.files(one.name), world.hostile.course.report(EXERCISE)]
    assert any(path.suffix == ".html" and path.parent.name == EXERCISE for path in files), "no feedback"
    for path in files:
        content = path.read_bytes()
        assert [name for name, canary in world.canaries.items() if canary.encode() in content] == []
        assert b"SQLite format" not in content
        if path.suffix == ".html":
            assert b"onerror=alert" not in content.replace(b"&lt;img src=x onerror=alert", b"")


@pytest.mark.parametrize("student", HONEST)
def test_the_others_are_graded_as_if_nobody_were_hostile(student: str, world: World) -> None:
    assert world.hostile.outcomes[student]["verdict"] == world.calm.outcomes[student]["verdict"]


def test_noise_costs_nothing(world: World) -> None:
    points = {student: world.calm.points(student) for student in HONEST}
    assert points["honest"] == points["noisy"] == 10
    assert 0 < points["halfway"] < 10
    assert points["empty"] == 0


def test_nothing_was_written_and_nothing_is_left(world: World) -> None:
    assert world.changed == []
    assert world.left_over == []
    assert not [name for name in ("pickled", "called", "unpacked.txt") if Path("/tmp", name).exists()]


def test_nobody_came_to_the_servers(world: World) -> None:
    assert world.visitors == []


def test_the_graders_memory_is_bounded(world: World) -> None:
    assert world.hostile.peak < 1024 * MEGABYTE


def test_everybody_got_feedback_and_nothing_harmful_reached_the_terminal(world: World) -> None:
    assert world.hostile.pages == len(HOSTILE) + len(HONEST)
    assert world.hostile.outcomes.keys() == {*HONEST, *(one.name for one in HOSTILE)}
    assert "\x1b" not in world.hostile.printed
