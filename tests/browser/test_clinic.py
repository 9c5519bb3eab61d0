"""The clinic in a real browser: the doctor's own Python reads what a reader brings, whatever that is."""

import base64
import io
import json
import os
import re
import zipfile
import zlib
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, FilePayload, Locator, Page, expect

pytestmark = [pytest.mark.requires_program("chromium"), pytest.mark.requires_program("npm")]

OURS = re.compile(r"(blob:)?http://127\.0\.0\.1:|data:")
ONE_UNIT = """from keras import Sequential, layers

model = Sequential([layers.Dense(8, activation="relu"), layers.Dense(1, activation="softmax")])
model.compile("adam", "binary_crossentropy")
"""
MENDED = ONE_UNIT.replace("softmax", "sigmoid")
SAVED = {
    "class_name": "Sequential",
    "config": {
        "name": "saved",
        "layers": [
            {"class_name": "InputLayer", "config": {"batch_shape": [None, 4], "name": "in"}},
            {"class_name": "Dense", "config": {"name": "hidden", "units": 8, "activation": "relu"}},
            {"class_name": "Dense", "config": {"name": "<b>answer</b>", "units": 1, "activation": "softmax"}},
        ],
    },
}


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder, and remembers who asked for what."""

    asked: list[str]

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        self.asked.append(self.path)
        super().do_GET()


def serve(folder: Path) -> tuple[ThreadingHTTPServer, str, list[str]]:
    asked: list[str] = []
    handler = type("Handler", (Quiet,), {"asked": asked})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_address[1]}", asked


@pytest.fixture(scope="module")
def site(book: Path) -> Iterator[str]:
    if not (book / "_static" / "clinic").is_dir():
        assert os.environ.get("CI") != "true", "the book was built without its clinic"
        pytest.skip("the book was built without its clinic: npm could not fetch its parts")
    server, address, _ = serve(book)
    yield f"{address}/chapters/clinic.html"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def visit(browser: Browser, site: str) -> Iterator[Page]:
    """One page whose doctor is there already; what it complains about fails the tests at their end."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda request: complaints.append(request.url))
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith(("http://127.0.0.1:", "blob:http://127.0.0.1:", "data:"))
            else complaints.append(request.url)
        ),
    )
    page.goto(site)
    ask(page, MENDED)
    yield page
    page.context.close()
    assert not [text for text in complaints if "Content Security Policy" not in text]


@pytest.fixture
def clinic(visit: Page) -> Page:
    """The same page with an empty editor."""
    write(visit, "")
    return visit


def status(page: Page) -> Locator:
    return page.locator("#clinic [role=status]")


def editor(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Your Keras code")


def cards(page: Page) -> Locator:
    return page.locator("#clinic .cm-content .clinic-card")


def write(page: Page, text: str) -> None:
    editor(page).focus()
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    page.keyboard.insert_text(text)


def ask(page: Page, text: str) -> None:
    write(page, text)
    page.get_by_role("button", name="Examine").click()
    expect(status(page)).to_have_text(re.compile("^(Found|Nothing found)"))


def hand_in(page: Page, name: str, content: bytes) -> None:
    file = FilePayload(name=name, mimeType="application/octet-stream", buffer=content)
    page.locator("#clinic input[type=file]").set_input_files(file)


def saved_model() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("config.json", json.dumps(SAVED))
    return content.getvalue()


def fragment(text: bytes) -> str:
    deflate = zlib.compressobj(wbits=-15)
    return base64.urlsafe_b64encode(deflate.compress(text) + deflate.flush()).decode().rstrip("=")


def test_a_fault_is_told_under_its_line_and_goes_when_it_is_mended(clinic: Page) -> None:
    ask(clinic, ONE_UNIT)
    expect(status(clinic)).to_have_text("Found: 1 error.")
    expect(cards(clinic)).to_contain_text("softmax on one unit")
    line = clinic.locator("#clinic .clinic-line")
    expect(line).to_contain_text('activation="softmax"')
    below = cards(clinic).bounding_box()
    assert below
    assert below["y"] >= (line.bounding_box() or {"y": 0})["y"]
    write(clinic, MENDED)
    expect(status(clinic)).to_have_text(re.compile("^Nothing found"))
    expect(cards(clinic)).to_have_count(0)


@pytest.mark.parametrize("example", range(3))
def test_each_example_has_findings_whose_links_lead_somewhere(clinic: Page, book: Path, example: int) -> None:
    clinic.locator("#clinic [data-example]").nth(example).click()
    expect(status(clinic)).to_have_text(re.compile("^Found"))
    clinic.get_by_role("button", name=re.compile(r"^line \d+")).first.click()
    expect(cards(clinic).first).to_be_visible()
    links = [link.get_attribute("href") or "" for link in cards(clinic).locator("a").all()]
    assert links
    for target in links:
        page, _, anchor = target.partition("#")
        assert f'id="{anchor}"' in (book / "chapters" / page).read_text(encoding="utf-8"), target


def test_the_findings_of_a_notebook_stand_in_its_cells(clinic: Page) -> None:
    cells = [
        {"cell_type": "markdown", "source": "# Mine"},
        {"cell_type": "code", "source": ["%time\n", "import keras"]},
    ]
    notebook = {"cells": [*cells, {"cell_type": "code", "source": ONE_UNIT}], "metadata": {}, "nbformat": 4}
    hand_in(clinic, "Mine.ipynb", json.dumps(notebook).encode())
    expect(status(clinic)).to_have_text("Found: 1 error.")
    expect(editor(clinic)).to_contain_text("# %% cell 3")
    expect(clinic.locator("#clinic .clinic-line")).to_contain_text('activation="softmax"')


def test_a_saved_model_is_examined_without_its_source(clinic: Page) -> None:
    hand_in(clinic, "model.keras", saved_model())
    told = clinic.get_by_role("list", name="Findings")
    expect(told).to_contain_text("softmax on one unit")
    expect(told).to_contain_text("<b>answer</b>")


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("broken.keras", b"no archive", "not a saved model"),
        ("broken.ipynb", b"{", "not a notebook"),
        ("old.h5", b"\x89HDF", "earlier versions of Keras"),
        ("latin.py", b"\xff\xfe\x00", "not text in UTF-8"),
        ("half.py", b"model = Sequential([", "not Python"),
        ("huge.py", b"x = 1  # and so on\n" * 60_000, "too much to read"),
        ("empty.py", b"", "Nothing found"),
    ],
)
def test_what_cannot_be_read_is_said_and_the_next_one_is_read(
    clinic: Page, name: str, content: bytes, sentence: str
) -> None:
    hand_in(clinic, name, content)
    expect(clinic.locator("#clinic")).to_contain_text(sentence)
    ask(clinic, ONE_UNIT)
    expect(status(clinic)).to_have_text("Found: 1 error.")


def test_a_program_that_brings_python_down_does_not_take_the_clinic_along(browser: Browser, site: str) -> None:
    page = browser.new_page()  # of its own: Python says much before it goes
    page.goto(site)
    hand_in(page, "deep.py", b"(" * 5_000 + b")" * 5_000)
    expect(status(page)).to_have_text(re.compile("could not answer|Found"))
    ask(page, ONE_UNIT)
    expect(status(page)).to_have_text("Found: 1 error.")
    page.close()


def test_nothing_that_somebody_wrote_becomes_markup(clinic: Page) -> None:
    attack = "<img src=x onerror=alert(1)><script>alert(1)</script>"
    said: list[str] = []
    clinic.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    layer = f'Dense(1, activation="softmax", name="{attack}")'
    ask(clinic, f'from keras import *\nm = Sequential([{layer}])\nm.compile(loss="{attack}", optimizer="{attack}")\n')
    expect(status(clinic)).to_have_text(re.compile("^Found"))
    expect(clinic.locator("#clinic")).to_contain_text(attack)
    assert clinic.locator("#clinic img, #clinic .clinic-card script").count() == 0
    assert not said


@pytest.mark.parametrize(
    ("packed", "sentence"),
    [
        (fragment(b"<img src=x onerror=alert(1)>"), "not Python"),
        ("no-such-code", "damaged"),
        (fragment(b"\xff\xff"), "damaged"),
        (fragment(b"a" * 50_000_000), "damaged"),
    ],
    ids=["markup", "noise", "bytes", "bomb"],
)
def test_a_hostile_link_shows_a_sentence_and_no_more(clinic: Page, packed: str, sentence: str) -> None:
    clinic.evaluate("code => { location.hash = 'code=' + code; }", packed)
    expect(clinic.locator("#clinic")).to_contain_text(sentence)
    assert clinic.locator("#clinic img").count() == 0
    clinic.evaluate("history.replaceState(null, '', location.pathname)")


def test_an_examination_that_is_under_way_does_not_hide_that_a_link_is_damaged(clinic: Page) -> None:
    write(clinic, ONE_UNIT)
    clinic.evaluate("document.querySelector('[data-clinic=examine]').click(); location.hash = 'code=no-such-code'")
    expect(status(clinic)).to_contain_text("damaged")
    clinic.wait_for_timeout(1_500)
    expect(status(clinic)).to_contain_text("damaged")
    clinic.evaluate("history.replaceState(null, '', location.pathname)")


def test_a_link_carries_the_code(clinic: Page, browser: Browser) -> None:
    unusual = ONE_UNIT + 'print("µ ≥ 0 \U0001f600")\n'
    ask(clinic, unusual)
    clinic.get_by_role("button", name="Copy a link").click()
    expect(status(clinic)).to_have_text(re.compile("whoever has the link can read it"))
    other = browser.new_page()
    other.goto(clinic.url)
    expect(status(other)).to_have_text("Found: 1 error.")
    assert other.locator(".cm-line").all_text_contents()[-2] == 'print("µ ≥ 0 \U0001f600")'
    other.close()


def test_who_follows_a_link_and_comes_back_finds_program_and_findings_again(browser: Browser, site: str) -> None:
    page = browser.new_page()
    page.goto(site)
    ask(page, ONE_UNIT)
    cards(page).get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(r"rules/head\.html"))
    page.go_back()
    expect(status(page)).to_have_text("Found: 1 error.")
    expect(editor(page)).to_contain_text("binary_crossentropy")
    assert page.url == site, "the program stands in no address that nobody asked for"
    page.close()


def test_the_keyboard_alone_is_enough(clinic: Page) -> None:
    here = "document.activeElement.textContent"
    clinic.get_by_role("button", name="The same number").focus()
    clinic.keyboard.press("Enter")
    expect(status(clinic)).to_have_text(re.compile("^Found"))
    for name in ("Validation is worse", "The curves", "Examine"):
        clinic.keyboard.press("Tab")
        assert name in clinic.evaluate(here)
    for _ in range(3):  # the file, the link, the editor
        clinic.keyboard.press("Tab")
    expect(editor(clinic)).to_be_focused()
    clinic.keyboard.type("# mine")
    expect(editor(clinic)).to_contain_text("# mine")
    clinic.keyboard.press("Tab")  # no trap: the first finding comes next
    assert clinic.evaluate(here) == "Why it hurts"
    clinic.keyboard.press("Enter")
    expect(cards(clinic).first.locator("details p")).to_be_visible()
    clinic.get_by_role("list", name="Findings").get_by_role("button").last.focus()
    clinic.keyboard.press("Enter")
    expect(editor(clinic)).to_be_focused()


def test_neither_the_page_nor_the_doctor_can_ask_another_site(clinic: Page, tmp_path: Path) -> None:
    server, address, asked = serve(tmp_path)
    attempt = f"() => fetch('{address}/stolen', {{mode: 'no-cors'}}).then(() => 'asked', () => 'refused')"
    assert clinic.evaluate(attempt) == "refused"
    assert [worker.evaluate(attempt) for worker in clinic.workers] == ["refused"]
    server.shutdown()
    server.server_close()
    assert not asked


def test_it_fits_its_window_and_shuts_nobody_out(page: Page, site: str) -> None:
    page.goto(site)
    page.locator("#clinic [data-example]").first.click()
    expect(status(page)).to_have_text(re.compile("^Found"))
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_it_is_not_loaded_before_somebody_asks_and_is_small_then(page: Page, site: str, book: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site)
    expect(editor(page)).to_be_visible()
    assert not [url for url in asked if "pyodide" in url or "doctor" in url]
    assert sum(file.stat().st_size for file in (book / "_static" / "clinic").iterdir()) <= 14_000_000


def test_from_a_folder_it_says_how_to_serve_it(page: Page, book: Path, site: str) -> None:
    page.goto((book / "chapters" / "clinic.html").as_uri())
    expect(page.locator("#clinic")).to_contain_text("http.server")
