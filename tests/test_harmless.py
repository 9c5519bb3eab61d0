"""What a student wrote becomes HTML that no reader of markdown reads another way, and no text takes long."""

import re
import time
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from nbconvert.filters import markdown2html

from autograder import deadlines
from autograder.report import harmless
from autograder.report.harmless import MOST_CHARACTERS, cleaned, harmless_in_time, inert_source, text_as_html

PIECES = st.sampled_from([
    "<img src=x onerror=f()>", "<script>f()</script>", "</div>", "<div>", "<style>*{}</style>", "<!--", "-->",
    "<svg>", "<math>", "<mtext>", "<table>", "<a href='javascript:f()'>", "[a](javascript:f())", "$", "$$",
    "\\href{javascript:f()}{a}", "\\text{<img src=x onerror=f()>}", "`", "```\n", "\n\n", "\n", " ", "    ", "&lt;",
    "&#60;img&#62;", "*", "_", "|", "- ", "> ", "#", "\\", "\\begin{align}", "\\end{align}", "a", "1", "<", ">", "&",
    "\"", "'", "=", "[", "]", "(", ")", "~~", "\x00", "<i title=\"", "&#10;&#10;", "&#13;", "\u2028", "\x0c",
])  # fmt: skip
PIXEL = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
"""A picture of one pixel."""
TAGS = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)([^>]*)>")


@given(st.lists(PIECES, max_size=12).map("".join))
@example("$\\text{<img src=x onerror=f()>}$")
def test_only_what_is_on_the_list_is_left(text: str) -> None:
    made = text_as_html(text)
    for _, tag, attributes in TAGS.findall(made):
        assert tag in harmless._TEXT | harmless._MATHML
        assert not re.search(r"\bon\w+\s*=|javascript:", attributes)
        assert not re.search(r"\bstyle=(?!\"(color|background|font|text)-?)", attributes)


@given(st.lists(PIECES, max_size=12).map("".join))
@example('<i title="A&#10;&#10;B">a</i> <i title=" onmouseover=f() x=">b</i>')
@example('<i title="A\u2028\u2028B&#13;&#13;C&#12;&#12;D">a</i> <i title=" onmouseover=f() x=">b</i>')
def test_a_reader_of_markdown_changes_nothing(text: str) -> None:
    source = inert_source(text_as_html(text))
    assert len(source.splitlines()) == 1
    assert markdown2html(source).strip() == source.strip()


LONG = {
    "environments": "\\begin{a}", "brackets": "[", "emphasis": "*a **a ", "dollars": "$a", "links": "[a](",
    "code": "`a``",
    "tags": "<div>", "comments": "<!--", "quotes": "> ", "lists": "- ", "entities": "&", "tables": "|a",
}  # fmt: skip


@pytest.mark.parametrize("piece", LONG.values(), ids=LONG)
@pytest.mark.parametrize("size", [MOST_CHARACTERS - 100, 300_000])
def test_no_text_lasts(piece: str, size: int) -> None:
    started = time.process_time()
    text_as_html(piece * (size // len(piece)))
    assert time.process_time() - started < 10  # hours, before


def notebook(**cell: Any) -> dict[str, Any]:
    plain = {"id": "a", "cell_type": "markdown", "metadata": {}, "source": "*emphasis*", **cell}
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [plain]}


def test_what_takes_too_long_is_shown_as_it_was_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "<em>" in harmless_in_time(notebook())["cells"][0]["source"]
    monkeypatch.setattr(harmless, "in_time", _too_long)
    source = harmless_in_time(notebook())["cells"][0]["source"]
    assert "<em>" not in source
    assert "emphasis" in source


def _too_long(*_: object) -> None:
    raise deadlines.DeadlineError("it took longer than 20 s")


def test_work_beyond_its_deadline_is_given_up_and_the_next_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deadlines, "SECONDS", 1.0)
    with pytest.raises(deadlines.DeadlineError, match="longer than 1 s"):
        deadlines.in_time(time.sleep, 30)
    monkeypatch.setattr(deadlines, "SECONDS", 20.0)
    with pytest.raises(deadlines.DeadlineError, match="memory"):
        deadlines.in_time(bytes, 6 << 30)
    assert deadlines.in_time(len, "four") == 4


def test_code_and_outputs_that_take_long_to_colour_are_cut() -> None:
    printed = {"output_type": "stream", "name": "stdout", "text": "\x1b[m" * 100_000}
    raised = {"output_type": "error", "ename": "E" * 100_000, "evalue": "", "traceback": ["\x1b[m" * 100_000]}
    for many, most in ((1, 10 * harmless.MOST_SHOWN), (30, 10 * harmless.MOST_SHOWN)):
        made = harmless.harmless(
            notebook(cell_type="code", source="a = 1\n" * 20_000, outputs=[printed, raised] * many)
        )
        assert len(str(made["cells"][0]["outputs"][0]["text"])) < harmless.MOST_SHOWN + 100
        assert len(str(made)) < most


def test_metadata_and_names_cannot_carry_anything() -> None:
    made = harmless.harmless(
        {
            **notebook(
                cell_type="code",
                execution_count="<script>",
                metadata={"tags": ["<script>"]},
                outputs=[
                    {
                        "output_type": "display_data",
                        "data": {"image/png": f"{PIXEL}\n", "application/javascript": "f()"},
                        "metadata": {"image/png": {"width": '1" onload="f()'}},
                    }
                ],
            ),
            "metadata": {"language_info": {"name": '"><script>f()</script>'}},
        }
    )
    assert "script" not in str(made)
    assert "onload" not in str(made)
    assert made["cells"][0]["outputs"][0]["data"] == {"image/png": PIXEL}


@pytest.mark.parametrize(
    "text",
    ["![](https://example.org/a.png)", "<img src='//example.org/a.png'>", "![](attachment:missing.png)"],
)
def test_pictures_from_elsewhere_are_left_out(text: str) -> None:
    assert "src" not in text_as_html(text)


@pytest.mark.parametrize(
    "heavy",
    [
        "<table><tr>" + "<td>x" * 45_000 + "</tr></table>",
        "<details><summary>x" * 5_000,
        "<table><tr><td>" * 3_000,
        "<b>" * 30_000,
    ],
    ids=["many", "details", "tables", "letters"],
)
def test_what_a_browser_would_be_busy_with_is_shown_as_it_was_typed(heavy: str) -> None:
    shown = cleaned(heavy)
    assert shown.startswith("<pre>&lt;")
    assert shown.count("<") == 2
    assert len(shown) < 300_000


def test_cells_span_a_few_columns_and_in_a_large_table_none() -> None:
    small = '<table><tr><td colspan="3" rowspan="2">x</td><td colspan="1000">y</td></tr></table>'
    assert re.findall(r'(\w+span)="(\d+)"', cleaned(small)) == [("colspan", "3"), ("rowspan", "2")]
    large = "<table>" + '<tr><td colspan="3">x</td></tr>' * 2_000 + "</table>"
    assert "span" not in cleaned(large)
    assert cleaned(large).count("<td>") == 2_000
