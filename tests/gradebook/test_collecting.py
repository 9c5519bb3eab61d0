"""From a learning platform's table and download to students and their submissions; nothing lost, the others go on."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from rich.console import Console

from autograder.cli import shown
from autograder.environment import prepare
from autograder.errors import TableError
from autograder.gradebook.collecting import Collected, CollectError, collect
from autograder.gradebook.course import Course, create_course
from autograder.gradebook.roster import Person, add_students, enrolled, read_roster

CANVAS = """\ufeffStudent,ID,SIS User ID,SIS Login ID,Section,small (4711)
    Points Possible,,,,,6
"Lovelace, Ada",101,9001,ada,One,
"Bartók, Béla",102,9002,bela,One,1
"""
MOODLE = """First name,Last name,ID number,Email address
Ada,Lovelace,,ada@example.org
Béla,Bartók,,bela@example.org
"""
WORKSHEET = """Identifier,Full name,Email address,Status
Participant 101,Ada Lovelace,ada@example.org,Submitted
Participant 102,Béla Bartók,bela@example.org,Submitted
"""
NBGRADER = "id,first_name,last_name,email,lms_user_id\nada,Ada,Lovelace,ada@example.org,101\nbela,Béla,Bartók,,102\n"


@pytest.mark.parametrize("table", [CANVAS, MOODLE, WORKSHEET, NBGRADER, CANVAS.replace(",", ";").replace("; ", ", ")])
def test_whatever_a_platform_exports_names_the_same_students(table: str) -> None:
    assert [(one.id, one.first, one.last) for one in read_roster(table)] == [
        ("ada", "Ada", "Lovelace"), ("bela", "Béla", "Bartók"),
    ]  # fmt: skip


@pytest.mark.parametrize("table", [CANVAS, WORKSHEET, NBGRADER])
def test_the_number_that_names_of_files_repeat_is_kept(table: str) -> None:
    assert [one.number for one in read_roster(table)] == ["101", "102"]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("colour,size\nred,2\n", "students are looked for in"),
        ("", "Its columns are none"),
        ("id\n../../etc\n", "cannot be the name of a folder"),
        ("id\nada\nada\n", "names one student twice: ada, ada"),
        (
            "\ufeffid;name;email\nS02;Cleo;c@x.org\n s02 ;Cleo;c@x.org\n;;\n",
            "'id' names one student twice: S02, s02. Remove a row",
        ),
    ],
)
def test_a_table_that_is_no_roster_is_refused_in_a_sentence(table: str, said: str) -> None:
    with pytest.raises(TableError, match=said):
        read_roster(table)


def test_a_roster_read_again_adds_nobody_and_keeps_what_it_does_not_say(tmp_path: Path) -> None:
    prepare()
    course = create_course(tmp_path / "course")
    assert add_students(course, read_roster(CANVAS)) == (2, 0)
    assert add_students(course, read_roster(MOODLE)) == (0, 2)
    ada = next(one for one in enrolled(course) if one.id == "ada")
    assert ada == Person("ada", "Ada", "Lovelace", "ada@example.org", "101")


CLASS = [
    Person("ada", "Ada", "Lovelace", number="101"),
    Person("bela", "Béla", "Bartók", number="102"),
    Person("jan1", "Jan", "Smit"),
    Person("jan2", "Jan", "Smit"),
]


def notebook(exercise: str = "red-wine", more: str = "") -> str:
    cell = new_code_cell(f'ag.check("{exercise}", model){more}', id="check")
    return str(nbformat.writes(new_notebook(cells=[cell])))


def zipped(path: Path, files: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def packed(files: dict[str, str | bytes], how: int = zipfile.ZIP_STORED) -> bytes:
    """An archive that a student made."""
    with zipfile.ZipFile(held := io.BytesIO(), "w", how) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return create_course(tmp_path / "course")


def taken(course: Course, files: dict[str, str | bytes], *, update: bool = False) -> dict[str, str]:
    """What became of everybody's files: news, or the problem."""
    archive = zipped(course.root / "download.zip", files)
    return {one.who: one.news or one.problem for one in collect(course, "red-wine", archive, CLASS, update=update)}


def handed_in(course: Course, student: str) -> dict[str, str]:
    folder = course.submitted(student, "red-wine")
    return {str(path.relative_to(folder)): path.read_text(encoding="utf-8") for path in folder.rglob("*.*")}


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (
            "Wine_ada_attempt_2026-11-09-18-05-59_red-wine.ipynb",
            "Wine_ada_attempt_2026-11-29-09-05-59_red-wine.ipynb",
        ),
        (
            "1-2 - Ada Lovelace - Nov 29, 2026 1105 AM/red-wine.ipynb",
            "1-3 - Ada Lovelace - Nov 29, 2026 105 PM/red-wine.ipynb",
        ),
        (
            "1-2 - Ada Lovelace - 9 October, 2026 23:05/red-wine.ipynb",
            "1-3 - Ada Lovelace - 29 September, 2027 06:05/red-wine.ipynb",
        ),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_of_several_attempts_the_last_counts(first: str, last: str, turned: bool, course: Course) -> None:
    files = [(first, notebook()), (last, notebook(more="  # again"))]
    assert taken(course, dict(reversed(files) if turned else files)) == {"ada": "collected"}
    assert handed_in(course, "ada") == {"red-wine.ipynb": notebook(more="  # again")}


def test_attempts_without_a_moment_that_can_be_read_are_asked_about(course: Course) -> None:
    names = ("1-2 - Ada Lovelace - 9. Nov. 2026/a.ipynb", "1-3 - Ada Lovelace - 10. Nov. 2026/a.ipynb")
    (problem,) = taken(course, dict.fromkeys(names, notebook())).values()
    assert "ask which one counts" in problem


@pytest.mark.parametrize(
    ("ada", "bela"),
    [
        ("lovelaceada_101_678_red-wine.ipynb", "bartokbela_102_679_red-wine-1.ipynb"),
        ("a-new-name_LATE_101_678_red-wine.ipynb", "bartókbéla_999_679_red-wine (2).ipynb"),
        ("Ada Lovelace_7_assignsubmission_file_/red-wine.ipynb", "Béla Bartók_8_assignsubmission_file_/my try.ipynb"),
        ("Ada Lovelace_7_assignsubmission_file/red-wine.ipynb", "Bartók Béla_8_assignsubmission_file/red-wine.ipynb"),
        ("all/Ada Lovelace_7_assignsubmission_file_/a.ipynb", "all/x/Bartók Béla_8_assignsubmission_file_/a.ipynb"),
        ("Ada Lovelace_7_assignsubmission_file_red-wine.ipynb", "Bartók Béla_8_assignsubmission_file_red-wine.ipynb"),
        (
            "Red wine_ada_attempt_2026-11-29-18-05-59_red-wine.ipynb",
            "Red wine_bela_attempt_2026-11-29-18-06-00_a b_c.ipynb",
        ),
        (
            "101-7 - Ada Lovelace - Nov 29, 2026 605 PM/red-wine.ipynb",
            "Red wine Download/102-8 - Béla Bartók - 29 November, 2026 18:06/red-wine.ipynb",
        ),
    ],
)
def test_files_named_by_a_platform_go_to_their_students(ada: str, bela: str, course: Course) -> None:
    assert taken(course, {ada: notebook(), bela: notebook(more=" ")}) == {"ada": "collected", "bela": "collected"}
    assert handed_in(course, "ada") == {"red-wine.ipynb": notebook()}
    assert handed_in(course, "bela") == {"red-wine.ipynb": notebook(more=" ")}


def test_whom_canvas_calls_late_is_said(course: Course) -> None:
    files = {"lovelaceada_LATE_101_1_red-wine.ipynb": notebook(), "bartokbela_102_2_red-wine.ipynb": notebook()}
    archive = zipped(course.root / "download.zip", files)
    shown.collecting(console := Console(width=200, record=True), collect(course, "red-wine", archive, CLASS))
    assert "Late by Canvas: ada. " in console.export_text()


def test_files_beside_the_notebook_come_along_and_none_leaves_its_folder(course: Course) -> None:
    own = "Ada Lovelace_7_assignsubmission_file_/"
    files = {"red-wine.ipynb": notebook(), "sub/helper.py": "x = 1", "../../out.txt": "out", "timestamp.txt": "1999"}
    files |= {"Timestamp.TXT/x.csv": "1"}
    assert taken(course, {own + name: content for name, content in files.items()}) == {"ada": "collected"}
    assert set(handed_in(course, "ada")) == {"red-wine.ipynb", "sub/helper.py"}
    assert not list(course.root.rglob("out.txt"))


@pytest.mark.parametrize("name", ["lovelaceada_LATE_101_1_mine.zip", "Ada Lovelace_7_assignsubmission_file_/my.ZIP"])
def test_whoever_packed_the_folder_of_the_exercise_handed_in_its_notebook(name: str, course: Course) -> None:
    own = {
        "red-wine.ipynb": notebook(),
        "helper.py": "x = 1",
        ".ipynb_checkpoints/red-wine-checkpoint.ipynb": notebook(),
    }
    folder = {f"red-wine/{name}": content for name, content in own.items()}
    mac = {"__MACOSX/red-wine/._red-wine.ipynb": "x", "readme.txt": "y", "../../out.txt": "out"}
    assert taken(course, {name: packed({**folder, **mac}, zipfile.ZIP_DEFLATED)}) == {"ada": "collected"}
    assert handed_in(course, "ada") == {"red-wine.ipynb": notebook(), "helper.py": "x = 1", "readme.txt": "y"}
    assert not list(course.root.rglob("out.txt"))


def test_a_zip_of_data_beside_the_notebook_stays_closed(course: Course) -> None:
    own = {"red-wine.ipynb": notebook(), "rows.zip": packed({"red-wine.ipynb": notebook(more=" # other")})}
    files = {f"Ada Lovelace_7_assignsubmission_file_/{name}": content for name, content in own.items()}
    assert taken(course, files) == {"ada": "collected"}
    assert {path.name for path in course.submitted("ada", "red-wine").iterdir()} == set(own)


def test_an_archive_that_lies_about_its_size_is_unpacked_no_further_than_it_says(course: Course) -> None:
    bomb = packed({"red-wine.ipynb": "x" * 10_000_000}, zipfile.ZIP_DEFLATED)
    size = (10_000_000).to_bytes(4, "little")
    told = taken(course, {"lovelaceada_101_1_mine.zip": bomb.replace(size, (100).to_bytes(4, "little"))})
    assert "Bad CRC-32" in told["ada"]


def test_a_folder_into_which_the_archive_was_unpacked_does_as_well(course: Course, tmp_path: Path) -> None:
    folder = tmp_path / "submissions"
    (folder / "Ada Lovelace_7_assignsubmission_file_").mkdir(parents=True)
    (folder / "Ada Lovelace_7_assignsubmission_file_" / "red-wine.ipynb").write_text(notebook(), encoding="utf-8")
    (folder / "bartokbela_102_679_red-wine.ipynb").symlink_to(course.root / "held-out.secret")
    assert [(one.who, one.news) for one in collect(course, "red-wine", folder, CLASS)] == [("ada", "collected")]
    assert handed_in(course, "ada") == {"red-wine.ipynb": notebook()}


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"a.ipynb": notebook(), "b.ipynb": notebook()}, "There are 2 notebooks: a.ipynb, b.ipynb."),
        (
            {"red-wine.ipynb": notebook("concrete-strength")},
            "The notebook is for concrete-strength, not for red-wine.",
        ),
        ({"all.pdf": "%PDF"}, "There is no notebook, only all.pdf. Ask for red-wine.ipynb itself."),
        ({"all.zip": "PK"}, "There is no notebook, and all.zip cannot be unpacked (File is not a zip file). Ask for"),
        ({"all.zip": packed({"in.zip": packed({"red-wine.ipynb": notebook()})})}, "no notebook, only in.zip."),
        ({"all.zip": packed({"a.ipynb": notebook(), "b/b.ipynb": notebook()})}, "There are 2 notebooks: a.ipynb, b/"),
        ({"all.zip": packed({"a": "x" * 30_000_000, "b": "x" * 30_000_000})}, "or larger than 50 MB."),
        ({"all.zip": packed({str(number): "" for number in range(1001)})}, "is more than 1000 files"),
        ({"all.zip": packed({"a.ipynb": notebook()}, zipfile.ZIP_BZIP2)}, "packed in a way that is not usual."),
        ({"all.zip": packed({"a.ipynb": notebook()}).replace(b"red-wine", b"red-vine")}, "Bad CRC-32"),
    ],
)
def test_what_nobody_can_grade_is_said_and_the_others_go_on(files: dict[str, str], said: str, course: Course) -> None:
    own = {f"Ada Lovelace_7_assignsubmission_file_/{name}": content for name, content in files.items()}
    result = taken(course, {**own, "bartokbela_102_679_red-wine.ipynb": notebook()})
    assert said in result["ada"]
    assert result["bela"] == "collected"
    assert not course.submitted("ada", "red-wine").exists()


def test_a_notebook_that_was_cut_short_is_taken_and_grading_says_so(course: Course) -> None:
    assert taken(course, {"lovelaceada_101_1_red-wine.ipynb": notebook()[:30]}) == {"ada": "collected"}


def test_nobody_is_guessed(course: Course) -> None:
    moodles_number = "Somebody Else_101_assignsubmission_file_/a.ipynb"
    files = dict.fromkeys(("strangerulla_7_8_a.ipynb", "smitjan_9_8_a.ipynb", moodles_number), notebook())
    result = taken(course, files)
    assert "Nobody in the course is called so" in result["Somebody Else"]
    assert "Nobody in the course is called so" in result["strangerulla"]
    assert "2 students of the course are called so: jan1, jan2" in result["smitjan"]
    assert not list((course.root / "submitted").iterdir())


def test_nobody_hands_in_for_somebody_else_by_the_name_of_a_folder(course: Course) -> None:
    inside = "Béla Bartók_8_assignsubmission_file_/red-wine.ipynb"
    assert taken(course, {f"Ada Lovelace_7_assignsubmission_file_/{inside}": notebook()}) == {"ada": "collected"}


def test_no_terminal_obeys_the_name_of_a_file(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    archive = zipped(course.root / "download.zip", {"lovelaceada_101_1_\x1b]0;mine\x07\x1b[2J.pdf": "PK"})
    assert shown.collecting(Console(force_terminal=True), collect(course, "red-wine", archive, CLASS)) == 1
    said = capsys.readouterr().out
    assert "mine" in said
    assert "\x1b]" not in said
    assert "\x1b[2J" not in said


def test_nobody_hands_in_for_somebody_else_by_taking_their_name(course: Course) -> None:
    """Students choose what a platform calls them; its number of them they do not choose."""
    ours, theirs = "lovelaceada_101_1_red-wine.ipynb", "lovelaceada_102_2_red-wine.ipynb"
    archive = zipped(course.root / "download.zip", {theirs: notebook(more="#"), ours: notebook()})
    told = list(collect(course, "red-wine", archive, CLASS))
    assert [one.news for one in told] == ["", "collected"]
    assert "the number 102 is bela's" in told[0].problem
    assert handed_in(course, "ada") == {"red-wine.ipynb": notebook()}


def test_of_two_people_of_one_name_nobody_is_taken_for_the_other(course: Course) -> None:
    names = [f"Ada Lovelace_{number}_assignsubmission_file_/red-wine.ipynb" for number in (7, 8)]
    archive = zipped(course.root / "download.zip", dict.fromkeys(names, notebook()))
    told = list(collect(course, "red-wine", archive, CLASS))
    assert all("2 people in the archive" in one.problem for one in told)
    assert len(told) == 2
    assert not course.submitted("ada", "red-wine").exists()


def test_what_was_handed_in_before_is_never_lost(course: Course) -> None:
    name = "lovelaceada_101_678_red-wine.ipynb"
    taken(course, {name: notebook()})
    assert taken(course, {name: notebook()}) == {"ada": "the same as before"}
    assert "was kept" in taken(course, {name: notebook(more=" # new")})["ada"]
    assert handed_in(course, "ada")["red-wine.ipynb"] == notebook()
    assert taken(course, {name: notebook(more=" # new")}, update=True) == {"ada": "replaced"}
    assert "# new" in handed_in(course, "ada")["red-wine.ipynb"]
    kept = course.root / "replaced" / "ada" / "red-wine" / "1" / "red-wine.ipynb"
    assert kept.read_text(encoding="utf-8") == notebook()


def test_an_archive_that_is_cut_short_or_another_one_is_refused_in_a_sentence(course: Course, tmp_path: Path) -> None:
    whole = zipped(tmp_path / "whole.zip", {"lovelaceada_101_678_red-wine.ipynb": notebook()})
    cut = tmp_path / "cut.zip"
    cut.write_bytes(whole.read_bytes()[:-40])
    (one := tmp_path / "one.ipynb").write_text(notebook(), encoding="utf-8")
    photos = zipped(tmp_path / "photos.zip", {"a.jpg": ""})
    for archive, said in ((cut, "cut short"), (photos, "no file named as"), (one, "is no zip archive. Use what")):
        with pytest.raises(CollectError, match=said):
            list(collect(course, "red-wine", archive, CLASS))


def test_one_damaged_file_costs_nobody_else(course: Course, tmp_path: Path) -> None:
    names = ["lovelaceada_101_1_red-wine.ipynb", "bartokbela_102_2_red-wine.ipynb"]
    archive = zipped(tmp_path / "damaged.zip", dict.fromkeys(names, notebook()))
    archive.write_bytes(archive.read_bytes().replace(b'red-wine\\"', b'red-vine\\"', 1))
    first, second = collect(course, "red-wine", archive, CLASS)
    assert first.who == "ada"
    assert "damaged in the archive" in first.problem
    assert second == Collected("bela", news="collected")


@pytest.mark.parametrize("packed", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_damage_is_said_however_the_file_was_packed(course: Course, tmp_path: Path, packed: int) -> None:
    path = tmp_path / "damaged.zip"
    with zipfile.ZipFile(path, "w", packed) as archive:
        archive.writestr("lovelaceada_101_1_red-wine.ipynb", notebook(more="x" * 3000))
        archive.writestr("bartokbela_102_2_red-wine.ipynb", notebook())
    damaged = bytearray(path.read_bytes())
    damaged[75:105] = bytes(byte ^ 255 for byte in damaged[75:105])
    path.write_bytes(damaged)
    first, second = collect(course, "red-wine", path, CLASS)
    assert "damaged in the archive" in first.problem
    assert second == Collected("bela", news="collected")


@pytest.mark.parametrize(
    "names",
    [["n" * 300], ["é" * 200], ["a", "a/b"], ["./a", "a/b"], ["red-wine.ipynb/a"], ["."], ["/".join(["deep"] * 300)]],
)
def test_a_name_that_no_folder_can_hold_costs_nobody_else(course: Course, names: list[str]) -> None:
    own = "Ada Lovelace_7_assignsubmission_file_/"
    files = {own + name: "x" for name in names} | {own + "mine.ipynb": notebook()}
    found = taken(course, {**files, "bartokbela_102_2_red-wine.ipynb": notebook()})
    assert "cannot be stored under this name" in found["ada"]
    assert found["bela"] == "collected"


@pytest.mark.parametrize("name", ["\N{UNICORN FACE}", "--", "\u200b"])
def test_a_name_without_letters_is_not_that_of_who_has_no_name_in_the_roster(name: str, course: Course) -> None:
    archive = zipped(course.root / "download.zip", {f"{name}_9_assignsubmission_file_/red-wine.ipynb": notebook()})
    (one,) = collect(course, "red-wine", archive, [Person("ada"), Person("bela", "Béla", "Bartók")])
    assert "Nobody in the course is called so" in one.problem
    assert not course.submitted("ada", "red-wine").exists()
