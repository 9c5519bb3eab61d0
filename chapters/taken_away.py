"""The chapters as notebooks to take away: with outputs, and in Markdown that every notebook program reads.

Sphinx would offer notebooks without outputs, whose text is full of MyST's marks. Here the outputs come from Jupyter's
cache, numbers stand where the text quotes them, boxes are quotations, answers are folded, and links that lead to
other pages of the book are there if `_config.yml` says where it is published.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import nbformat
import yaml
from execution import read_chapters
from jupyter_cache import get_cache
from nbformat import NotebookNode
from pybtex.database import Entry, parse_file

from autograder.ledger.shown import with_minus

_BLOCK = re.compile(r"^:::\{(\w+)\} ?([^\n]*)\n((?::\w+:[^\n]*\n)*)(.*?)^:::$", re.MULTILINE | re.DOTALL)
_TARGET = re.compile(r"^\(([\w-]+)\)=$", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]+)\]\(([\w-]+\.md)?(#[\w-]+)?\)")
_ROLE = re.compile(r"\{([\w:-]+)\}`([^`]+)`")
_HIDDEN = {"hide-input", "remove-input", "remove-cell"}


def write(root: Path, html: Path) -> None:
    """Write every chapter's notebook to where its page offers it."""
    config = yaml.safe_load((root / "_config.yml").read_text(encoding="utf-8"))
    cache = get_cache(root / config["execute"]["cache"])
    base = ((config.get("html") or {}).get("baseurl") or "").rstrip("/")
    for chapter in read_chapters(root, config)[0]:
        for place in (html / "_downloads").glob(f"*/{chapter.page.stem}.ipynb"):
            executed = cache.merge_match_into_notebook(chapter.notebook)[1]
            papers = parse_file(root / "chapters" / "bibliography.bib").entries
            place.write_text(nbformat.writes(readable(executed, papers, base)), encoding="utf-8")


def readable(notebook: NotebookNode, papers: Mapping[str, Entry], base: str = "") -> NotebookNode:
    """A copy of an executed notebook that asks for no extension."""
    numbers = {name: value for cell in notebook.cells for name, value in _glued(cell)}
    text = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    anchors = set(_TARGET.findall(text))

    def plain(source: str) -> str:
        source = _TARGET.sub(r'<a id="\1"></a>\n', source)
        source = _LINK.sub(lambda link: _led(link, anchors, base), source)
        return _BLOCK.sub(_boxed, _ROLE.sub(lambda role: _said(role[1], role[2], numbers, papers), source))

    cells = []
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cells.append(nbformat.v4.new_markdown_cell(plain(cell.source)))
        else:
            cells.append(_code(cell))
            if caption := cell.metadata.get("mystnb", {}).get("figure", {}).get("caption"):
                cells.append(nbformat.v4.new_markdown_cell(f"*{plain(caption)}*"))
    return nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": notebook.metadata["kernelspec"]})


def _glued(cell: NotebookNode) -> list[tuple[str, str]]:
    """The numbers that a cell hands to the text, by name."""
    shown = [output for output in cell.get("outputs", []) if "scrapbook" in output.get("metadata", {})]
    return [
        (output.metadata["scrapbook"]["name"], text)
        for output in shown
        for kind, text in output.data.items()
        if kind.endswith("text/plain")
    ]


def _code(cell: NotebookNode) -> NotebookNode:
    outputs = [output for output in cell.outputs if "scrapbook" not in output.get("metadata", {})]
    hidden = _HIDDEN & set(cell.metadata.get("tags", []))
    metadata = {"jupyter": {"source_hidden": True}} if hidden else {}
    return nbformat.v4.new_code_cell(
        cell.source, outputs=outputs, metadata=metadata, execution_count=cell.execution_count
    )


def _led(link: re.Match[str], anchors: set[str], base: str) -> str:
    """A link within the notebook stays; one to another page leads to the published book, or is its words alone."""
    words, page, anchor = link.groups(default="")
    if not page and anchor[1:] in anchors:
        return link[0]
    return f"[{words}]({base}/chapters/{page.removesuffix('.md')}.html{anchor})" if page and base else words


def _boxed(block: re.Match[str]) -> str:
    kind, title, _, body = block.groups()
    if kind == "dropdown":
        summary = re.sub(r"`(.+?)`", r"<code>\1</code>", title)
        return f"<details>\n<summary>{summary}</summary>\n\n{body.strip()}\n\n</details>"
    lines = (f"**{title}**", "", *body.strip().splitlines())
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _said(role: str, content: str, numbers: Mapping[str, str], papers: Mapping[str, Entry]) -> str:
    """What a role of MyST shows."""
    if role == "glue:text":
        name, _, shape = content.partition(":")
        value: Any = ast.literal_eval(numbers[name])
        return with_minus(format(value, shape))
    if role.startswith("cite:"):
        style: Callable[[str, str], str] = {
            "cite:t": lambda who, year: f"{who} ({year})",
            "cite:yearpar": lambda _, year: f"({year})",
        }.get(role, lambda who, year: f"({who}, {year})")
        return "; ".join(style(_authors(papers[key]), papers[key].fields["year"]) for key in content.split(","))
    return content.partition(" <")[0]  # a term, or a file to download


def _authors(paper: Entry) -> str:
    names = [" ".join(person.last_names).strip("{}") for person in paper.persons["author"]]
    return names[0] if len(names) == 1 else " and ".join(names) if len(names) == 2 else f"{names[0]} et al."
