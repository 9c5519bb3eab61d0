"""A PostgreSQL server of one's own: in a folder of its own, on a socket in there, without a port."""

from __future__ import annotations

import os
import pwd
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

OWNER = "grader"
GUARDED = "guarded"  # a role that needs its password, which is the same word
# when nobody holds the other end of its input any more, the tests are over, however they ended
_WATCH = 'read -r _; pg_ctl stop --silent --mode immediate --pgdata "$1/data"; rm -rf "$1"'


def find_programs() -> None:
    """Let ``PATH`` lead to the server's programs where Debian keeps them."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    os.environ["PATH"] = os.pathsep.join([os.environ["PATH"], *map(str, folders)])


class Server:
    """A server that runs; ``crash`` and ``start`` are for tests of what a crash leaves."""

    def __init__(self, folder: Path, account: Mapping[str, Any]) -> None:
        self.folder = folder
        self._account = account
        self._databases = 0

    def control(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run one of PostgreSQL's programs as the server's user."""
        log = self.folder / "output"
        with log.open("a") as output:
            return subprocess.run(  # noqa: S603 (our own commands)
                command, **self._account, cwd=self.folder, stdout=output, stderr=output, stdin=subprocess.DEVNULL,
                text=True, check=False,
            )  # fmt: skip

    def create(self) -> None:
        """Make a new one, with the roles that tests use, and start it."""
        made = self.control("initdb", "--pgdata=data", f"--username={OWNER}", "--auth=trust", "--encoding=UTF8",
                            "--locale=C", "--no-sync")  # fmt: skip
        assert made.returncode == 0, self.said()
        rules = self.folder / "data" / "pg_hba.conf"
        rules.write_text(f"local all {GUARDED} scram-sha-256\n{rules.read_text()}")
        self.start()
        self.do(f"CREATE ROLE {GUARDED} SUPERUSER LOGIN PASSWORD '{GUARDED}'")

    def start(self) -> None:
        """Start it; a server that was killed may need a moment until the last of its processes is gone."""
        options = f"-k {self.folder} -c listen_addresses= -c fsync=off -c max_connections=20"
        for _ in range(50):
            started = self.control("pg_ctl", "start", "--wait", "--silent", "--pgdata=data", f"--options={options}")
            if started.returncode == 0:
                return
            time.sleep(0.2)
        raise AssertionError(self.said())

    def crash(self) -> None:
        """End it as a power cut would."""
        pid = int((self.folder / "data" / "postmaster.pid").read_text().split()[0])
        os.kill(pid, signal.SIGKILL)

    def said(self) -> str:
        """What its programs wrote."""
        return (self.folder / "output").read_text()

    def url(self, database: str) -> str:
        """The address of a database of it."""
        return f"postgresql+psycopg://{OWNER}@/{database}?host={self.folder}"

    def do(self, command: str) -> None:
        """Run one command of SQL."""
        with psycopg.connect(host=str(self.folder), user=OWNER, dbname="postgres", autocommit=True) as connection:
            connection.execute(command)

    def fresh(self, template: str = "template0") -> str:
        """The address of a new database, a copy of ``template``."""
        self._databases += 1
        name = f"fresh_{self._databases}"
        self.do(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.url(name)


@contextmanager
def running() -> Iterator[Server]:
    """A server that is gone afterwards, with its folder, even if this process is killed."""
    folder = Path(tempfile.mkdtemp(prefix="postgres-", dir="/tmp"))  # short, as a socket's path must be
    account = _account(folder)
    with subprocess.Popen(  # noqa: S603 (a line of our own)
        ["sh", "-c", _WATCH, "sh", folder],  # noqa: S607 (the system's)
        **account, cwd="/", stdin=subprocess.PIPE, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ):  # fmt: skip
        server = Server(folder, account)
        server.create()
        yield server


def _account(folder: Path) -> dict[str, Any]:
    """Who runs the server: not root, whom PostgreSQL refuses."""
    plain = {"PATH": os.environ["PATH"], "LC_ALL": "C"}
    if os.geteuid() != 0:
        return {"env": plain}
    try:
        user = pwd.getpwnam("postgres")
    except KeyError:
        user = pwd.getpwnam("nobody")
    os.chown(folder, user.pw_uid, user.pw_gid)
    return {"env": plain, "user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
