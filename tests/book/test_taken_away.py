"""The notebooks that the chapters offer: nothing in them needs the book's extensions."""

import sys
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from pybtex.database import parse_string

ROOT = Path(__file__).resolve().parents[2]
PAPERS = parse_string(
    "@misc{one, author={Ba, Jimmy}, year={2015}} @misc{two, author={Li, A and Wu, B}, year={2019}}", "bibtex"
).entries
NUMBER, NEGATIVE = (
    new_output(
        "display_data",
        {"application/papermill.record/text/plain": text},
        metadata={"scrapbook": {"name": name, "mime_prefix": "application/papermill.record/"}},
    )
    for name, text in (("gain", "0.1234"), ("loss", "-0.5"))
)


@pytest.fixture
def readable(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(ROOT / "chapters")
    import taken_away

    yield lambda cells, base="": taken_away.readable(
        new_notebook(cells=cells, metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}}),
        PAPERS,
        base,
    )
    for name in ("taken_away", "execution"):
        sys.modules.pop(name, None)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("by {glue:text}`gain:+.2f` points", "by +0.12 points"),
        ("by {glue:text}`loss:.1f` points", "by \N{MINUS SIGN}0.5 points"),
        ("a {term}`unit`, two {term}`units <unit>`", "a unit, two units"),
        ("{cite:t}`two` and {cite:p}`one`", "Li and Wu (2019) and (Ba, 2015)"),
        ("[here](#place), [there](other.md#there)", "[here](#place), there"),
        ("also {nb-download}`a notebook <one.ipynb>`", "also a notebook"),
        (":::{admonition} In short\n:class: tip\n\nTwo\n\nlines.\n:::", "> **In short**\n>\n> Two\n>\n> lines."),
        (
            ":::{dropdown} Is `x` it?\nYes.\n:::",
            "<details>\n<summary>Is <code>x</code> it?</summary>\n\nYes.\n\n</details>",
        ),
    ],
)
def test_marks_of_the_book_become_plain_markdown(readable, written: str, read: str) -> None:
    made = readable(
        [
            new_code_cell(outputs=[NUMBER, NEGATIVE]),
            new_markdown_cell("(place)=\n## Place"),
            new_markdown_cell(written),
        ]
    )
    assert made.cells[2].source == read
    assert made.cells[1].source == '<a id="place"></a>\n\n## Place'


def test_with_an_address_links_lead_to_the_book(readable) -> None:
    made = readable([new_markdown_cell("[there](other.md#there)")], "https://example.org")
    assert made.cells[0].source == "[there](https://example.org/chapters/other.html#there)"


def test_outputs_stay_numbers_for_the_text_go_and_folded_code_is_hidden(readable) -> None:
    about = {"tags": ["hide-input"], "mystnb": {"figure": {"caption": "A {term}`unit`."}}}
    drawn = new_code_cell("draw()", metadata=about, outputs=[new_output("stream", text="drawn"), NUMBER])
    made = readable([drawn])
    nbformat.validate(made)
    assert [output.output_type for output in made.cells[0].outputs] == ["stream"]
    assert made.cells[0].metadata == {"jupyter": {"source_hidden": True}}
    assert made.cells[1].source == "*A unit.*"
