"""The box: what is done to a forked process before any student's code runs in it.

Three processes share the work. The *guard* leaves the machine's namespaces and furnishes a file system of its own.
It forks the *first* process of a process namespace, which does nothing but wait: when it dies, Linux kills everything
in the namespace, for certain. The first forks the *student*, which gives up all privileges and runs the notebook.
"""

from __future__ import annotations

import os
import resource
import select
import shutil
import signal
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from autograder.kernel import seccomp, system
from autograder.kernel.limits import MEGABYTE, Limits
from autograder.kernel.view import View

SUBMISSION, OUTBOX, HOME, SOCKETS = Path("/submission"), Path("/outbox"), Path("/student"), Path("/run/kernel")
READY = b"ready"
CONFINE = signal.SIGUSR1
"""Tells the first process of a box to keep all processes of the box on one processor."""
_WRITABLE = (SUBMISSION, OUTBOX, HOME, SOCKETS, Path("/tmp"), Path("/dev/shm"))  # noqa: S108 (inside the box)
_DEVICES = ("null", "full", "random", "urandom")  # /dev/zero gives memory that no process shows
_OLD_ROOT = ".old"
_MACHINES_SELF = Path("/", _OLD_ROOT, "proc/self")
_THROW_AWAY_USERS = 0x70000000
_MOST_TERMINALS = 32
_SHARED = system.NEW_MOUNTS | system.NEW_PIDS | system.NEW_NETWORK | system.NEW_IPC | system.NEW_HOSTNAME
_SLACK = 1024 * MEGABYTE


class BoxError(Exception):
    """A box could not be made.

    Attributes:
        facility: what of Linux was missing.
    """

    def __init__(self, facility: str, reason: object) -> None:
        super().__init__(f"{facility} ({reason})")
        self.facility = facility


@contextmanager
def _needs(facility: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise BoxError(facility, error) from error


@dataclass(frozen=True)
class Box:
    """What one box is made of.

    Attributes:
        staging: an empty folder of this machine, on which the box's root is put together, seen by the box alone.
        view: what is visible of this machine.
        folder: is copied to become the working directory; None for an empty one.
        limits: how much it may take.
    """

    staging: Path
    view: View
    folder: Path | None
    limits: Limits

    def launch(self, inside: Callable[[int], NoReturn]) -> tuple[int, int]:
        """Make the box around this process's future children and run ``inside`` there.

        Returns:
            the process id of the first process, and a pipe that brings what ``inside`` writes into the descriptor it
            is given (``READY``, or why it failed).

        Raises:
            BoxError: the machine does not allow a part of it.
        """
        user = _student_user()
        _isolate(own_users=user is None)
        with _needs("mounts of its own"):
            self._furnish(user)
        news, tell = os.pipe()
        first = os.fork()
        if first:
            os.close(tell)
            return first, news
        try:
            system.die_with(0)  # the guard lives outside this process namespace and has no number in it
            _close_all_but(0, 1, 2, tell)
            if _is_deaf(tell):
                os._exit(1)  # the guard ended before it could take this process along
            self._settle()
            system.open_to_others(False)
            _be_first(lambda: self._become_student(user, inside, tell))
        except BaseException as error:
            _report(tell, error)
        os._exit(1)

    def _furnish(self, user: int | None) -> None:
        root = self.staging
        system.make_private()
        system.mount("tmpfs", root, system.NO_SETUID | system.NO_DEVICES, "size=16m,mode=755")
        self._reveal(covered=False)
        _lay_out(root, user)
        with _needs("read-only mounts (mount_setattr, Linux 5.12)"):
            system.restrict(root, system.READ_ONLY | system.NO_SETUID | system.NO_DEVICES)
        self._add_writable(user)
        self._reveal(covered=True)
        for path in filter(_is_covered, self.view.shown):
            if not path.is_symlink():
                system.restrict(_inside(root, path), system.READ_ONLY | system.NO_SETUID | system.NO_DEVICES)
        for name in _DEVICES:
            system.bind(Path("/dev", name), root / "dev" / name)
        terminals = f"newinstance,ptmxmode=0666,max={_MOST_TERMINALS}"  # the machine has 4096 for everybody
        system.mount("devpts", root / "dev/pts", system.NO_SETUID | system.NO_EXECUTION, terminals)
        system.change_root(root, _OLD_ROOT)

    def _reveal(self, *, covered: bool) -> None:
        """Show what the view says: first all but what writable folders are going to cover, then that."""
        for path in self.view.shown:
            if _is_covered(path) is covered:
                _show(self.staging, path)
        for path in filter(self.view.reveals, self.view.emptied):
            if _is_covered(path) is covered and path.is_dir():
                system.mount("tmpfs", _inside(self.staging, path), 0, "size=1m,mode=755")
        for path in self.view.kept:
            if _is_covered(path) is covered:
                _show(self.staging, path)

    def _add_writable(self, user: int | None) -> None:
        """One file system for all that the student may write, so that one limit holds for all."""
        scratch = self.staging / ".scratch"
        options = f"size={self.limits.disk},nr_inodes=20000,mode=755"
        system.mount("tmpfs", scratch, system.NO_SETUID | system.NO_DEVICES, options)
        for target in _WRITABLE:
            part = scratch / target.name
            part.mkdir()
            if target == SUBMISSION and self.folder is not None:
                _copy_folder(self.folder, part, self.limits.disk)
            if user is not None:
                _give(part, user)
            system.bind(part, _inside(self.staging, target))
        system.detach(scratch)

    def _settle(self) -> None:
        """In the first process: a /proc of the new process namespace, then the machine's root goes."""
        (_MACHINES_SELF / "oom_score_adj").write_text("1000", encoding="ascii")
        flags = system.READ_ONLY | system.NO_SETUID | system.NO_DEVICES | system.NO_EXECUTION
        with _needs("a /proc of its own"):
            system.mount("proc", Path("/proc"), flags)  # allowed only while another whole /proc is in sight
        system.detach(Path("/", _OLD_ROOT))

    def _become_student(self, user: int | None, inside: Callable[[int], NoReturn], tell: int) -> None:
        try:
            os.setsid()
            os.chdir(SUBMISSION)
            _limit(self.limits)
            system.bound_capabilities()
            if user is not None:
                os.setgroups([])
                os.setresgid(user, user, user)
                os.setresuid(user, user, user)
            system.drop_capabilities()
            system.open_to_others(True)  # its own /proc/self is meant: closed, it would belong to root
            with _needs("a filter of system calls (seccomp)"):
                system.filter_calls(seccomp.program())
            inside(tell)
        except BaseException as error:
            _report(tell, error)
            os._exit(1)


def _student_user() -> int | None:
    """A user id that nobody else has, if this process may change users; else None, for a namespace of users."""
    if os.geteuid() != 0 or not _has(system.CAP_SYS_ADMIN):
        return None
    user = _THROW_AWAY_USERS + os.getpid()
    for line in Path("/proc/self/uid_map").read_text(encoding="ascii").splitlines():
        first, _, count = map(int, line.split())
        if first <= user < first + count:
            return user
    return None


def _has(capability: int) -> bool:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    held = next(line for line in status.splitlines() if line.startswith("CapEff:"))
    return bool(int(held.split()[1], 16) >> capability & 1)


def _isolate(own_users: bool) -> None:
    with _needs("user namespaces" if own_users else "namespaces"):
        if own_users:
            user, group = os.geteuid(), os.getegid()
            system.unshare(system.NEW_USERS)
            Path("/proc/self/setgroups").write_text("deny", encoding="ascii")
            Path("/proc/self/uid_map").write_text(f"{user} {user} 1", encoding="ascii")
            Path("/proc/self/gid_map").write_text(f"{group} {group} 1", encoding="ascii")
        system.unshare(_SHARED)


def _is_covered(path: Path) -> bool:
    return any(path.is_relative_to(writable) for writable in _WRITABLE)


def _inside(root: Path, path: Path) -> Path:
    return root / path.relative_to("/")


def _show(root: Path, path: Path) -> None:
    """Make a folder, file or link of the machine visible at the same place below ``root``."""
    target = _inside(root, path)
    target.parent.mkdir(parents=True, exist_ok=True)
    if path.is_symlink():
        target.symlink_to(path.readlink())
        return
    if path.is_dir():
        target.mkdir(exist_ok=True)
    else:
        target.touch()
    system.bind(path, target)


def _lay_out(root: Path, user: int | None) -> None:
    """Folders and small files that a program expects to find."""
    for path in (*_WRITABLE, Path("/proc"), Path("/dev/pts"), Path("/etc"), Path("/.scratch"), Path("/", _OLD_ROOT)):
        _inside(root, path).mkdir(parents=True, exist_ok=True)
    for name in _DEVICES:
        (root / "dev" / name).touch()
    (root / "dev/ptmx").symlink_to("pts/ptmx")
    for name, target in (("fd", ""), ("stdin", "/0"), ("stdout", "/1"), ("stderr", "/2")):
        (root / "dev" / name).symlink_to(f"/proc/self/fd{target}")
    number, group = (os.geteuid(), os.getegid()) if user is None else (user, user)
    (root / "etc/passwd").write_text(f"student:x:{number}:{group}::{HOME}:/bin/sh\n", encoding="ascii")
    (root / "etc/group").write_text(f"student:x:{group}:\n", encoding="ascii")
    (root / "etc/hosts").write_text("127.0.0.1 localhost\n", encoding="ascii")


def _copy_folder(folder: Path, target: Path, most: int) -> None:
    """Copy folders, regular files and links (as links); pipes and devices stay behind."""

    def odd(parent: str, names: list[str]) -> list[str]:
        usual = (stat.S_ISDIR, stat.S_ISREG, stat.S_ISLNK)
        modes = {name: Path(parent, name).lstat().st_mode for name in names}
        return [name for name, mode in modes.items() if not any(is_usual(mode) for is_usual in usual)]

    try:
        shutil.copytree(folder, target, symlinks=True, ignore=odd, copy_function=shutil.copyfile, dirs_exist_ok=True)
    except (OSError, shutil.Error) as error:
        raise BoxError(f"a copy of {folder} in the {most >> 20} MB that a submission may fill", error) from error


def _give(folder: Path, user: int) -> None:
    os.chown(folder, user, user)
    for parent, folders, files in os.walk(folder):
        for name in (*folders, *files):
            os.chown(Path(parent, name), user, user, follow_symlinks=False)


def _limit(limits: Limits) -> None:
    """Limits of each process. Memory is on top of what came with the fork, so that a large array fails politely."""
    pages = resource.getpagesize()
    whole, _, _, _, _, data, _ = map(int, Path("/proc/self/statm").read_text(encoding="ascii").split())
    for kind, value in (
        (resource.RLIMIT_AS, whole * pages + 2 * limits.memory + _SLACK),
        (resource.RLIMIT_DATA, data * pages + limits.memory + _SLACK),
        (resource.RLIMIT_NPROC, limits.processes),
        (resource.RLIMIT_NOFILE, limits.files),
        (resource.RLIMIT_FSIZE, limits.disk),
        (resource.RLIMIT_MSGQUEUE, 0),
        (resource.RLIMIT_MEMLOCK, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (value, value))


def _be_first(student: Callable[[], None]) -> NoReturn:
    """In the first process: start the student, bury whoever dies, and end as the student ends."""
    child = os.fork()
    if child == 0:
        student()
    signal.signal(signal.SIGINT, lambda *_: os.kill(child, signal.SIGINT))
    signal.signal(CONFINE, lambda *_: _confine())
    while True:
        dead, status = os.wait()
        if dead == child:
            code = os.waitstatus_to_exitcode(status)
            os._exit(code if code >= 0 else 128 - code)


def confine(first: int) -> None:
    """Keep a box on one processor; its first process knows the others by their numbers."""
    with suppress(ProcessLookupError):
        os.kill(first, CONFINE)


def _confine() -> None:
    """Whoever is started later inherits it; nobody in the box may change it."""
    processors = sorted(os.sched_getaffinity(0))
    own = {processors[time.monotonic_ns() % len(processors)]} if len(processors) > 1 else set(processors)
    for task in Path("/proc").glob("[0-9]*/task/[0-9]*"):
        with suppress(OSError):  # it has just ended
            os.sched_setaffinity(int(task.name), own)


def _close_all_but(*kept: int) -> None:
    for descriptor in [int(path.name) for path in (_MACHINES_SELF / "fd").iterdir()]:
        if descriptor not in kept:
            with suppress(OSError):  # the listing itself
                os.close(descriptor)


def _is_deaf(pipe: int) -> bool:
    """Whether nobody reads what is written into a pipe."""
    looking = select.poll()
    looking.register(pipe, 0)
    return bool(looking.poll(0))


def _report(tell: int, error: BaseException) -> None:
    text = str(error) if isinstance(error, BoxError) else f"{type(error).__name__}: {error}"
    os.write(tell, text[:2000].encode())
