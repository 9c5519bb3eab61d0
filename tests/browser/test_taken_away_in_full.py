"""The notebooks that the built chapters offer, as a program without the book's extensions opens them."""

import re
from pathlib import Path

import nbformat
from nbconvert import HTMLExporter

RAW = re.compile(r"\{[\w:-]+\}`|^:::|^\([\w-]+\)=$|\]\([\w-]+\.md", re.MULTILINE)


def test_every_chapter_offers_an_executed_notebook_that_needs_no_extension(book: Path) -> None:
    offered = sorted((book / "_downloads").glob("*/*.ipynb"))
    assert len(offered) >= 14
    for path in offered:
        notebook = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
        text = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
        assert not RAW.findall(text), path.name
        outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
        assert any("image/png" in output.get("data", {}) for output in outputs), path.name
    page, _ = HTMLExporter().from_notebook_node(nbformat.read(offered[0], as_version=4))
    assert "<summary>" in page
    assert "<blockquote>" in page
