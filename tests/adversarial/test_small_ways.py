"""Ways in that need no model: drawings and formulas, numbers of cells, time after time, names in archives, pipes."""

import base64
import os
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from autograder.gradebook import execution
from autograder.gradebook.collecting import collect
from autograder.gradebook.course import create_course
from autograder.gradebook.journal import Entry
from autograder.gradebook.roster import Person
from autograder.gradebook.steps import _beside
from autograder.judge import Case, bench
from autograder.kernel import Limits
from autograder.report.drawing import is_bearable
from autograder.report.harmless import cleaned, harmless, text_as_html
from autograder.rubric import Event, Remark

# Drawings

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink">{}</svg>'


def ten_times_ten(shown: str) -> str:
    """A part that shows another one ten times, which shows another one ten times, and so on."""
    parts = "".join(f'<g id="a{n}">{shown.format(n - 1) * 10}</g>' for n in range(1, 9))
    return SVG.format(f'<g id="a0"><rect/></g>{parts}')


ENDLESS = {
    "use": ten_times_ten('<use href="#a{}"/>'),
    "use by its old name": ten_times_ten('<use x:href="#a{}"/>'),
    "paint": ten_times_ten('<rect fill="url(#a{})"/>'),
    "paint of a whole group": ten_times_ten('<g fill="url(#a{})"><rect/></g>'),
    "style": ten_times_ten("<rect style=\"fill: URL( '#a{}' )\"/>"),
    "escaped style": ten_times_ten('<rect style="fill:u\\72l(#a{})"/>'),
    "style sheet": SVG.format("<style>* { fill: u&#114;l(#a) }</style><rect/>"),
    "sheet from elsewhere": f'<?xml-stylesheet href="#a"?>{SVG}',
    "itself": SVG.format('<g id="a"><use href="#a"/></g>'),
    "entities": '<!DOCTYPE svg [<!ENTITY a "x">]><svg>&a;</svg>',
    "default attributes": '<!DOCTYPE svg [<!ATTLIST use href CDATA "#a8">]>' + ten_times_ten('<use n="{}"/>'),
    "filter": SVG.format('<filter id="f"/><rect filter="url(#f)"/>'),
    "drawing inside": SVG.format('<image href="data:image/svg+xml;base64,AAAA"/>'),
    "depth": SVG.format("<g>" * 20_000 + "</g>" * 20_000),
}


@pytest.mark.parametrize("name", ENDLESS)
def test_a_drawing_without_end_is_not_shown(name: str) -> None:
    drawing = ENDLESS[name]
    assert not is_bearable(drawing.encode())
    assert not is_bearable(drawing.encode("utf-16"))
    link = f"data:image/svg+xml;base64,{base64.b64encode(drawing.encode()).decode()}"
    assert "base64" not in text_as_html(f"![a]({link})")
    assert "base64" not in cleaned(f'<img src="{link}">')
    output = nbformat.v4.new_output("display_data", {"image/svg+xml": drawing, "text/plain": "a drawing"})
    (cell,) = harmless(new_notebook(cells=[new_code_cell("1", outputs=[output])]))["cells"]
    assert cell["outputs"][0]["data"] == {"text/plain": "a drawing"}


def test_what_matplotlib_draws_is_shown(tmp_path: Path) -> None:
    import matplotlib.pyplot as plt

    figure, (left, right) = plt.subplots(1, 2)
    left.scatter(range(1500), range(1500), marker="*", label="url(#a) \\ @")
    right.bar([1, 2], [3, 4], hatch="/")
    left.legend()
    figure.savefig(tmp_path / "drawing.svg")
    plt.close(figure)
    assert is_bearable((tmp_path / "drawing.svg").read_bytes())


SIZES = ('mathsize="99999px"', 'linethickness="99999px"', 'linethickness="999em"', 'lspace="-90em"',
         'scriptlevel="-9"', 'rowspacing="1em 99999px"')  # fmt: skip


@pytest.mark.parametrize("size", SIZES)
def test_a_formula_is_as_large_as_the_text_around_it(size: str) -> None:
    made = text_as_html(f"<math><mtable {size}><mtr><mfrac {size}><mi>a</mi></mfrac></mtr></mtable></math>")
    assert size not in made
    assert 'linethickness="0"' in text_as_html("$\\binom{a}{b}$")


# Kernels


@pytest.mark.parametrize("told", [float("nan"), "<b>1</b>", [1], -1, True, 10**4000, {"a": []}, None])
def test_a_number_of_a_cell_that_is_none_is_dropped(told: object) -> None:
    notebook = new_notebook(cells=[new_code_cell("1")])
    notebook.cells[0]["execution_count"] = told
    execution._drop_odd_outputs(notebook)
    nbformat.validate(notebook)
    assert notebook.cells[0].execution_count is None


def test_a_number_of_a_cell_that_is_nested_without_end_is_dropped() -> None:
    notebook, deep = new_notebook(cells=[new_code_cell("1"), new_code_cell("2", execution_count=2)]), []
    for _ in range(700):
        deep = [deep]
    notebook.cells[0]["execution_count"] = deep
    execution._drop_odd_outputs(notebook)
    assert execution._written(notebook)
    assert [cell.execution_count for cell in notebook.cells] == [None, 2]


def ending(number: int, **how: bool) -> execution._Ending:
    return execution._Ending((Remark(f"Cell {number} ended the kernel.", Event.ENDED),), **how)


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    """The deadline of each try of a notebook that ends its kernel in another cell each time."""
    found: list[float] = []

    def execute(*known: object) -> execution._Ending:
        found.append(known[-1].deadline)
        return ending(len(found), silent=True)

    monkeypatch.setattr(execution, "_execute", execute)
    return found


def test_a_notebook_that_ends_its_kernels_has_no_more_time_than_others(given: list[float]) -> None:
    execution.run(nbformat.writes(new_notebook()), {}, Limits(seconds=10))
    assert len(given) == 3
    assert len(set(given)) == 1


def test_a_kernel_that_was_lost_takes_no_time_from_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[float] = []

    def execute(*known: object) -> execution._Ending:
        found.append(known[-1].deadline)
        time.sleep(0.01)
        return ending(1, lost=len(found) == 1)

    monkeypatch.setattr(execution, "_execute", execute)
    execution.run(nbformat.writes(new_notebook()), {}, Limits(seconds=10))
    assert found[0] < found[1]


def test_a_model_that_ends_the_judge_late_has_no_more_time_than_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def dies_late(case: Case) -> Iterator[bench.Receive]:
        def receive(seconds: float) -> bytes:
            time.sleep(min(0.8, seconds))
            return b""

        yield receive

    monkeypatch.setattr(bench, "AVAILABLE", True)
    monkeypatch.setattr(bench, "_fork_of_warm_parent", dies_late)
    (tmp_path / "model.keras").write_bytes(b"x")
    began = time.monotonic()
    bench.judge(Case("red-wine", tmp_path, b"secret"), seconds=1)
    assert time.monotonic() - began < 1.6


# Files


def test_nobody_hands_in_for_another_by_a_name_that_goes_on_in_a_second_line(tmp_path: Path) -> None:
    course = create_course(tmp_path / "course")
    people = [Person("bob", "Bob", "Smith", number="777"), Person("eve", "Eve", "Jones", number="5")]
    archive = tmp_path / "all.zip"
    own = nbformat.writes(new_notebook(cells=[new_code_cell("import autograder as ag\nag.check('red-wine', model)")]))
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("Eve Jones_5_assignsubmission_file_/red-wine.ipynb", own)
        packed.writestr("Eve Jones_5_assignsubmission_file_/a\n/smithbob_777_1_red-wine.ipynb", own)
    assert [one.who for one in collect(course, "red-wine", archive, people)] == ["eve"]
    assert not course.submitted("bob", "red-wine").exists()


def test_what_nbgrader_copied_through_a_link_is_taken_away_before_anything_runs(tmp_path: Path) -> None:
    course = create_course(tmp_path / "course")
    secret = course.root / "held-out.secret"
    submitted, graded = course.submitted("eve", "red-wine"), course.autograded("eve", "red-wine")
    for folder in (submitted / "deep", graded / "deep", course.release("red-wine"), course.source("red-wine")):
        folder.mkdir(parents=True)
    (course.release("red-wine") / "red-wine.ipynb").write_text("{}", encoding="utf-8")
    (course.source("red-wine") / "wine.csv").write_text("1", encoding="utf-8")
    (submitted / "own.py").write_text("2", encoding="utf-8")
    for name in ("leak.txt", "page.html", "deep/leak.txt", "wine.csv"):
        (submitted / name).symlink_to(secret)
    for name in ("leak.txt", "page.html", "deep/leak.txt"):  # as nbgrader copies
        (graded / name).write_bytes(secret.read_bytes())
    for name in ("own.py", "wine.csv", "red-wine.ipynb"):
        (graded / name).write_text("x", encoding="utf-8")
    assert _beside(Entry(course, "red-wine", "eve"), graded) == {"own.py": b"2", "wine.csv": b"1"}
    left = {str(path.relative_to(graded)) for path in graded.rglob("*") if path.is_file()}
    assert left == {"own.py", "wine.csv", "red-wine.ipynb"}


@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_the_doctor_waits_for_no_model(kind: str, tmp_path: Path) -> None:
    model = tmp_path / "model.keras"
    if kind == "pipe":
        os.mkfifo(model)
    else:
        model.symlink_to("/dev/zero")
    done = subprocess.run(
        [sys.executable, "-m", "autograder", "doctor", model],
        capture_output=True,
        timeout=120,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "is not a regular file" in done.stdout
    assert "Traceback" not in done.stderr
