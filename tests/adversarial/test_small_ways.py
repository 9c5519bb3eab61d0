"""Ways in that need no model: drawings, pictures, formulas, accents, numbers of cells, time after time, names."""

import base64
import os
import re
import struct
import subprocess
import sys
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from PIL import Image

from autograder.errors import quoted
from autograder.gradebook import execution
from autograder.gradebook.collecting import collect
from autograder.gradebook.course import create_course
from autograder.gradebook.intake import UnreadableError, handed_in, read_submission
from autograder.gradebook.journal import Entry
from autograder.gradebook.roster import Person
from autograder.gradebook.steps import _beside
from autograder.judge import Case, bench
from autograder.kernel import Limits
from autograder.report.drawing import is_bearable
from autograder.report.harmless import cleaned, harmless, text_as_html
from autograder.report.pixels import MOST_PIXELS
from autograder.rubric import Event, Remark


def png(side: int, frames: int = 1) -> str:
    """The head of a square picture of one bit a pixel, as base64: browsers make room for all of it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    size = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0))
    animated = chunk(b"acTL", struct.pack(">II", frames, 0)) if frames > 1 else b""
    parts = (b"\x89PNG\r\n\x1a\n", size, animated, chunk(b"IDAT", zlib.compress(b"")), chunk(b"IEND", b""))
    return base64.b64encode(b"".join(parts)).decode()


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
    "picture that unfolds": SVG.format(f'<image href="data:image/png;base64,{png(20_000)}"/>'),
    "picture that is none": SVG.format('<image href="data:image/png;base64,AAAA"/>'),
    "picture that is spelt otherwise": SVG.format('<image href="DATA:image/png,%89PNG"/>'),
    "picture as a style": SVG.format(f'<rect style="fill:url(data:image/png;base64,{png(20_000)})"/>'),
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

    figure, (left, right, last) = plt.subplots(1, 3)
    left.scatter(range(1500), range(1500), marker="*", label="url(#a) \\ @")
    right.bar([1, 2], [3, 4], hatch="/")
    last.imshow([[1, 2], [3, 4]])
    left.legend()
    figure.savefig(tmp_path / "drawing.svg")
    plt.close(figure)
    assert is_bearable((tmp_path / "drawing.svg").read_bytes())


# Pictures

PLACES: dict[str, Callable[[str], nbformat.NotebookNode]] = {
    "output": lambda picture: new_code_cell("", outputs=[new_output("display_data", {"image/png": picture})]),
    "table": lambda picture: new_code_cell(
        "", outputs=[new_output("display_data", {"text/html": f'<img src="data:image/png;base64,{picture}">'})]
    ),
    "drawing": lambda picture: new_code_cell("", outputs=[new_output("display_data", {"image/svg+xml": SVG.format(
        f'<image href="data:image/png;base64,{picture}"/>')})]),
    "text": lambda picture: new_markdown_cell(f"![a](data:image/png;base64,{picture})"),
    "small": lambda picture: new_markdown_cell(f'<img width="9" src="data:image/gif;base64,{picture}">'),
    "attached": lambda picture: new_markdown_cell("![a](attachment:a)", attachments={"a": {"image/png": picture}}),
}  # fmt: skip


def pictures_shown(*cells: nbformat.NotebookNode) -> int:
    return len(re.findall(r"'image/png': '\w|base64,\w", str(harmless(new_notebook(cells=cells))["cells"])))


@pytest.mark.parametrize("place", PLACES)
def test_a_small_file_that_unfolds_to_gigabytes_is_not_shown(place: str) -> None:
    made = PLACES[place]
    assert pictures_shown(made(png(1000))) == 1
    assert pictures_shown(made(png(16_000))) == 0
    assert pictures_shown(made(png(1000, frames=5000))) == 0
    many = [made(png(5000)) for _ in range(40)]
    assert pictures_shown(*many, made(png(100))) == MOST_PIXELS // 5000**2


@pytest.mark.parametrize("place", PLACES)
def test_what_is_no_picture_of_a_kind_that_pages_show_is_not_shown(place: str) -> None:
    other = BytesIO()
    Image.new("RGB", (2, 2)).save(other, "BMP")
    assert pictures_shown(PLACES[place](base64.b64encode(other.getvalue()).decode())) == 0


# Texts

PILED = {
    "accents": "x" + "\u0307" * 500,
    "accents, joined": "x" + "\u0307\u200d" * 500,
    "accents of two kinds": "x" + "\u0307\u0489" * 500,
    "below": "\u05d0" + "\u0591" * 500,
}


@pytest.mark.parametrize("piled", PILED.values(), ids=PILED)
def test_no_letter_carries_marks_that_cover_other_lines(piled: str) -> None:
    error = new_output("error", ename="E", evalue=piled, traceback=[piled])
    outputs = [new_output("stream", text=piled), error, new_output("display_data", {"text/html": f"<p>{piled}</p>"})]
    spelt = "".join(f"&#{ord(sign)};" for sign in piled)
    cells = [new_code_cell(f"# {piled}", outputs=outputs), new_markdown_cell(piled), new_markdown_cell(spelt)]
    for shown in (str(harmless(new_notebook(cells=cells))), quoted(piled)):
        assert not re.search(r"[^\x00-\x7f]{12}", shown)


def test_marks_in_elements_of_their_own_stay_in_the_box_of_the_text() -> None:
    (cell,) = harmless(new_notebook(cells=[new_markdown_cell("x" + "<i>\u0307</i>" * 500)]))["cells"]
    assert re.match(r"<div [^>]*overflow:auto", cell["source"])


@pytest.mark.parametrize(
    "text",
    [
        "Tiếng Việt",
        "שָׁלוֹם",
        "ที่นี่",
        "क्षत्रिय",
        "👩‍👩‍👧‍👦",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    ],
)
def test_what_languages_write_is_left_as_it_is(text: str) -> None:
    (cell,) = harmless(new_notebook(cells=[new_markdown_cell(text)]))["cells"]
    assert text in cell["source"]


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


def test_a_students_folder_that_leads_to_anothers_is_not_followed(tmp_path: Path) -> None:
    course = create_course(tmp_path / "course")
    folder = course.submitted("ada", "red-wine")
    folder.mkdir(parents=True)
    (folder / "red-wine.ipynb").write_text(nbformat.writes(new_notebook()), encoding="utf-8")
    folder.parent.with_name("eve").symlink_to("ada")
    path, _ = handed_in(course.submitted("eve", "red-wine"), "red-wine")
    with pytest.raises(UnreadableError, match="eve is a link"):
        read_submission(path)


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
