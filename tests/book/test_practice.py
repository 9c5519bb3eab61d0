"""The zips for readers who are in no course: which exercises, and what is in them."""

import io
import re
import zipfile
from pathlib import Path

import nbformat
import practice
import pytest

from autograder.exercises import exercise_names, solution
from autograder.gradebook.handout import START
from autograder.judge.data import NAMES, release_data, same_in_every_course
from autograder.rubric import load_rubric

ROOT = Path(__file__).resolve().parents[2]
SECRETS = (b"one course", b"another course")


@pytest.fixture(scope="module")
def zips(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return practice.released(tmp_path_factory.mktemp("practice") / "course")


@pytest.mark.parametrize("data", NAMES)
def test_rows_are_the_same_in_every_course_exactly_if_no_release_shows_its_secret(data: str, tmp_path: Path) -> None:
    released = []
    for number, secret in enumerate(SECRETS):
        folder = tmp_path / str(number)
        folder.mkdir()
        release_data(data, secret, folder)
        released.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert same_in_every_course(data) == (released[0] == released[1])


def test_exercises_on_real_tables_are_not_given_away(zips: Path) -> None:
    there = {path.stem for path in zips.iterdir()}
    assert there == {name for name in exercise_names() if same_in_every_course(load_rubric(name).data)}
    assert "layer-order" in there
    assert not there & {"red-wine", "concrete-strength", "first-epochs", "freezing"}


def test_a_zip_holds_notebook_package_and_first_page_and_no_solution_or_secret(zips: Path, tmp_path: Path) -> None:
    for path in sorted(zips.iterdir()):
        name = path.stem
        with zipfile.ZipFile(path) as archive:
            archive.extractall(tmp_path)
        inside = {one.name: one for one in (tmp_path / name).iterdir()}
        (wheel,) = (one for one in inside if one.endswith(".whl"))
        assert inside.keys() == {f"{name}.ipynb", START, wheel}
        notebook = nbformat.read(inside[f"{name}.ipynb"], as_version=4)
        code = "\n".join(cell.source for cell in notebook.cells)
        assert "SOLUTION" not in code
        assert f'ag.check("{name}"' in code
        for answer in solutions(name):
            assert answer not in code
        packed = zipfile.ZipFile(io.BytesIO(inside[wheel].read_bytes())).namelist()
        assert not [one for one in packed if re.search(r"secret|solutions/|mutants/|\.csv\.gz|red-wine\.csv", one)]
        start = inside[START].read_text(encoding="utf-8")
        assert wheel in start
        assert "Nobody collects this notebook" in start
        assert "Hand in" not in start


def solutions(name: str) -> list[str]:
    """What stands in the solution's cells and must not be handed out."""
    text = "\n".join(cell.source for cell in solution(name).cells)
    return [found.strip() for found in re.findall(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", text, re.DOTALL)]


def test_two_builds_give_the_same_bytes(zips: Path, tmp_path: Path) -> None:
    again = practice.released(tmp_path / "course")
    assert {path.name: path.read_bytes() for path in again.iterdir()} == {
        path.name: path.read_bytes() for path in zips.iterdir()
    }


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, list[Path]]:
    """A checkout with the page that offers zips, and the courses that were made for it."""
    (tmp_path / "chapters").mkdir()
    (tmp_path / "chapters" / "how-to-use.md").write_text("# How to use\n", encoding="utf-8")
    (tmp_path / "_config.yml").write_text("html: {baseurl: ''}\n", encoding="utf-8")
    (tmp_path / "exercises").mkdir()
    (tmp_path / "_build" / "html").mkdir(parents=True)
    made = []

    def released(place: Path) -> Path:
        made.append(place)
        (place / "handouts").mkdir(parents=True)
        (place / "handouts" / f"x{len(made)}.zip").write_bytes(b"zip")
        return place / "handouts"

    monkeypatch.setattr(practice, "released", released)
    monkeypatch.delenv("AUTOGRADER_BOOK", raising=False)
    return tmp_path, made


def write(root: Path) -> list[str]:
    practice.write(root, root / "_build" / "html", lambda _: None)
    return [path.name for path in (root / "_build" / "html" / "practice").iterdir()]


def test_zips_are_made_again_only_after_a_change_of_what_they_hold(built: tuple[Path, list[Path]]) -> None:
    root, made = built
    assert write(root) == write(root) == ["x1.zip"]
    (root / "exercises" / "notebook.md").write_text("changed", encoding="utf-8")
    assert write(root) == ["x2.zip"]
    assert not any(place.exists() for place in made)


def test_a_book_without_the_page_has_no_zips(built: tuple[Path, list[Path]]) -> None:
    root, made = built
    (root / "chapters" / "how-to-use.md").unlink()
    practice.write(root, root / "_build" / "html", lambda _: None)
    assert made == []


def test_the_list_names_every_exercise_and_links_the_zips_there_are() -> None:
    table, here = practice.table(ROOT), set(practice.offered())
    assert set(re.findall(r'href="\.\./practice/([\w-]+)\.zip"', table)) == here
    assert set(re.findall(r"<code>([\w-]+)</code>, from an instructor", table)) == set(exercise_names()) - here
