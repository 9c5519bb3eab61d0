"""What students write is shown in the Formgrader and on feedback pages: nothing of it runs, and all of it is seen."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from autograder.gradebook import Course
from autograder.kernel import reason

from .classroom import EXERCISE
from .handing_in import AUTOGRADER, new_course
from .test_three_ways import formgrader

WRITTEN = Path(__file__).with_name("written")
HOSTILE = sorted((WRITTEN / "hostile").iterdir())
HARMLESS = sorted((WRITTEN / "harmless").iterdir())
PLACES = ("formgrader", "feedback")
ANSWER = "red-wine-11"
SEEN = {  # on the page: how often there must be at least what a selector selects, and words that can be read
    "h01": ({"math": 5}, ["only standardised"]),
    "h02": ({"table tr": 5, "ol ul li": 2}, ["0.58", "no BN"]),
    "h03": ({"img[src^='data:image/png']": 2}, ["red curve", "blue bars"]),
    "h04": ({"pre code": 1}, ["<class 'float'>", "List<int>", '<script>alert("hi")</script>']),
    "h05": ({}, ["الشبكة تعلمت", "הרשת", "Ελληνικά", "0.58"]),
    "h06": ({"details summary": 1, "kbd": 2, "mark": 1}, ["Batch norm rescued", "centred"]),
    "h07": ({"[style*='color']": 3}, ["With batch norm: 0.58", "highlighted words"]),
    "h08": ({"td img": 1, "img": 3}, ["Abb. 1"]),
    "h09": ({"a[href^='mailto:']": 1}, ["a < b and c > d", "x<y", "<3", "R&D", "$5 and $6"]),
    "h10": ({"a[href^='https://']": 3, "blockquote blockquote": 1}, ["finally"]),
    "h11": ({"h3": 1, "s, del, strike": 1, "math": 2}, ["Score: 0.58", "onload", "Last line"]),
    "h12": ({"table tr": 3}, ["My own experiment", "scratch < notes", "0.58"]),
}
pytestmark = [
    pytest.mark.xdist_group("adversarial"),
    pytest.mark.filterwarnings("ignore:Object of type .* not in"),
    pytest.mark.requires_program("chromium"),
]


@dataclass
class Seen:
    """What a browser saw.

    Attributes:
        page: the page, open.
        asked: what was requested from elsewhere, or in another way than GET.
        said: texts of dialogs.
    """

    page: Page
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """Everybody handed in an answer to the written question, and a model that is none; all is graded."""
    if missing := reason():
        pytest.skip(f"no sandbox on this machine: {missing}")
    made = new_course(tmp_path_factory.mktemp("shown") / "course")
    for written in (*HOSTILE, *HARMLESS):
        hand_in(made, written)
    for command in ("grade", "feedback"):
        subprocess.run([AUTOGRADER, command, EXERCISE, "--course", made.root], check=True, capture_output=True)
    return made


def hand_in(course: Course, written: Path) -> None:
    notebook = nbformat.read(course.release(EXERCISE) / f"{EXERCISE}.ipynb", as_version=4)
    told = json.loads(nbformat.writes(notebook))
    place = {cell["metadata"].get("nbgrader", {}).get("grade_id"): cell for cell in told["cells"]}
    place["your-model"]["source"] = "model = None"
    answer = place["explain"]
    if written.suffix == ".md":
        answer["source"] = written.read_text(encoding="utf-8")
    else:
        given = json.loads(written.read_text(encoding="utf-8"))
        cells = given if isinstance(given, list) else given["cells"]
        told["metadata"] = given["metadata"] if isinstance(given, dict) else told["metadata"]
        for cell in cells:
            if isinstance(cell, dict) and cell.get("id") == ANSWER:
                cell["metadata"] = answer["metadata"]
        at = told["cells"].index(answer)
        told["cells"][at : at + 1] = cells
    folder = course.submitted(written.stem, EXERCISE)
    folder.mkdir(parents=True)
    (folder / f"{EXERCISE}.ipynb").write_text(json.dumps(told), encoding="utf-8")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )


@pytest.fixture(scope="module")
def addresses(course: Course, browser: Browser) -> Iterator[tuple[dict[tuple[str, str], str], dict[str, str]]]:
    """Where everybody's pages are, and the header that lets us in."""
    with formgrader(course) as (address, header):
        context = browser.new_context(extra_http_headers=header)
        listed = context.request.get(f"{address}/api/submitted_notebooks/{EXERCISE}/{EXERCISE}").json()
        found = {("formgrader", one["student"]): f"{address}/submissions/{one['id']}/" for one in listed}
        for student in course.students(EXERCISE):
            found["feedback", student] = (course.feedback(student, EXERCISE) / f"{EXERCISE}.html").as_uri()
        yield found, header


def opened(browser: Browser, address: str, header: dict[str, str], clicks: bool = False) -> Seen:
    """The page after it was loaded; with ``clicks``, after everything on it was touched and clicked, too."""
    own = address.split("/formgrader", 1)[0] if address.startswith("http") else "file:"
    context = browser.new_context(extra_http_headers=header if own != "file:" else {})
    seen = Seen(context.new_page())
    allowed = (
        own,
        "data:",
        "blob:",
        "https://cdnjs.cloudflare.com/ajax/libs/mathjax/",
    )  # nbgrader's own page asks that

    def note(asked: object) -> None:
        if asked.method != "GET" or not asked.url.startswith(allowed):
            seen.asked.append(f"{asked.method} {asked.url}")

    seen.page.on("request", note)
    seen.page.on("dialog", lambda dialog: (seen.said.append(dialog.message), dialog.dismiss()))
    seen.page.goto(address)
    seen.page.wait_for_timeout(300)
    if clicks:
        seen.page.evaluate(CLICKS)
        seen.page.wait_for_timeout(300)
    return seen


CLICKS = """() => {
            for (const link of document.querySelectorAll("a[href]"))
                link.addEventListener("click", event => /^(http|mailto)/.test(link.href) && event.preventDefault());
            for (const part of document.querySelectorAll("#notebook-container *, main *")) {
                if (part.closest(".scoring-buttons, .score, textarea")) continue;
                part.dispatchEvent(new MouseEvent("mouseover", {bubbles: true}));
                part.dispatchEvent(new Event("focus"));
                part.click?.();
            }
        }"""


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("written", HOSTILE, ids=lambda path: path.stem)
def test_nothing_runs_and_nothing_is_loaded(
    written: Path, place: str, addresses: tuple[dict[tuple[str, str], str], dict[str, str]], browser: Browser
) -> None:
    found, header = addresses
    before = found[place, written.stem]
    seen = opened(browser, before, header, clicks=True)
    assert seen.page.url.startswith(before), "it leads somewhere else"
    assert seen.page.evaluate("window.PWNED ?? null") is None
    assert (seen.asked, seen.said) == ([], [])
    assert seen.page.evaluate("document.documentElement.dataset.pwned ?? null") is None
    shown = "main" if place == "feedback" else "#notebook-container"
    assert seen.page.locator(f"{shown} :is(iframe, object, embed, form, video, audio, base, link, meta)").count() == 0
    heading = seen.page.locator("h1").first if place == "feedback" else seen.page.locator(".panel-title").first
    box = heading.bounding_box()
    assert box is not None
    on_top = seen.page.evaluate(
        "([x, y]) => document.elementFromPoint(x, y)?.closest('h1, .panel-title') !== null",
        [box["x"] + 5, box["y"] + 5],
    )
    assert on_top, "something covers the page"
    seen.page.context.close()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("written", HARMLESS, ids=lambda path: path.stem)
def test_what_is_harmless_is_seen(
    written: Path, place: str, addresses: tuple[dict[tuple[str, str], str], dict[str, str]], browser: Browser
) -> None:
    found, header = addresses
    seen = opened(browser, found[place, written.stem], header)
    whole = seen.page.locator("main" if place == "feedback" else "#notebook-container").first
    selected, words = SEEN[written.stem]
    for selector, least in selected.items():
        assert whole.locator(selector).count() >= least, selector
    text = " ".join(whole.inner_text().split())
    assert [word for word in words if word not in text] == []
    seen.page.context.close()


def test_a_feedback_page_allows_no_script_and_nobody_elses_address(course: Course) -> None:
    for student in course.students(EXERCISE):
        page = (course.feedback(student, EXERCISE) / f"{EXERCISE}.html").read_text(encoding="utf-8")
        assert "<script" not in page
        assert "default-src 'none'; img-src data:; style-src 'unsafe-inline'" in page
