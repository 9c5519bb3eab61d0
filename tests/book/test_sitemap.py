"""The list of pages for search engines."""

import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def sitemap(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(ROOT / "chapters")
    import sitemap

    yield sitemap
    sys.modules.pop("sitemap", None)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    (tmp_path / "_toc.yml").write_text("format: jb-book\nroot: a/index\nchapters:\n  - file: a/one\n", "utf-8")
    return tmp_path


def test_each_page_is_listed_at_the_address_of_the_book(sitemap, book: Path) -> None:
    (book / "_config.yml").write_text("html: {baseurl: 'https://example.org/a&b/'}\n", "utf-8")
    sitemap.write(book, book)
    found = [place.text for place in ElementTree.parse(book / "sitemap.xml").iter() if place.tag.endswith("loc")]
    assert found == ["https://example.org/a&b/a/index.html", "https://example.org/a&b/a/one.html"]


def test_a_book_without_an_address_has_none(sitemap, book: Path) -> None:
    (book / "sitemap.xml").write_text("old", "utf-8")
    (book / "_config.yml").write_text("html: {baseurl: ''}\n", "utf-8")
    sitemap.write(book, book)
    assert not (book / "sitemap.xml").exists()
