"""The whole book as one PDF, printed by Chromium from the built pages: ``python chapters/build.py --pdf``.

The articles of all pages become one document, in which links lead from page to page, and that is printed: so links,
page numbers and what screen readers need come from the browser, and nothing has to be joined. It is printed twice,
because the contents name the pages on which chapters begin. The outline is added at the end: the browser's own joins
words where a heading wraps, and says some headings twice.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from sphinx_external_toc.parsing import parse_toc_yaml

from autograder import aside

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TEMPLATES = Path(__file__).with_name("pdf")
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
OFFERED_ON = Path("chapters", "how-to-use.html")
_OFFER = re.compile(r'<p id="whole-book">.*?</p>', re.DOTALL)

Say = Callable[[str], None]


def lacking() -> str:
    """What is missing here to print the book, in a sentence; empty if nothing is."""
    for package in ("playwright", "pypdf"):
        if find_spec(package) is None:
            return f"The book cannot be printed: {package} is not installed in {sys.prefix}. Run: make pdf"
    if not shutil.which("chromium"):
        return (
            "The book cannot be printed: Chromium is missing. "
            "On Debian or Ubuntu: sudo apt-get install chromium fonts-liberation"
        )
    return ""


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (only who prints or tests the book needs it)

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(QUIET))
        yield browser
        browser.close()


def write(root: Path, html: Path, say: Say) -> Path:
    """Print the built book in ``html``, put the PDF beside its pages, and offer it on the page `OFFERED_ON`."""
    config = yaml.safe_load((root / "_config.yml").read_text(encoding="utf-8"))
    target = html / file_name(config)
    with aside.folder(".pdf-", html.parent) as beside, chromium() as browser:
        pages = list(_pages(browser, root, html, _site(config), say))
        document, printed = beside / "book.html", beside / "book.pdf"
        numbers: dict[str, int] = {}
        for what in ("all pages", "all pages again, now that the contents know their numbers"):
            say(f"  printing {what} …")
            document.write_text(_document(config, pages, numbers), encoding="utf-8")
            _print(browser, document, printed)
            numbers = first_pages(printed, [page["name"] for page in pages])
        _add_outline(printed, pages)
        printed.replace(target)
    _offer(html, target)
    return target


def withdraw(root: Path, html: Path) -> None:
    """Remove the PDF: it was printed from pages that may have changed."""
    config = yaml.safe_load((root / "_config.yml").read_text(encoding="utf-8"))
    (html / file_name(config)).unlink(missing_ok=True)
    _replace_offer(html, "")


def file_name(config: Mapping[str, Any]) -> str:
    """The PDF's name: the book's title in small letters."""
    return "-".join(re.findall(r"\w+", config["title"].lower())) + ".pdf"


def _site(config: Mapping[str, Any]) -> str:
    return ((config.get("html") or {}).get("baseurl") or "").rstrip("/")


def _pages(browser: Browser, root: Path, html: Path, site: str, say: Say) -> Iterator[dict[str, Any]]:
    """Each page as the browser shows it: its name, part, title and headings, its article's HTML, its style sheets."""
    toc = parse_toc_yaml(root / "_toc.yml")
    begins = {tree.items[0]: tree.caption or "" for tree in toc.root.subtrees}
    files = {name: (html / f"{name}.html").resolve() for name in toc}
    about = {"names": {str(file): name for name, file in files.items()}, "root": str(html.resolve()), "site": site}
    script, part = (TEMPLATES / "page.js").read_text(encoding="utf-8"), ""
    window = browser.new_page(color_scheme="light", viewport={"width": 1000, "height": 1000})
    for number, (name, file) in enumerate(files.items(), start=1):
        say(f"  reading {name} ({number} of {len(files)})")
        part = begins.get(name, part)
        window.goto(file.as_uri())
        yield window.evaluate(script, about | {"name": name, "part": part})
    window.close()


def _document(config: Mapping[str, Any], pages: list[dict[str, Any]], numbers: Mapping[str, int]) -> str:
    """All pages behind a title and a table of contents."""
    templates = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, undefined=StrictUndefined
    )
    parts = [(part, list(of)) for part, of in groupby(pages, key=lambda page: page["part"])]
    about = {name: config.get(name, "") for name in ("title", "author", "copyright")}
    styles = dict.fromkeys(style for page in pages for style in page["styles"])
    return templates.get_template("book.html").render(
        **about, site=_site(config), styles=styles, parts=parts, numbers=numbers
    )


def _print(browser: Browser, document: Path, target: Path) -> None:
    window = browser.new_page(color_scheme="light")
    window.goto(document.as_uri(), timeout=120_000)  # it holds every figure of the book
    window.pdf(path=target, prefer_css_page_size=True, scale=0.85, print_background=True, tagged=True)
    window.close()


def first_pages(printed: Path, names: list[str]) -> dict[str, int]:
    """The number of the page in a PDF on which each of the book's pages begins."""
    from pypdf import PdfReader  # noqa: PLC0415 (only who prints the book needs it)

    reader = PdfReader(printed)
    places = reader.named_destinations
    return {name: (reader.get_destination_page_number(places[f"/{name}"]) or 0) + 1 for name in names}


def _add_outline(printed: Path, pages: list[dict[str, Any]]) -> None:
    """Add an outline of parts, pages and sections to a PDF."""
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415 (only who prints the book needs it)
    from pypdf.generic import Fit  # noqa: PLC0415

    reader = PdfReader(printed)
    places, writer = reader.named_destinations, PdfWriter(printed, incremental=True)
    above: list[Any] = []  # the last entry of each level
    for part, of in groupby(pages, key=lambda page: page["part"]):
        headings = [heading for page in of for heading in page["headings"]]
        if part:
            headings.insert(0, {"level": 1, "words": part, "place": headings[0]["place"]})
        for heading in headings:
            place = places[f"/{heading['place']}"]
            number = reader.get_destination_page_number(place) or 0
            del above[heading["level"] - 1 :]
            above.append(
                writer.add_outline_item(
                    title=heading["words"],
                    page_number=number,
                    parent=above[-1] if above else None,
                    fit=Fit.xyz(top=place.top),
                )
            )
    writer.write(printed)


def _offer(html: Path, printed: Path) -> None:
    from pypdf import PdfReader  # noqa: PLC0415 (only who prints the book needs it)

    size, pages = printed.stat().st_size / 1e6, len(PdfReader(printed).pages)
    words = f"{pages} pages, {size:.0f} MB, with all figures and the answers to the quizzes."
    _replace_offer(html, f'<a href="../{printed.name}">The whole book as a PDF</a>: {words}')


def _replace_offer(html: Path, words: str) -> None:
    page = html / OFFERED_ON
    if page.is_file():
        text = page.read_text(encoding="utf-8")
        page.write_text(_OFFER.sub(lambda _: f'<p id="whole-book">{words}</p>', text), encoding="utf-8")
