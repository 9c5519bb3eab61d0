"""The class report in a real browser: its one script sorts and finds, and nothing that a student wrote runs."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from autograder.report.classroom import as_page
from autograder.report.measures import Score, Standing, measure
from autograder.rubric import Result, Status, Verdict

pytestmark = pytest.mark.requires_program("chromium")
DUE = datetime(2026, 10, 1, 12)
HOSTILE = "</script><script>document.title = 'taken'</script><img src=x onerror=\"document.title='taken'\">"


def submission(student: str, points: float, hours: float) -> Standing:
    status = Status.MET if points == 10 else Status.PARTLY
    verdict = Verdict("small", (Result("model", "Learns", points, 10, status, "0.5", "1", HOSTILE),))
    return Standing(
        student, verdict, Score(points, 10, False), name=HOSTILE if student == "cleo" else student.title(),
        handed_in=DUE + timedelta(hours=hours), late=max(0, hours * 3600),
    )  # fmt: skip


@pytest.fixture
def report(page: Page, tmp_path: Path) -> Page:
    made = [submission("ada", 10, -2), submission("bela", 9, 3), submission("cleo", 2, -50)]
    path = tmp_path / "report.html"
    path.write_text(as_page(measure("small", made), DUE.astimezone()), encoding="utf-8")
    page.goto(path.as_uri())
    return page


def students(report: Page) -> list[str]:
    return [name.split()[0] for name in report.locator(".matrix tbody th:visible").all_inner_texts()]


def test_it_sorts_by_number_and_by_time_both_ways(report: Page) -> None:
    assert students(report) == ["ada", "bela", "cleo"]
    judge, time = report.get_by_label("Sort by Judge"), report.get_by_label("Sort by Handed in")
    judge.press("Enter")
    assert students(report) == ["ada", "bela", "cleo"], "10 before 9, as a number"
    judge.press("Enter")
    assert students(report) == ["cleo", "bela", "ada"]
    expect(judge).to_have_text("↑")
    time.click()
    expect(time).to_have_text("↓")
    expect(judge).to_have_text("⇅")
    expect(report.locator(".matrix caption")).to_have_text("Who met which criterion")
    assert students(report) == ["bela", "ada", "cleo"]
    expect(report.locator("[aria-sort=descending]")).to_have_count(1)


def test_paper_holds_every_column(desk: Page, tmp_path: Path) -> None:
    results = tuple(Result(f"c{number}", "Learns", 1, 1, Status.MET, "", "", "") for number in range(12))
    score = Score(13.25, 14.25, False)
    late = Standing("s7654321", Verdict("small", results), score, name="Annabel-Maria van der Meer-Huisman",
                    handed_in=DUE, late=60, penalty=1.25)  # fmt: skip
    path = tmp_path / "report.html"
    path.write_text(as_page(measure("small", [late]), DUE.astimezone()), encoding="utf-8")
    desk.set_viewport_size({"width": 700, "height": 1000})  # A4 in CSS pixels, without its margins
    desk.emulate_media(media="print")
    desk.goto(path.as_uri())
    total = desk.locator(".matrix thead th").last
    expect(total).to_contain_text("Total")
    assert total.evaluate("cell => cell.getBoundingClientRect().right") <= 700


def test_it_finds_a_student_by_name_or_id(report: Page) -> None:
    report.get_by_label("Find a student").fill("BEL")
    assert students(report) == ["bela"]
    expect(report.locator("#found")).to_have_text("1 of 3")
    report.get_by_label("Find a student").fill("")
    assert len(students(report)) == 3


def test_what_students_wrote_does_not_run_and_nobody_is_shut_out(report: Page) -> None:
    report.wait_for_timeout(100)
    assert report.title() == "small: class report"
    expect(report.get_by_text("document.title").first).to_be_visible()
    found = Axe().run(report)
    assert found.violations_count == 0, found.generate_report()
