"""What tests in a browser share: the built book, Chromium, a window like a desk's and one like a phone's."""

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pdf
import pytest
from playwright.sync_api import Browser, Page, expect

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built pages; chapters that did not change are not run again. BOOK names one that is there.

    Pytest's workers ask at the same time: the first one builds, the others wait for it.
    """
    if built := os.environ.get("BOOK"):
        return Path(built)
    shared = tmp_path_factory.getbasetemp()
    outcome = (shared.parent if "PYTEST_XDIST_WORKER" in os.environ else shared) / "book-is-built"
    with outcome.open("a+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not outcome.read_text():
            outcome.write_text(build())
    assert outcome.read_text() == "0", outcome.read_text()
    return ROOT / "_build" / "html"


def build() -> str:
    """Build the book: "0" if there was not a single warning, otherwise all that was printed."""
    call = [sys.executable, ROOT / "chapters" / "build.py", "--strict"]
    ended = subprocess.run(call, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    return "0" if ended.returncode == 0 else f"exit code {ended.returncode}\n{ended.stdout}"


@pytest.fixture(scope="module")  # while it lives, its event loop runs in this process, and asyncio.run() refuses to
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=90_000)  # ms that a busy machine may take to start Python in a page
    with pdf.chromium() as browser:
        yield browser


@pytest.fixture(params=[(1280, "light"), (390, "dark")], ids=["desk", "phone"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    yield context.new_page()
    context.close()


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    """For what no window changes."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()
