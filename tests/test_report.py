"""The report on a class: known verdicts give known numbers, and whatever students wrote stays text."""

import csv
import json
import re
import shutil
from dataclasses import replace
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from nbgrader.api import Gradebook

from autograder.environment import prepare
from autograder.gradebook import Course, CourseError, create_course
from autograder.gradebook.standing import standings, write_report
from autograder.gradebook.tables import as_csv
from autograder.report import attention, feedback
from autograder.report.cell import as_html, as_text
from autograder.report.classroom import as_page
from autograder.report.measures import ClassFigures, Score, Standing, correlation, histogram, measure
from autograder.rubric import UNGRADED, Event, Observed, Remark, Result, Status, Verdict, load_rubric
from autograder.rubric.verdict import Rerun

nbgrader_builds_its_rows = pytest.mark.filterwarnings(
    "ignore:Object of type .* not in session"  # SQLAlchemy remarks on the order of nbgrader's rows; they are right
)
EXERCISE = "small"
RAISED = Remark("Cell 1 raised E: no", Event.RAISED)
HOSTILE = "<script>alert('x')</script>\"&<img src=x onerror=y>"


def result(criterion: str, points: float, reached: str = "", message: str = "", max_points: float = 4) -> Result:
    status = Status.MET if points == max_points else Status.PARTLY if points else Status.MISSED
    target = "at least 1" if reached else ""
    next_page = "" if status is Status.MET else f"chapter.html#{criterion}"
    return Result(criterion, f"Title of {criterion}", points, max_points, status, reached, target, message, next_page)


def verdict(first: float, second: float, remarks: tuple[Remark, ...] = (), message: str = "Too small.") -> Verdict:
    return Verdict(EXERCISE, (result("first", first), result("second", second, "0.5", message)), remarks)


def without_model(*remarks: Remark) -> Verdict:
    rows = (result("first", 0, message="No model."), result("second", 0, message="No model."))
    return Verdict(EXERCISE, rows, remarks, no_model="No model.")


def figures(*verdicts: Verdict | None) -> ClassFigures:
    return measure(EXERCISE, [Standing(f"s{number}", one) for number, one in enumerate(verdicts)])


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return create_course(tmp_path / "course")


def hand_in(course: Course, student: str, judged: Verdict | None = None) -> None:
    course.submitted(student, EXERCISE).mkdir(parents=True)
    if judged:
        folder = course.evidence(student, EXERCISE)
        folder.mkdir(parents=True)
        (folder / "verdict.json").write_text(judged.to_json(), encoding="utf-8")


def gradebook_of(course: Course) -> str:
    return f"sqlite:///{course.root}/gradebook.db"


def write_gradebook(course: Course, scores: dict[str, tuple[float, float | None]]) -> None:
    """A gradebook with a judged cell of 8 points, and a written answer of 2 that None leaves waiting."""
    prepare()
    with Gradebook(gradebook_of(course)) as gradebook:
        gradebook.add_assignment(EXERCISE)
        gradebook.add_notebook(EXERCISE, EXERCISE)
        gradebook.add_grade_cell("model", EXERCISE, EXERCISE, max_score=8, cell_type="code")
        gradebook.add_grade_cell("explain", EXERCISE, EXERCISE, max_score=2, cell_type="markdown")
        for student, (judged, by_hand) in scores.items():
            gradebook.add_student(student)
            gradebook.add_submission(EXERCISE, student)
            model = gradebook.find_grade("model", EXERCISE, EXERCISE, student)
            model.auto_score, model.needs_manual_grade = judged, False
            written = gradebook.find_grade("explain", EXERCISE, EXERCISE, student)
            written.manual_score, written.needs_manual_grade = by_hand, by_hand is None
        gradebook.db.commit()


class Page(HTMLParser):
    """What a page is made of: every start tag, and the text that a reader sees."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._style = False
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._style = tag in {"style", "script"}

    def handle_endtag(self, tag: str) -> None:
        self._style = False

    def handle_data(self, data: str) -> None:
        if self._style:
            return
        if self.tags and self.tags[-1][0] == "wbr":  # one word, which may break here
            data = self.words.pop() + data
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def report_on(course: Course) -> Page:
    return Page(write_report(course, EXERCISE).read_text(encoding="utf-8"))


# Measuring


def test_known_verdicts_give_known_numbers() -> None:
    found = figures(verdict(4, 4), verdict(4, 2), verdict(0, 2), verdict(0, 0), verdict(4, 0))
    assert [one.points for one in found.graded] == [8, 6, 4, 2, 0]
    assert (found.summary.median, found.summary.lowest, found.summary.highest) == (4, 0, 8)
    first, second = found.items
    assert (first.met, first.partly, first.missed, first.facility) == (3, 0, 2, pytest.approx(0.6))
    assert (second.met, second.partly, second.missed, second.facility) == (1, 2, 2, pytest.approx(0.4))
    assert first.discrimination == second.discrimination == pytest.approx(0.3273268)
    assert [(reason.text, len(reason.graded)) for reason in second.reasons] == [("Reached 0.5. Too small.", 4)]


def test_a_submission_without_a_model_says_nothing_about_a_criterion() -> None:
    found = figures(verdict(4, 4), verdict(4, 0), without_model())
    assert (len(found.graded), found.judged) == (3, 2)
    assert [item.facility for item in found.items] == [1, 0.5]
    assert [item.missed for item in found.items] == [0, 1]


def test_one_missed_criterion_of_one_is_not_a_missing_model() -> None:
    found = figures(Verdict(EXERCISE, (result("first", 0, message="Wrong."),)))
    assert found.judged == 1


def test_submissions_that_were_not_graded_are_listed_and_not_counted() -> None:
    found = figures(verdict(4, 4), None)
    assert (len(found.standings), len(found.graded), found.summary.median) == (2, 1, 8)
    assert [group.kind for group in attention.attention(found.standings)] == [attention.NOT_GRADED]


def test_criteria_of_an_older_rubric_are_counted_over_those_judged_by_them() -> None:
    older = Verdict(EXERCISE, (result("first", 4), result("gone", 0)))
    found = figures(verdict(4, 4), verdict(0, 4), older)
    assert [(item.criterion, item.met + item.missed) for item in found.items] == [
        ("first", 3), ("second", 2), ("gone", 1),
    ]  # fmt: skip


def test_discrimination_is_not_defined_where_all_came_out_alike_or_few_were_judged() -> None:
    everybody = figures(*[verdict(4, 4)] * 6)
    assert [item.discrimination for item in everybody.items] == [None, None]
    assert [item.facility for item in everybody.items] == [1, 1]
    assert figures(verdict(4, 4)).items[0].discrimination is None
    assert correlation([0, 1, 0, 1], [0, 1, 0, 1]) is None
    assert correlation([0.1 + 0.2, 0.3, 0.3, 0.3, 0.3], [1, 2, 3, 4, 5]) is None
    assert correlation([0, 1, 0, 1, 1], [1, 0, 1, 0, 0]) == pytest.approx(-1)


@pytest.mark.parametrize(
    ("points", "max_points", "counts", "width"),
    [
        ([0, 0.99, 1, 10], 10, [2, 1, 0, 0, 0, 0, 0, 0, 0, 1], 1),
        ([12.5], 12, [0, 0, 0, 0, 0, 0, 1], 2),  # extra credit makes room for itself
        ([-1, 0.3], 0.3, [1, 0, 0, 0, 0, 1], 0.05),  # a penalty counts as nothing
        ([0], 0, [1], 0.01),
        ([37], 100, [0, 0, 0, 1, 0, 0, 0, 0, 0, 0], 10),
    ],
)
def test_bars_of_the_histogram(points: list[float], max_points: float, counts: list[int], width: float) -> None:
    bins = histogram(points, max_points)
    assert [one.count for one in bins] == counts
    assert bins[0].low == 0
    assert bins[0].high == pytest.approx(width)


def test_points_given_by_hand_count_once_nothing_waits() -> None:
    graded = Standing("ada", verdict(4, 0), Score(6, 10, waiting=False))
    waiting = Standing("bela", verdict(4, 4), Score(8, 10, waiting=True))
    partial = measure(EXERCISE, [graded, waiting])
    assert not partial.final
    assert [(one.points, one.max_points) for one in partial.graded] == [(8, 8), (4, 8)]
    assert [one.student for one in partial.waiting] == ["bela"]
    complete = measure(EXERCISE, [graded])
    assert complete.final
    assert [(one.points, one.max_points, one.by_hand) for one in complete.graded] == [(6, 10, 2)]


# What needs attention


@pytest.mark.parametrize("event", Event)
def test_a_remark_is_sorted_by_its_event_whatever_it_says(event: Event) -> None:
    said = Remark("Cell 4 raised ValueError: The cell 'model' was stopped: no", event)
    (group,) = attention.attention([Standing("ada", verdict(4, 4, (said,)))])
    assert (group.kind.event, group.occurrences[0].text) == (event, said.text)


def test_whatever_is_said_of_a_submission_that_could_not_be_graded_it_is_unreadable() -> None:
    ungraded = load_rubric("red-wine").judge(
        Observed(None, missing=UNGRADED), (Remark("Cell 4 raised a question.", Event.RAISED),)
    )
    (group,) = attention.attention([Standing("ada", ungraded)])
    assert (group.kind, group.occurrences[0].text) == (attention.UNREADABLE, "Cell 4 raised a question.")


def test_a_reason_is_told_once_and_what_left_no_model_is_one_reason() -> None:
    silent, crashed = without_model(), without_model(Remark("Cell 1 raised ValueError: no", Event.RAISED))
    both = [result(name, 0, message="Too large.") for name in ("second", "third")]
    unmeasured = Verdict(EXERCISE, (result("first", 4), *both))
    unmeasured = Verdict.from_json(unmeasured.to_json().replace('"target": ""', '"target": "at least 1"'))
    groups = attention.attention([Standing("a", silent), Standing("b", crashed), Standing("c", unmeasured)])
    assert [(group.kind, [one.text for one in group.occurrences]) for group in groups] == [
        (attention.CRASHED, ["Cell 1 raised ValueError: no"]),
        (attention.NO_MODEL, ["No model."]),
        (attention.NOT_MEASURED, ["Too large."]),
    ]


@pytest.mark.parametrize(
    ("rerun", "points", "kinds"),
    [
        (Rerun.BY_JUDGE, 4, []),
        (Rerun.BY_CELLS, 4, [attention.OWN_WORD]),
        (Rerun.BY_CELLS, 0, []),
        (Rerun.BY_NOBODY, 0, [attention.NOT_REPEATED]),
    ],
)
def test_who_trained_a_model_again_is_told_and_not_read_from_a_message(rerun, points, kinds) -> None:
    said = "The judge could not train it again. The cells were run again."  # as a student may have it quoted
    told = Verdict(EXERCISE, (replace(result("curve", points, "0.5", said), rerun=rerun),))
    groups = attention.attention([Standing("ada", Verdict.from_json(told.to_json()))])
    assert [group.kind for group in groups] == kinds


# Reading the course, and the page


@pytest.mark.parametrize("damage", [None, "", "{", "[]", '{"exercise": "small"}'])
def test_without_a_readable_verdict_nothing_was_graded(course: Course, damage: str | None) -> None:
    hand_in(course, "ada")
    if damage is not None:
        course.evidence("ada", EXERCISE).mkdir(parents=True)
        (course.evidence("ada", EXERCISE) / "verdict.json").write_text(damage, encoding="utf-8")
    with pytest.raises(CourseError, match=r"Nothing was graded yet for small in .*autograder grade small --course"):
        write_report(course, EXERCISE)
    assert not course.report(EXERCISE).exists()
    assert not (course.root / "gradebook.db").exists()


@nbgrader_builds_its_rows
def test_scores_come_from_nbgraders_gradebook(course: Course) -> None:
    hand_in(course, "ada", verdict(4, 4))
    hand_in(course, "bela", verdict(4, 0))
    write_gradebook(course, {"ada": (8, 1.5), "bela": (4, None)})
    scores = {one.student: one.score for one in standings(course, EXERCISE)}
    assert scores == {"ada": Score(9.5, 10, False), "bela": Score(4, 10, True)}
    waiting = report_on(course).text
    assert "To grade by hand 1 submission" in waiting
    assert "Points, median 6 of 8; half of the class between 5 and 7, all between 4 and 8" in waiting

    with Gradebook(gradebook_of(course)) as gradebook:
        written = gradebook.find_grade("explain", EXERCISE, EXERCISE, "bela")
        written.manual_score, written.needs_manual_grade = 2, False
        gradebook.db.commit()
    graded = report_on(course).text
    assert "To grade by hand 0 submissions" in graded
    assert "Points, median 7.75 of 10; half of the class between 6.88 and 8.62, all between 6 and 9.5" in graded
    assert "Nothing: every submission was run and judged" in graded


@nbgrader_builds_its_rows
def test_the_report_counts_what_the_export_counts(course: Course) -> None:
    hand_in(course, "ada", verdict(4, 4))
    hand_in(course, "bela", verdict(4, 4))
    write_gradebook(course, {"ada": (8, 2), "bela": (8, 2)})
    with Gradebook(gradebook_of(course)) as gradebook:
        gradebook.update_or_create_student("cleo", first_name="Cleo", last_name="Of Egypt")
        gradebook.find_assignment(EXERCISE).duedate = datetime(2026, 1, 1)
        gradebook.find_submission(EXERCISE, "ada").timestamp = datetime(2026, 1, 1, 3)
        gradebook.find_submission_notebook(EXERCISE, EXERCISE, "ada").late_submission_penalty = 7
        gradebook.db.commit()
    shutil.rmtree(course.submitted("bela", EXERCISE))
    page = report_on(course).text
    assert "all between 3 and 10" in page
    assert "Handed in late: 1 ada : 3.0 h, \N{MINUS SIGN}7" in page
    assert "Handed in nothing: 1 cleo Cleo Of Egypt" in page
    assert "Graded, and gone from the course folder: 1" in page
    exported = csv.DictReader(as_csv(standings(course, EXERCISE)).splitlines())
    assert {row["student"]: row["total"] for row in exported} == {"ada": "3", "bela": "10", "cleo": ""}


def test_names_link_to_feedback_pages_that_exist(course: Course) -> None:
    for student in ("ada", "b&la x"):
        hand_in(course, student, verdict(4, 0, (RAISED,)))
    pages = course.feedback("b&la x", EXERCISE)
    pages.mkdir(parents=True)
    (pages / f"{EXERCISE}.html").touch()
    page = report_on(course)
    links = {link["href"] for link in page.all("a") if not str(link["href"]).startswith("#")}
    assert links == {"../feedback/b%26la%20x/small/small.html"}
    assert (course.report(EXERCISE).parent / "../feedback/b&la x/small/small.html").is_file()
    assert "Names without a link have no feedback page yet" in page.text


def test_whatever_students_wrote_stays_text(course: Course) -> None:
    name = HOSTILE.replace("/", "")  # cannot be a student's
    hand_in(course, name, verdict(4, 2))
    hand_in(course, "bela", verdict(0, 0, (f"Cell 1 raised E: {HOSTILE}",), message=HOSTILE))
    hand_in(course, "ada", verdict(4, 2, (HOSTILE,)))
    page = report_on(course)
    assert len(page.all("script")) == 1, "our own"
    assert not page.all("img")
    assert not [attributes for _, attributes in page.tags if {"onerror", "onclick"} & set(attributes)]
    assert HOSTILE in page.text
    assert name not in page.text
    assert Page(as_html(verdict(0, 0, (Remark(HOSTILE),), message=HOSTILE))).all("img") == []


def test_half_characters_break_no_page(course: Course) -> None:
    half = verdict(0, 2, (Remark("Cell 1 raised E: \ud800", Event.RAISED),), message="layer '\udfff'")
    hand_in(course, "ada", half)
    assert "Cell 1 raised E: ?" in report_on(course).text
    as_html(half).encode("utf-8")
    as_text(half).encode("utf-8")


@pytest.mark.parametrize(
    "judged",
    [
        pytest.param([verdict(4, 2)], id="one student"),
        pytest.param([verdict(4, 4)] * 7, id="everybody has all points"),
        pytest.param(
            [without_model(Remark("red-wine.ipynb is missing; the folder is empty."))] * 2, id="nothing to judge"
        ),
        pytest.param([Verdict(EXERCISE, ())], id="no criteria"),
        pytest.param([verdict(number % 5, number % 4) for number in range(60)], id="many"),
    ],
)
def test_every_page_stands_alone_and_says_what_its_tables_are(course: Course, judged: list[Verdict]) -> None:
    for number, one in enumerate(judged):
        hand_in(course, f"student-{number}", one)
    path = write_report(course, EXERCISE)
    source = path.read_text(encoding="utf-8")
    page = Page(source)
    assert path == course.root / "reports" / "small.html"
    assert not re.search(r"https?:|url\(|@import|(href|src)=\"//", source)
    assert not [tag for tag, _ in page.tags if tag in {"link", "img", "iframe"}]
    assert [attributes for tag, attributes in page.tags if tag == "script"] == [{}], "our own, and no address"
    assert len(page.all("table")) == len(page.all("caption")) == 2
    assert all(cell.get("scope") in {"row", "col"} for cell in page.all("th"))
    assert [svg["role"] for svg in page.all("svg")] == ["img"]
    assert "Histogram of points" in str(page.all("svg")[0]["aria-label"])
    assert [len(page.all(landmark)) for landmark in ("header", "nav", "main", "footer", "h1")] == [1] * 5
    assert not re.search(r"\b(nan|None|undefined)\b", page.text)
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {str(link["href"])[1:] for link in page.all("a")} <= set(ids)


def test_the_page_says_with_which_versions_everybody_was_graded(course: Course) -> None:
    for student, keras in (("ada", "3.15.1"), ("bela", "3.15.1"), ("chen", "3.16.0")):
        hand_in(course, student, verdict(4, 4))
        seal = {"autograder": "0.1.0", "keras": keras, "nbgrader": "0.9.6", "submission": "…"}
        (course.evidence(student, EXERCISE) / "graded.json").write_text(json.dumps(seal), encoding="utf-8")
    text = report_on(course).text
    assert "2 submissions graded with autograder 0.1.0, keras 3.15.1, nbgrader 0.9.6" in text
    assert "1 submission graded with autograder 0.1.0, keras 3.16.0, nbgrader 0.9.6" in text
    assert "Not everybody was graded with the same versions" in text


# On a student's page


def feedback_page(points: float, exercise: str = "red-wine") -> str:
    """The page on a notebook whose check earned so many of 10 points, and whose written answer none of 2."""
    check = new_code_cell("ag.check()", metadata={"nbgrader": cell("model", 10, points)})
    check.outputs = [new_output("display_data", {"text/html": "<p>The verdict.</p>"})]
    written = {**cell("explain", 2, 0), "solution": True}
    notebook = new_notebook(cells=[check, new_markdown_cell("Because.", metadata={"nbgrader": written})])
    names = {"assignment": exercise, "student": "ada", "score": points, "max_score": 12, "late_penalty": 0}
    return feedback.as_page(notebook, names)


def cell(name: str, points: float, score: float) -> dict[str, object]:
    graded = {"grade_id": name, "grade": True, "solution": False, "locked": True, "points": points, "score": score}
    return {**graded, "schema_version": 3}


def test_feedback_says_what_to_do_next_as_long_as_the_judge_misses_something() -> None:
    missed = feedback_page(9.5)
    assert missed.index("The verdict.") < missed.index("What to do next") < missed.index("Your notebook, as it ran")
    assert missed.index('href="#next"') < missed.index("The verdict."), "the way there is the first thing on the page"
    assert 'ag.hint("red-wine")' in Page(missed).text
    assert "What to do next" not in feedback_page(10)
    assert 'href="#next"' not in feedback_page(10)


def test_feedback_offers_no_hint_where_there_is_none() -> None:
    page = feedback_page(0, "an-exercise-without-hints")
    assert "What to do next" in page
    assert "ag.hint" not in page


# In the notebook's cell


def test_a_cell_says_points_status_and_what_to_read() -> None:
    judged = verdict(4, 2, (Remark("A remark."),))
    page = Page(as_html(judged))
    assert "6 of 8 points" in page.text
    assert "chapter.html#second" in page.text
    assert len(page.all("table")) == len(page.all("caption")) == 1
    assert all(cell.get("scope") in {"row", "col"} for cell in page.all("th"))


def test_at_home_a_cell_says_what_is_certain_what_is_open_and_how_that_looks_so_far() -> None:
    later = (Result("x", "Seen", 0, 3, Status.LATER, preview=2.5), Result("y", "Unseen", 0, 1, Status.LATER))
    judged = Verdict(EXERCISE, (*verdict(4, 2).results, *later))
    said = (
        "6 of 8 points by what can be seen. 4 more are decided at grading, on rows you have not seen; by your "
        "validation rows it would be 2.5."
    )
    page = Page(as_html(judged))
    assert said in page.text
    assert "Seen : decided at grading" in page.text


def test_what_to_read_is_a_link_where_the_book_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    judged = verdict(4, 2)
    assert Page(as_html(judged)).all("a") == []
    monkeypatch.setenv("AUTOGRADER_BOOK", "https://example.org/book/")
    links = [link["href"] for link in Page(as_html(judged)).all("a")]
    assert "https://example.org/book/chapter.html#second" in links
    assert "read next: https://example.org/book/chapter.html#second" in as_text(judged)


def test_a_narrow_page_breaks_the_name_of_a_place_between_its_parts() -> None:
    judged = Verdict(EXERCISE, (replace(result("first", 0), read_next="chapters/<x>.html#the-fix"),))
    assert "<code>chapters/<wbr>&lt;x&gt;.html<wbr>#the-fix</code>" in as_html(judged)


def test_a_cell_says_once_why_there_was_nothing_to_judge() -> None:
    judged = without_model(RAISED)
    page = Page(as_html(judged))
    assert page.text.count("No model.") == 1
    assert page.text.count("Cell 1 raised E: no") == 1
    assert page.text.count("missed") == 2
    assert "chapter.html" not in page.text


def test_the_page_says_what_grading_cost_and_who_took_longest() -> None:
    slow = Standing("<i>slow", verdict(4, 4), phases={"queue": 90.0, "cells": 30.0, "training": 10.0})
    quick = Standing("quick", verdict(4, 4), phases={"cells": 2.0})
    page = as_page(measure(EXERCISE, [quick, slow, Standing("before", verdict(4, 4))]), datetime(2026, 1, 1))
    told = Page(page).text
    assert "The cells ran 16.0 30.0 32 76 %" in told
    assert "Waited for a worker 90.0 90.0 90 \u2013" in told
    assert "Longest, without waiting: <i>slow (40 s), quick (2 s)" in told.replace(" ,", ",")
    assert "What grading cost" not in Page(as_page(figures(verdict(4, 4)), datetime(2026, 1, 1))).text
