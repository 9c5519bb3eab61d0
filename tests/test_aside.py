"""What is written aside is gone in the end, whatever happens to its writer."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from autograder import aside

PREFIX = ".new-"
_HOLDS = """
import sys, time
from pathlib import Path
from autograder import aside
with aside.folder(sys.argv[1], Path(sys.argv[2])) as folder:
    (folder / "half").write_text("half a s")
    print("ready", flush=True)
    time.sleep(600)
"""


@pytest.fixture
def another(tmp_path: Path):
    """A process that holds a folder with a file in it."""
    with subprocess.Popen([sys.executable, "-c", _HOLDS, PREFIX, tmp_path], stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"ready\n"
        yield process
        process.kill()


def test_a_folder_is_gone_at_the_end_and_after_an_error(tmp_path: Path) -> None:
    def write_and_fail() -> None:
        with aside.folder(PREFIX, tmp_path) as folder:
            (folder / "file").touch()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write_and_fail()
    assert not [*tmp_path.iterdir()]


def test_nobody_takes_away_what_a_living_process_holds(tmp_path: Path, another: subprocess.Popen) -> None:
    (theirs,) = tmp_path.iterdir()
    with aside.folder(PREFIX, tmp_path):
        pass
    assert (theirs / "half").is_file()


def test_what_a_killed_process_left_goes_with_the_next_one(tmp_path: Path, another: subprocess.Popen) -> None:
    another.kill()
    another.wait()
    assert [*tmp_path.iterdir()]
    with aside.folder(PREFIX, tmp_path):
        pass
    assert not [*tmp_path.iterdir()]


def test_what_has_another_name_or_is_a_link_stays(tmp_path: Path) -> None:
    (tmp_path / "distance-predictor").mkdir()
    (tmp_path / f"{PREFIX}link").symlink_to(tmp_path / "distance-predictor")
    with aside.folder(PREFIX, tmp_path):
        pass
    assert {path.name for path in tmp_path.iterdir()} == {"distance-predictor", f"{PREFIX}link"}


def test_many_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    def write(number: int) -> int:
        with aside.folder(PREFIX, tmp_path) as folder:
            (folder / "number").write_text(str(number))
            return int((folder / "number").read_text())

    with ThreadPoolExecutor(8) as pool:
        assert [*pool.map(write, range(400))] == [*range(400)]
    assert not [*tmp_path.iterdir()]
