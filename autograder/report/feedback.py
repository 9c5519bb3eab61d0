"""What a student gets back: one page with the verdict, the scores and comments, and the notebook as it ran.

The page needs no network and runs nothing. nbgrader's own commands make the same page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup
from nbconvert.exporters import Exporter
from nbconvert.filters.ansi import ansi2html
from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.preprocessors import GetGrades
from pygments import highlight
from pygments.formatters.html import HtmlFormatter
from pygments.lexers.python import PythonLexer

from autograder.exercises import grade_id, hints
from autograder.report.harmless import text_as_html
from autograder.report.pages import render
from autograder.rubric import RubricError, load_rubric

_WAITING = "waiting"
_MOST_HIGHLIGHTED = 20_000  # characters
_FORMATTER = HtmlFormatter(nowrap=True)
_DARK = HtmlFormatter(style="github-dark")


class Grades(GetGrades):
    """nbgrader's step that puts scores and comments into the notebook; it also says what nobody has marked yet."""

    def _get_score(self, cell: NotebookNode, resources: dict[str, Any]) -> None:
        super()._get_score(cell, resources)
        where = (cell.metadata.nbgrader["grade_id"], self.notebook_id, self.assignment_id, self.student_id)
        cell.metadata.nbgrader[_WAITING] = bool(self.gradebook.find_grade(*where).needs_manual_grade)


class FeedbackPage(Exporter):
    """Makes the page from a graded notebook that went through :class:`Grades`."""

    def _file_extension_default(self) -> str:
        return ".html"

    def from_notebook_node(
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[str, dict[str, Any]]:
        """The page and nbconvert's resources."""
        nb, found = super().from_notebook_node(nb, resources, **kw)
        return as_page(nb, found["nbgrader"]), found


@dataclass(frozen=True)
class Part:
    """A cell of the notebook, ready to be shown.

    Attributes:
        number: its place in the notebook, from 1.
        name: nbgrader's id of it; empty for a cell of the student's own.
        is_answer: students were asked to write it.
        text: what it says, as HTML; or
        code: its code, as HTML.
        outputs: what it printed and showed, as HTML.
        points, max_points: earned and possible; ``max_points`` is 0 where nothing is.
        waiting: a person has not marked it yet.
        comment: what a grader wrote, as HTML.
    """

    number: int
    name: str
    is_answer: bool
    text: Markup
    code: Markup
    outputs: tuple[Markup, ...]
    points: float
    max_points: float
    waiting: bool
    comment: Markup


def as_page(nb: NotebookNode, graded: dict[str, Any]) -> str:
    """The feedback page.

    Args:
        nb: the graded notebook, made harmless, with scores and comments in its metadata.
        graded: nbgrader's names, and ``score``, ``max_score``, ``late_penalty``.
    """
    verdict, parts = _verdict_apart([_part(cell, number) for number, cell in enumerate(nb.cells, 1)], graded)
    exercise = graded["assignment"]
    return render(
        "feedback.html",
        exercise=exercise,
        student=graded["student"],
        score=graded["score"],
        max_score=graded["max_score"],
        penalty=graded["late_penalty"],
        waiting=sum(part.max_points for part in parts if part.waiting),
        verdict=verdict,
        missing=any(part.points < part.max_points for part in parts if not part.is_answer),
        hints=hints(exercise),
        marked=[part for part in parts if part.max_points or part.comment],
        parts=parts,
        light=Markup(_FORMATTER.get_style_defs(".code")),  # noqa: S704 (Pygments' own)
        dark=Markup(_DARK.get_style_defs(".code")),  # noqa: S704
    )


def _verdict_apart(parts: list[Part], graded: dict[str, Any]) -> tuple[Markup, list[Part]]:
    """The verdict, which stands first on the page, and the notebook without it."""
    try:
        check = load_rubric(graded["assignment"]).cell
    except RubricError:
        return Markup(), parts
    for place, part in enumerate(parts):
        if part.name == check and part.outputs:
            rest = Part(**{**vars(part), "outputs": part.outputs[1:]})
            return part.outputs[0], [*parts[:place], rest, *parts[place + 1 :]]
    return Markup(), parts


def _part(cell: NotebookNode, number: int) -> Part:
    graded = cell.metadata.get("nbgrader", {})
    counts = utils.is_grade(cell) or utils.is_task(cell)
    is_code = cell.cell_type == "code"
    return Part(
        number=number,
        name=grade_id(cell),
        is_answer=utils.is_solution(cell) or utils.is_task(cell),
        text=Markup() if is_code else Markup(cell.source),  # noqa: S704 (harmless when it was stored)
        code=_highlighted(cell.source) if is_code else Markup(),
        outputs=tuple(_outputs(cell)) if is_code else (),
        points=graded.get("score") or 0,
        max_points=(graded.get("points") or 0) if counts else 0,
        waiting=counts and bool(graded.get(_WAITING)),
        comment=Markup(text_as_html(graded["comment"])) if graded.get("comment") else Markup(),  # noqa: S704
    )


def _highlighted(code: str) -> Markup:
    if len(code) > _MOST_HIGHLIGHTED:
        return Markup.escape(code)
    return Markup(highlight(code, PythonLexer(), _FORMATTER))  # noqa: S704 (Pygments escapes)


def _outputs(cell: NotebookNode) -> Iterator[Markup]:
    for output in cell.outputs:
        if output.output_type == "stream":
            yield _printed(output.text)
        elif output.output_type == "error":
            yield _printed("\n".join(output.traceback) or f"{output.ename}: {output.evalue}")
        else:
            yield _shown(output.data)


def _printed(text: str) -> Markup:
    return Markup("<pre>{}</pre>").format(Markup(ansi2html(text)))  # noqa: S704 (it escapes)


def _shown(data: NotebookNode) -> Markup:
    for kind in ("image/png", "image/jpeg"):
        if kind in data:
            return Markup('<img alt="a figure" src="data:{};base64,{}">').format(kind, data[kind])
    if "text/html" in data:
        return Markup(data["text/html"])  # noqa: S704 (harmless when it was stored)
    return _printed(data.get("text/plain", ""))
