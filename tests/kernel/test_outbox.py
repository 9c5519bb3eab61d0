"""Only plain files come out of an outbox, and not too many bytes of them."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.kernel.outbox import collect


@pytest.fixture
def outbox(tmp_path: Path) -> Path:
    (tmp_path / "outbox").mkdir()
    (tmp_path / "taken").mkdir()
    return tmp_path / "outbox"


def taken(outbox: Path, most: int = 1000) -> dict[str, bytes]:
    folder = outbox.with_name("taken")
    source, destination = (os.open(path, os.O_DIRECTORY) for path in (outbox, folder))
    collect(source, destination, most)
    os.close(source)
    os.close(destination)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_regular_files_are_taken(outbox: Path) -> None:
    (outbox / "model.keras").write_bytes(b"model")
    (outbox / "record.json").write_bytes(b"{}")
    assert taken(outbox) == {"model.keras": b"model", "record.json": b"{}"}


def to_secret(path: Path) -> None:
    secret = path.parents[1] / "secret"
    secret.write_text("secret")
    path.symlink_to(secret)


def bound(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))


@pytest.mark.parametrize("plant", [to_secret, os.mkfifo, os.mkdir, bound], ids=["link", "pipe", "folder", "socket"])
def test_anything_else_stays(outbox: Path, plant: Callable[[Path], object], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(outbox)
    plant(outbox / "model.keras" if plant is not bound else Path("model.keras"))
    (outbox / "record.json").write_bytes(b"{}")
    assert taken(outbox) == {"record.json": b"{}"}


@pytest.mark.parametrize("name", [".hidden", "-rf", "with space", "new\nline", "ü", "x" * 200])
def test_odd_names_stay(outbox: Path, name: str) -> None:
    (outbox / name).touch()
    assert taken(outbox) == {}


def test_what_exceeds_the_limit_stays(outbox: Path) -> None:
    (outbox / "a").write_bytes(bytes(600))
    (outbox / "b").write_bytes(bytes(600))
    (outbox / "c").write_bytes(bytes(400))
    assert sorted(taken(outbox)) == ["a", "c"]


def test_nothing_is_overwritten(outbox: Path) -> None:
    """Not even through a link that lies where a file is to be put."""
    elsewhere = outbox.with_name("elsewhere")
    elsewhere.write_bytes(b"before")
    (outbox.with_name("taken") / "a").symlink_to(elsewhere)
    (outbox / "a").write_bytes(b"after")
    assert taken(outbox)["a"] == b"before"


def test_there_is_a_limit_on_the_number_of_files(outbox: Path) -> None:
    for number in range(300):
        (outbox / str(number)).touch()
    assert len(taken(outbox)) == 100
