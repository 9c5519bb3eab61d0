"""One round: a course of its own, a grading, some kills, gradings until nothing is left to do, a comparison."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import time
from collections import Counter, deque
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import psutil
from private_postgresql import Server

from autograder.gradebook import Course
from autograder.gradebook.release import release
from crash import servers, victims
from crash.moments import RECORDING, SQLITE, Moment, draw
from crash.outcome import differences, outcome, overtaken, unfinished, ungraded
from crash.setting import EXERCISE, copy, make_course

LOCAL, AGAIN, POSTGRESQL, CLUSTER = "local", "again", "postgresql", "cluster"
_EARLY = 0.3
_GRADINGS = 5  # after the last kill
_HANGS = 240  # seconds
_END_SECONDS = 20
_TURN = 0.002
_LOOK = 0.02
_RELEASED = "released"


@dataclass(frozen=True)
class Victim:
    """A kind of process to be killed.

    Attributes:
        where: how the course is graded meanwhile.
        find: finds such processes; None where the database's are meant.
        recording: kill it while results are written more often than at other times.
        once: at most once in a grading; a submission in which this happens twice is taken to do it itself.
    """

    where: str
    find: victims.Find | None = None
    recording: bool = False
    once: bool = False

    @property
    def is_grader(self) -> bool:
        """Whether its end is the grading's."""
        return self.find is victims.itself


VICTIMS = {
    "grader": Victim(LOCAL, victims.itself, recording=True),
    "grader-again": Victim(AGAIN, victims.itself, recording=True),
    "grader-postgresql": Victim(POSTGRESQL, victims.itself, recording=True),
    "grader-cluster": Victim(CLUSTER, victims.itself, recording=True),
    "guard": Victim(LOCAL, victims.guards),
    "first": Victim(LOCAL, victims.firsts, once=True),
    "judge": Victim(LOCAL, victims.judges),
    "judge-guard": Victim(LOCAL, victims.judges_guards),
    "warm-parent": Victim(LOCAL, victims.warm_parents),
    "worker": Victim(CLUSTER, victims.workers),
    "postmaster": Victim(POSTGRESQL, recording=True),
    "backend": Victim(POSTGRESQL, recording=True),
}


@dataclass(frozen=True)
class Strike:
    """Whom to kill, and when."""

    name: str
    moment: Moment

    @property
    def victim(self) -> Victim:
        """Whom."""
        return VICTIMS[self.name]

    def __str__(self) -> str:
        return f"{self.name} {self.moment}"


@dataclass
class Found:
    """What a round found.

    Attributes:
        kills: what was done.
        gradings: how often the course was graded.
        seconds: how long the last grading took.
        different: lines that differ from the undisturbed grading.
        processes: what went on living afterwards.
        folders: temporary files and folders that nobody removed.
    """

    kills: list[Strike] = field(default_factory=list)
    gradings: int = 0
    seconds: float = 0
    different: list[str] = field(default_factory=list)
    processes: list[str] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)


class Bench:
    """What all rounds share; made when it is first needed, gone at the end."""

    def __init__(self, folder: Path, jobs: int, seconds: float, stack: ExitStack) -> None:
        self.folder, self.jobs, self.seconds = folder, jobs, seconds
        self._stack = stack
        self._rounds = 0

    @cached_property
    def ungraded(self) -> Path:
        """A course in which everybody has handed in."""
        return make_course(self.folder / "ungraded").root

    @cached_property
    def graded(self) -> tuple[Path, Counter[str], float]:
        """The same course after an undisturbed grading, what it holds then, and how long that took."""
        course, found = copy(self.ungraded, self.folder / "graded"), Found()
        Round(self, LOCAL, course, self.new_folder(), found).finish()
        if left := ungraded(course):
            raise RuntimeError(f"Undisturbed, {', '.join(left)} could not be graded: see {self.folder}")
        if slow := overtaken(course):
            raise RuntimeError(f"This machine is too busy for --time-limit {self.seconds:g}: see {', '.join(slow)}")
        return course.root, outcome(course), found.seconds

    @cached_property
    def server(self) -> Server:
        """The PostgreSQL server, with a database into which the exercise was released."""
        server = self._stack.enter_context(servers.postgresql())
        server.do(f"CREATE DATABASE {_RELEASED}")
        release(copy(self.ungraded, self.folder / "to-server", server.url(_RELEASED)), EXERCISE)
        return server

    @cached_property
    def cluster(self) -> servers.Cluster:
        """The Dask cluster."""
        return self._stack.enter_context(servers.cluster(self.folder / "cluster", self.environment))

    @cached_property
    def environment(self) -> dict[str, str]:
        """Variables of every grading: those of this process, without a private place for sockets."""
        return {name: value for name, value in os.environ.items() if name != "XDG_RUNTIME_DIR"}

    def lasting(self) -> list[psutil.Process]:
        """Processes that are not a round's own."""
        lasting = []
        if "server" in vars(self):
            lasting += [*servers.postmaster(self.server), *self._watches()]
        if "cluster" in vars(self):
            lasting += [self.cluster.nannies, self.cluster.scheduler]
        return lasting

    def _watches(self) -> list[psutil.Process]:
        """The shell that ends the server with this process."""
        return [child for child in psutil.Process().children() if child.name() == "sh"]

    def new_folder(self) -> Path:
        """For one round."""
        self._rounds += 1
        folder = self.folder / str(self._rounds)
        (folder / "tmp").mkdir(parents=True)
        return folder

    def round(self, strikes: list[Strike], chance: random.Random) -> Found:
        """Do one round, all strikes of which hit the same way to grade; its folder stays if something differs."""
        found, folder, where = Found(), self.new_folder(), strikes[0].victim.where
        database = self.server.fresh(_RELEASED) if where == POSTGRESQL else ""
        course = copy(self.graded[0] if where == AGAIN else self.ungraded, folder / "course", database)
        if where == CLUSTER:
            self.cluster.await_workers()
        a_round = Round(self, where, course, folder, found)
        try:
            a_round.disturb(strikes, chance)
            a_round.finish()
            a_round.compare()
        except BaseException:
            for process in victims.left_over(self.lasting(), 0):
                victims.kill(process)
            raise
        a_round.end()
        if not found.different and not found.processes:
            shutil.rmtree(folder)
        return found

    def strikes(self, name: str, count: int, chance: random.Random) -> list[Strike]:
        """Draw the moments of one round."""
        victim = VICTIMS[name]
        patterns = RECORDING + (() if victim.where == POSTGRESQL else SQLITE) if victim.recording else ()
        times = min(count, 1) if victim.once else count
        return [Strike(name, draw(chance, self.graded[2], patterns)) for _ in range(times)]

    def waves(self, where: str, count: int, chance: random.Random) -> list[Strike]:
        """Everybody there is, so many times; each time the grader last, and early enough that work is left."""
        strikes = []
        for _ in range(count):
            names = [name for name, victim in VICTIMS.items() if victim.where == where]
            chance.shuffle(names)
            names.sort(key=lambda name: VICTIMS[name].is_grader)
            strikes += [Strike(name, draw(chance, self.graded[2] * _EARLY)) for name in names]
        return strikes


class Round:
    """A course, and gradings of it."""

    def __init__(self, bench: Bench, where: str, course: Course, folder: Path, found: Found) -> None:
        self._bench, self._where, self._course, self._folder, self._found = bench, where, course, folder, found
        self._log = folder / "said.txt"
        self._tmp = bench.cluster.tmp if where == CLUSTER else folder / "tmp"
        self._there = set(self._tmp.iterdir())

    def disturb(self, strikes: list[Strike], chance: random.Random) -> None:
        """Grade and kill until every moment has come, or nothing is left to grade."""
        waiting = deque(strikes)
        while waiting:
            before = len(waiting)
            self._make_ready()
            watched = {strike: strike.moment.watch(self._course.root) for strike in waiting}
            grader, start = self._start(force=self._where == AGAIN), time.monotonic()
            while waiting and grader.poll() is None:
                strike = waiting.popleft()
                if self._await(grader, strike.moment, watched[strike], start) and self._kill(grader, strike, chance):
                    self._found.kills.append(strike)
                    self._after(strike, chance)
            self._end(grader)
            if len(waiting) == before or (self._where != AGAIN and not ungraded(self._course)):
                return

    def finish(self) -> None:
        """Grade again until nothing is left to do; whom a limit stopped on a busy machine is run again."""
        for _ in range(_GRADINGS):
            self._make_ready()
            grader, start = self._start(), time.monotonic()
            code = self._end(grader)
            self._found.seconds = time.monotonic() - start
            if code == 0 and not ungraded(self._course) and not overtaken(self._course):
                return

    def compare(self) -> None:
        """Look what differs from the undisturbed grading, and what nobody cleared away."""
        if left := ungraded(self._course):
            self._found.different.append(f"not graded after {_GRADINGS} gradings: {', '.join(left)}")
        self._found.folders += unfinished(self._course)
        clean = Counter({line: n for line, n in outcome(self._course).items() if "/.new-" not in line})
        self._found.different += differences(self._bench.graded[1], clean)

    def end(self) -> None:
        """Nothing of this round lives longer; what had to be killed for that is reported."""
        if self._where == CLUSTER:
            self._await_idle_cluster()
        for process in victims.left_over(self._bench.lasting(), _END_SECONDS):
            self._found.processes.append(_described(process))
            victims.kill(process)
        self._found.folders += sorted(
            path.name for path in set(self._tmp.iterdir()) - self._there if not path.name.startswith("dask-")
        )

    def _make_ready(self) -> None:
        """What a person would do before the next grading."""
        if self._where == POSTGRESQL:
            servers.revive(self._bench.server)
        if self._where == CLUSTER:
            self._bench.cluster.await_workers()

    def _await_idle_cluster(self) -> None:
        """A worker goes on with the jobs of a grader that was killed."""
        root, deadline = self._bench.cluster.nannies, time.monotonic() + _END_SECONDS + self._bench.seconds
        while busy := [*victims.guards(root), *victims.judges(root)]:
            if time.monotonic() > deadline:
                self._found.processes += map(_described, busy)
                return
            time.sleep(0.1)

    def _start(self, force: bool = False) -> subprocess.Popen[bytes]:
        self._found.gradings += 1
        command: list[Any] = [servers.PROGRAMS / "autograder", "grade", EXERCISE, "--course", self._course.root]
        command += ["--jobs", str(self._bench.jobs), "--time-limit", str(self._bench.seconds)]
        command += ["--force"] if force else []
        command += ["--db", self._course.database] if self._course.database else []
        command += ["--scheduler", self._bench.cluster.address] if self._where == CLUSTER else []
        environment = {**self._bench.environment, "TMPDIR": str(self._folder / "tmp")}
        with self._log.open("ab") as log:
            return subprocess.Popen(  # noqa: S603 (our own command)
                command, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
            )

    def _end(self, grader: subprocess.Popen[bytes]) -> int:
        try:
            return grader.wait(_HANGS)
        except subprocess.TimeoutExpired:
            self._found.different.append(f"a grading hangs: it took longer than {_HANGS} s")
            grader.kill()
            return grader.wait()

    def _await(
        self, grader: subprocess.Popen[bytes], moment: Moment, has_come: Callable[[], bool], start: float
    ) -> bool:
        while not has_come():
            if grader.poll() is not None or time.monotonic() > start + _HANGS:
                return False
            time.sleep(_TURN)
        begin = time.monotonic() if moment.pattern else start
        while (left := begin + moment.seconds - time.monotonic()) > 0:
            if grader.poll() is not None:
                return False
            time.sleep(min(left, _LOOK))
        return True

    def _kill(self, grader: subprocess.Popen[bytes], strike: Strike, chance: random.Random) -> bool:
        deadline = time.monotonic() + _HANGS
        while grader.poll() is None and time.monotonic() < deadline:
            if (found := self._candidates(grader, strike)) and victims.kill(chance.choice(found)):
                return True
            time.sleep(_LOOK)
        return False

    def _candidates(self, grader: subprocess.Popen[bytes], strike: Strike) -> list[psutil.Process]:
        if strike.name == "postmaster":
            return servers.postmaster(self._bench.server)
        if strike.name == "backend":
            return servers.backends(self._bench.server, self._course.database)
        in_cluster = self._where == CLUSTER and not strike.victim.is_grader
        root = self._bench.cluster.nannies if in_cluster else psutil.Process(grader.pid)
        return strike.victim.find(root) if strike.victim.find else []

    def _after(self, strike: Strike, chance: random.Random) -> None:
        """A server that was killed is started at once, or after the grading has failed."""
        if self._where == POSTGRESQL and not strike.victim.is_grader and chance.random() < 0.5:
            servers.revive(self._bench.server)


def _described(process: psutil.Process) -> str:
    try:
        return f"{process.pid} {' '.join(process.cmdline())[:100]}"
    except psutil.NoSuchProcess:
        return str(process.pid)
