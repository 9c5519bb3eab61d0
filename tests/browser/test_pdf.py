"""The whole book as one PDF: a tiny site of two pages, printed."""

from pathlib import Path

import pdf
import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

pytestmark = pytest.mark.requires_program("chromium")

CONFIG = "title: Tiny Book\nauthor: Ada\ncopyright: '2026'\nhtml: {baseurl: '%s'}\n"
TOC = """
format: jb-book
root: chapters/index
parts:
  - caption: The only part
    chapters:
      - file: chapters/how-to-use
"""
PAGE = """<!DOCTYPE html><html data-theme="dark">
<head><title>x</title><link rel="stylesheet" href="../look.css"></head>
<body><nav>sidebar</nav><article class="bd-article">%s</article></body></html>"""
LONG = "Second section, with a heading so long that it will not fit into one line of the page"
INDEX = """<section id="top"><h1>First page<a class="headerlink" href="#top">#</a></h1>
<p>Read <a href="how-to-use.html#second">the second section</a>, <a href="#same">the same name</a>,
<a href="../exercise.zip">a file</a> or <a href="https://example.org/">another site</a>.</p></section>
<section id="same"><h2>Here</h2><details><summary>Which one?</summary><p>The hidden answer.</p></details></section>"""
HOW_TO_USE = """<section id="top"><h1>How to use</h1><p id="whole-book"></p><script>document.title = "ran"</script>
<section id="second"><h2>LONG</h2><p>Go <a href="index.html">back</a>.</p></section>
<section id="same"><h2>There</h2></section></section>""".replace("LONG", LONG)
LOOK = "@media print { details::details-content { content-visibility: visible; block-size: auto; } }"


def built(tmp_path: Path) -> Path:
    """A built book without an address."""
    (tmp_path / "_config.yml").write_text(CONFIG % "", encoding="utf-8")
    (tmp_path / "_toc.yml").write_text(TOC, encoding="utf-8")
    chapters = tmp_path / "_build" / "html" / "chapters"
    chapters.mkdir(parents=True)
    for name, article in {"index": INDEX, "how-to-use": HOW_TO_USE}.items():
        (chapters / f"{name}.html").write_text(PAGE % article, encoding="utf-8")
    (chapters.parent / "look.css").write_text(LOOK, encoding="utf-8")
    return tmp_path


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return built(tmp_path)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    """The printed book."""
    return printed(built(tmp_path_factory.mktemp("book")))


def printed(site: Path) -> PdfReader:
    return PdfReader(pdf.write(site, site / "_build" / "html", lambda _: None))


def outline(reader: PdfReader) -> list[tuple[int, str, int]]:
    """Depth, title and number of the page of each entry."""

    def walk(entries: list, depth: int) -> list[tuple[int, str, int]]:
        found = []
        for entry in entries:
            if isinstance(entry, Destination):
                found.append((depth, entry.title, reader.get_destination_page_number(entry) + 1))
            else:
                found += walk(entry, depth + 1)
        return found

    return walk(reader.outline, 0)


def links(reader: PdfReader) -> list[str]:
    """Where all links lead: the name of a place in the file, or an address."""
    notes = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    return [note["/Dest"] if "/Dest" in note else note["/A"]["/URI"] for note in notes]


def test_the_outline_holds_parts_pages_and_sections(reader: PdfReader) -> None:
    assert outline(reader) == [
        (0, "First page", 3),
        (1, "Here", 3),
        (0, "The only part", 4),
        (1, "How to use", 4),
        (2, LONG, 4),
        (2, "There", 4),
    ]


def test_all_text_is_there_with_the_answers_and_the_contents_name_the_pages(reader: PdfReader) -> None:
    title, contents, first, second = [page.extract_text() for page in reader.pages]
    assert "Tiny Book" in title
    assert "Ada" in title
    lines = " ".join(contents.split())
    assert "First page 3" in lines
    assert "How to use 4" in lines
    assert "The hidden answer." in first
    assert "Second section" in second
    assert "sidebar" not in first + second


def test_links_between_pages_stay_in_the_file_and_none_is_broken(reader: PdfReader) -> None:
    inside = {link for link in links(reader) if link.startswith("/")}
    assert inside == {f"/chapters/{name}" for name in ("index", "how-to-use", "how-to-use--second", "index--same")}
    assert inside <= reader.named_destinations.keys()
    assert [link for link in links(reader) if not link.startswith("/")] == ["https://example.org/"]


def test_a_file_of_a_published_site_is_linked_at_its_address(site: Path) -> None:
    (site / "_config.yml").write_text(CONFIG % "https://example.org/book/", encoding="utf-8")
    assert "https://example.org/book/exercise.zip" in links(printed(site))


def test_the_pdf_is_offered_while_it_is_that_of_these_pages(site: Path) -> None:
    html = site / "_build" / "html"
    page = html / "chapters" / "how-to-use.html"
    before = page.read_text(encoding="utf-8")
    printed(site)
    assert '<a href="../tiny-book.pdf">The whole book as a PDF</a>: 4 pages' in page.read_text(encoding="utf-8")
    pdf.withdraw(site, html)
    assert page.read_text(encoding="utf-8") == before
    assert sorted(path.name for path in html.iterdir()) == ["chapters", "look.css"]
    assert [path.name for path in html.parent.iterdir()] == ["html"]


def test_an_interruption_leaves_no_half_of_a_file(site: Path) -> None:
    def interrupt(line: str) -> None:
        if "again" in line:
            raise KeyboardInterrupt

    html = site / "_build" / "html"
    with pytest.raises(KeyboardInterrupt):
        pdf.write(site, html, interrupt)
    assert not list(site.rglob("*.pdf"))
    assert [path.name for path in html.parent.iterdir()] == ["html"]


def test_without_chromium_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    assert pdf.lacking() == ""
    monkeypatch.setenv("PATH", "")
    assert "sudo apt-get install chromium" in pdf.lacking()
