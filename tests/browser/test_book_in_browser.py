"""The built book in a real browser, as wide as a desk and as narrow as a phone, light and dark."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip

pytestmark = pytest.mark.requires_program("chromium")


@pytest.fixture(scope="module")
def book() -> Path:
    """The folder of the built pages; chapters that did not change are not run again."""
    build = subprocess.run(
        [sys.executable, ROOT / "chapters" / "build.py", "--strict"], capture_output=True, text=True, check=False
    )
    assert build.returncode == 0, build.stdout + build.stderr
    return ROOT / "_build" / "html"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(QUIET))


@pytest.fixture(params=[(1280, "light"), (390, "dark")], ids=["desk", "phone"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    yield context.new_page()
    context.close()


def pages(book: Path) -> list[Path]:
    return [book / "chapters" / f"{source.stem}.html" for source in sorted((ROOT / "chapters").glob("*.md"))]


def test_every_page_fits_its_window_and_asks_nobody_for_anything(book: Path, page: Page) -> None:
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    for path in pages(book):
        page.goto(path.as_uri())
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert overflow <= 0, f"{path.name} is {overflow} px wider than the window"
        assert page.locator("h1:visible").count() == 1, path.name
    assert not [url for url in asked if not url.startswith(("file:", "data:"))]
    assert not complaints


def test_a_symptom_is_one_click_from_its_probe(book: Path, page: Page) -> None:
    page.goto((book / "chapters" / "index.html").as_uri())
    page.get_by_role("link", name="ask the same rows in both modes").first.click()
    expect(page).to_have_url(re.compile(r"red-wine\.html#probe-modes$"))
    expect(page.get_by_role("heading", name="The probe: one network, two modes")).to_be_visible()


def test_an_answer_is_hidden_until_the_keyboard_asks_for_it(book: Path, page: Page) -> None:
    page.goto((book / "chapters" / "red-wine.html").as_uri())
    option = page.locator("details").filter(has_text="Evaluate the same rows in both modes")
    reason = option.get_by_text("the fault is the shift between modes")
    expect(reason).to_be_hidden()
    option.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(reason).to_be_visible()


def test_every_figure_loads_and_says_what_it_shows(book: Path, page: Page) -> None:
    page.goto((book / "chapters" / "red-wine.html").as_uri())
    figures = page.locator("figure img")
    expect(figures.first).to_be_attached()
    assert figures.count() >= 3
    for figure in figures.all():
        figure.scroll_into_view_if_needed()
        assert figure.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
        assert len(figure.get_attribute("alt") or "") > 60
