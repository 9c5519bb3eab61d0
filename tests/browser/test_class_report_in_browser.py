"""The class report in a real browser: its one script sorts and finds, and nothing that a student wrote runs."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect, sync_playwright

from autograder.report.classroom import as_page
from autograder.report.measures import Score, Submission, measure
from autograder.rubric import Result, Status, Verdict

pytestmark = pytest.mark.requires_program("chromium")
DUE = datetime(2026, 10, 1, 12)
HOSTILE = "</script><script>document.title = 'taken'</script><img src=x onerror=\"document.title='taken'\">"


def submission(student: str, points: float, hours: float) -> Submission:
    status = Status.MET if points == 10 else Status.PARTLY
    verdict = Verdict("small", (Result("model", "Learns", points, 10, status, "0.5", "1", HOSTILE),))
    return Submission(
        student, verdict, Score(points, 10, False), name=HOSTILE if student == "cleo" else student.title(),
        handed_in=DUE + timedelta(hours=hours), late=max(0, hours * 3600),
    )  # fmt: skip


@pytest.fixture(params=[(1280, "light"), (390, "dark")], ids=["desk", "phone"])
def page(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Page]:
    width, scheme = request.param
    made = [submission("ada", 10, -2), submission("bela", 9, 3), submission("cleo", 2, -50)]
    path = tmp_path / "report.html"
    path.write_text(as_page(measure("small", made), DUE.astimezone()), encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        opened = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme).new_page()
        opened.goto(path.as_uri())
        yield opened
        browser.close()


def students(page: Page) -> list[str]:
    return [name.split()[0] for name in page.locator(".matrix tbody th:visible").all_inner_texts()]


def test_it_sorts_by_number_and_by_time_both_ways(page: Page) -> None:
    assert students(page) == ["ada", "bela", "cleo"]
    judge, time = page.get_by_label("Sort by Judge"), page.get_by_label("Sort by Handed in")
    judge.press("Enter")
    assert students(page) == ["ada", "bela", "cleo"], "10 before 9, as a number"
    judge.press("Enter")
    assert students(page) == ["cleo", "bela", "ada"]
    time.click()
    assert students(page) == ["bela", "ada", "cleo"]
    expect(page.locator("[aria-sort=descending]")).to_have_count(1)


def test_it_finds_a_student_by_name_or_id(page: Page) -> None:
    page.get_by_label("Find a student").fill("BEL")
    assert students(page) == ["bela"]
    expect(page.locator("#found")).to_have_text("1 of 3")
    page.get_by_label("Find a student").fill("")
    assert len(students(page)) == 3


def test_what_students_wrote_does_not_run_and_nobody_is_shut_out(page: Page) -> None:
    page.wait_for_timeout(100)
    assert page.title() == "small: class report"
    expect(page.get_by_text("document.title").first).to_be_visible()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
