"""What a student wrote, as something that a page may show: nothing in it runs, loads, covers or pretends.

A page of the course shows text cells, outputs and pictures that a student made, in the browser of somebody who may
change scores. So a notebook is made harmless before it is stored where pages are made from it: text becomes HTML that
an allow-list lets through, mathematics becomes MathML, pictures become part of the page.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Mapping
from html import escape, unescape
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import nh3
from latex2mathml.converter import convert_to_element
from markdown_it import MarkdownIt
from mdit_py_plugins.amsmath import amsmath_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin

from autograder.deadlines import DeadlineError, in_time
from autograder.errors import without_piles
from autograder.report.drawing import is_bearable, pixels_inside
from autograder.report.pixels import MOST_PIXELS, pixels

MOST_CHARACTERS = 20_000
"""Of a text that is rendered; a longer one is shown as it was typed."""
MOST_SHOWN = 50_000
"""Characters of code, or of one printed text, that are shown: what colours them takes quadratic time."""
_MOST_TOGETHER, _FEW = 1_000_000, 2_000
_MOST_FORMULA = 2000
_MOST_ELEMENTS, _DEEPEST, _WIDEST = 20_000, 200, 50
"""Of the HTML of one cell or output: how many there may be, one within another, and the columns that a cell spans."""
_FEW_ELEMENTS = 2000  # with more of them a table has no cells that span
_TAG = re.compile(r"<(/?)([a-zA-Z]+)")
_WHOLE_TAG = re.compile(r"(<[^<>]*>)")
_READ = str.maketrans({sign: f"&#{ord(sign)};" for sign in "`*_[]\\$~|!{}"})
"""What means something to a reader of markdown, as HTML that means the same sign."""
_WITHOUT_END = frozenset({
    "br", "col", "dd", "dt", "hr", "img", "input", "li", "link", "meta", "p", "tbody", "td", "tfoot", "th", "thead",
    "tr", "wbr",
})  # fmt: skip
_DRAWING = "image/svg+xml"
_PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp", _DRAWING)
_RASTER = ("image/png", "image/jpeg")
_INLINE = re.compile(rf"data:({'|'.join(map(re.escape, _PICTURES))});base64,([A-Za-z0-9+/=]+)")
_SOURCE = re.compile(rf' src="{_INLINE.pattern}"')
_ATTACHED, _PASTED = "attachment:", "pasted-"
_MATHML = frozenset({
    "math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mstyle", "msup", "msub", "msubsup", "mfrac", "msqrt",
    "mroot", "mover", "munder", "munderover", "mtable", "mtr", "mtd", "mpadded", "mphantom", "menclose",
})  # fmt: skip
_MATHML_ATTRIBUTES = frozenset({
    "display", "displaystyle", "scriptlevel", "mathvariant", "mathcolor", "stretchy", "fence", "form", "separator",
    "accent", "accentunder", "movablelimits", "linethickness", "columnalign", "columnspacing", "rowspacing",
    "notation", "lspace", "rspace",
})  # fmt: skip
_MATHML_SIZES = frozenset({"scriptlevel", "linethickness", "columnspacing", "rowspacing", "lspace", "rspace"})
_TEXT = frozenset({
    "a", "abbr", "b", "blockquote", "br", "caption", "center", "cite", "code", "dd", "del", "details", "div",
    "dl", "dt", "em", "figcaption", "figure", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins",
    "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "samp", "small", "span", "strike", "strong", "sub",
    "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "u", "ul", "var",
})  # fmt: skip
_STYLES = frozenset(["color", "background-color", "font-weight", "font-style", "text-align", "text-decoration"])
_ATTRIBUTES = {
    **{tag: set(_MATHML_ATTRIBUTES) for tag in _MATHML},
    "*": {"title", "lang", "dir"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "details": {"open"},
    "ol": {"start"},
    "td": {"colspan", "rowspan", "align"},
    "th": {"colspan", "rowspan", "align", "scope"},
    "font": {"color"},
    **{tag: {"style", "title", "lang", "dir"} for tag in ("span", "p", "div", "h1", "h2", "h3", "h4")},
}
_LINK = re.compile(r"https?://|mailto:|#", re.IGNORECASE)
_LENGTH = re.compile(r"\d{1,3}(px|%)?|1\d{3}(px)?")
_SMALL = re.compile(r"\d{0,2}(\.\d{0,3})?(em|ex|px|pt|%)?|[a-z]+")


Cell = Mapping[str, Any]


def harmless(notebook: Mapping[str, Any]) -> dict[str, Any]:
    """The notebook (nbformat 4.5, as plain data) as it may be shown.

    Text cells hold HTML that no reader of markdown reads another way. Of outputs, texts, tables, pictures and
    mathematics remain; scripts, styles, frames, forms, and whatever comes from another address do not.
    """
    most = MOST_SHOWN if _length(notebook["cells"]) <= _MOST_TOGETHER else _FEW
    return _notebook(_bearable([_cell(cell, most) for cell in notebook["cells"]]))


def _length(content: Any) -> int:
    """How many characters the texts in some JSON have together."""
    length, todo = 0, [content]
    while todo:
        item = todo.pop()
        length += len(item) if isinstance(item, str) else 0
        todo += item.values() if isinstance(item, dict) else item if isinstance(item, list) else ()
    return length


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most]}\n[… and {len(text) - most} characters more]"


def harmless_in_time(notebook: Mapping[str, Any]) -> dict[str, Any]:
    """As :func:`harmless`; a notebook that takes too long to read shows its texts as they were typed."""
    try:
        return in_time(harmless, notebook)
    except DeadlineError:
        return _notebook([_typed(cell) for cell in notebook["cells"]])


def inert_source(html: str) -> str:
    """The source of a text cell that shows this HTML; what a student chose in it must be escaped."""
    return _inert(_without_mathematics(html))


def _notebook(cells: list[dict[str, Any]]) -> dict[str, Any]:
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": _in_their_lines(cells)}


def _in_their_lines(content: Any) -> Any:
    """Cells with no text that rises over what stands above it."""
    if isinstance(content, dict):
        return {key: _in_their_lines(value) for key, value in content.items()}
    if isinstance(content, list):
        return [_in_their_lines(value) for value in content]
    return without_piles(content) if isinstance(content, str) else content


def _bearable(cells: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The cells without those pictures that would unfold to more than a browser paints at once, or are none."""
    left = MOST_PIXELS

    def fits(kind: str, content: str) -> bool:
        nonlocal left
        size = (pixels_inside if kind == _DRAWING else pixels)(base64.b64decode(content))
        if size is None or size > left:
            return False
        left -= size
        return True

    def kept(html: str) -> str:
        return _SOURCE.sub(lambda found: found[0] if fits(found[1], found[2]) else "", html)

    def shown(output: dict[str, Any]) -> dict[str, Any]:
        data = {
            kind: text for kind, text in output.get("data", {}).items() if kind not in _RASTER or fits(kind, text)
        }
        if "text/html" in data:
            data["text/html"] = kept(data["text/html"])
        return {**output, "data": data or {"text/plain": ""}} if "data" in output else output

    return [
        {**cell, "outputs": [shown(output) for output in cell["outputs"]]}
        if cell["cell_type"] == "code"
        else {**cell, "source": kept(cell["source"])}
        for cell in cells
    ]


def _typed(cell: Cell) -> dict[str, Any]:
    """A cell with its text as it was typed, and without outputs."""
    return _cell({**cell, "cell_type": "code" if cell["cell_type"] == "code" else "raw", "outputs": ()})


def text_as_html(text: str, attachments: Mapping[str, Mapping[str, str]] | None = None) -> str:
    """Markdown with HTML and mathematics in it, as HTML that may stand in any page. What is very long is cut."""
    pictures = {name: dict(kinds) for name, kinds in (attachments or {}).items() if isinstance(kinds, dict)}
    source = _INLINE.sub(lambda found: _set_aside(found, pictures), text)
    if len(source) > MOST_CHARACTERS:
        return _as_typed(source)
    return cleaned(_MARKDOWN.render(source), pictures)


def cleaned(html: str, attachments: Mapping[str, Mapping[str, str]] | None = None) -> str:
    """HTML without all that is not on the allow-list; pictures come from ``attachments`` or from the HTML itself.

    HTML that a browser would be busy with for long is shown as it was typed.
    """
    many, deep = _size(html)
    if many > _MOST_ELEMENTS or deep > _DEEPEST:
        return _as_typed(html)
    return nh3.clean(
        html,
        tags=set(_TEXT | _MATHML),
        clean_content_tags={"script", "style", "title", "template", "iframe", "noscript", "textarea", "svg", "xmp"},
        attributes=_ATTRIBUTES,
        attribute_filter=_attribute_filter(attachments or {}, _WIDEST if many <= _FEW_ELEMENTS else 1),
        filter_style_properties=set(_STYLES),
        url_schemes={"http", "https", "mailto", "data", "attachment"},
        set_tag_attribute_values={"table": {"cellpadding": "4"}},
        link_rel="noopener noreferrer nofollow",
    )


def _as_typed(text: str) -> str:
    return f"<pre>{escape(_cut(text, MOST_SHOWN))}</pre>"


def _size(html: str) -> tuple[int, int]:
    """How many elements there are, and how many stand one within another."""
    many = depth = deepest = 0
    for closes, name in _TAG.findall(html):
        many += not closes
        if name.lower() not in _WITHOUT_END:
            depth = max(0, depth + (-1 if closes else 1))
            deepest = max(deepest, depth)
    return many, deepest


def _cell(cell: Cell, most: int = _FEW) -> dict[str, Any]:
    kind, source = cell["cell_type"], cell["source"]
    same = {"id": cell["id"], "metadata": _metadata(cell)}
    if kind == "code":
        count = cell.get("execution_count")
        outputs = [output for found in cell["outputs"] if (output := _output(found, most))]
        count = count if isinstance(count, int) else None
        code = _cut(source, most)
        return {**same, "cell_type": "code", "source": code, "outputs": outputs, "execution_count": count}
    html = _as_typed(source) if kind == "raw" else text_as_html(source, cell.get("attachments"))
    return {**same, "cell_type": "markdown", "source": inert_source(html)}


def _metadata(cell: Cell) -> dict[str, Any]:
    """What nbgrader needs; the steps before have seen to it that it is the release's own."""
    return {"nbgrader": cell["metadata"]["nbgrader"]} if "nbgrader" in cell["metadata"] else {}


def _inert(html: str) -> str:
    """The same HTML as one line in which a reader of markdown finds nothing to read.

    One line in the values of attributes, too: to that reader an empty line ends the HTML, wherever it stands.
    """
    tags_between_texts = _WHOLE_TAG.split("&#10;".join(html.splitlines()))
    return "".join(piece if at % 2 else piece.translate(_READ) for at, piece in enumerate(tags_between_texts))


def _output(output: Mapping[str, Any], most: int) -> dict[str, Any]:
    """An output with what may be shown of it; empty if that is nothing."""
    kind, data = output.get("output_type"), output.get("data")
    if kind == "stream":
        name = "stderr" if output.get("name") == "stderr" else "stdout"
        return {"output_type": kind, "name": name, "text": _cut(joined(output.get("text")), most)}
    if kind == "error":
        lines = output.get("traceback")
        traceback = _cut("\n".join(map(str, lines)), most) if isinstance(lines, list) else ""
        said = {name: _cut(str(output.get(name, "")), most) for name in ("ename", "evalue")}
        return {"output_type": kind, **said, "traceback": traceback.splitlines()}
    if not isinstance(data, dict) or not data:
        return {}
    return {"output_type": "display_data", "data": _data(data, most), "metadata": {}}


def texts_of(data: Mapping[str, Any]) -> dict[str, str]:
    """Of what one output holds, the kinds that a page can show."""
    return {kind: joined(data[kind]) for kind in _SHOWN if kind in data}


def _data(data: Mapping[str, Any], most: int) -> dict[str, str]:
    """The text of an output, and the richest other form of it that can be shown."""
    text = {"text/plain": _cut(joined(data["text/plain"]), most)} if "text/plain" in data else {}
    for kind in _RASTER:
        if kind in data and _is_base64(content := joined(data[kind])):
            return {**text, kind: "".join(content.split())}
    html = next((made for kind, make in _RICH.items() if kind in data and (made := make(joined(data[kind])))), "")
    return {**text, **({"text/html": _without_mathematics(html)} if html else {})} or {"text/plain": ""}


def _without_mathematics(html: str) -> str:
    """HTML in which no script that sets mathematics finds any: what there is was set already. It keeps to its box."""
    return f'<div class="mathjax_ignore tex2jax_ignore" style="overflow:auto">{html}</div>'


def _html(text: str) -> str:
    return cleaned(text) if len(text) <= _MOST_HTML else ""


def _svg(text: str) -> str:
    """As a picture: in a picture, nothing runs and nothing is loaded."""
    drawing = text.encode("utf-8", "replace")
    if len(text) > _MOST_HTML or not is_bearable(drawing):
        return ""
    return f'<img alt="" src="data:image/svg+xml;base64,{base64.b64encode(drawing).decode()}">'


_MOST_HTML = 1_000_000
_RICH: dict[str, Callable[[str], str]] = {
    "text/html": _html,
    _DRAWING: _svg,
    "text/markdown": text_as_html,
    "text/latex": text_as_html,
}
_SHOWN = ("text/plain", *_RASTER, *_RICH)


def joined(text: Any) -> str:
    """A text, which notebooks may hold in pieces; empty if it is none."""
    parts = text if isinstance(text, list) else [text]
    return "".join(part for part in parts if isinstance(part, str))


def _set_aside(found: re.Match[str], pictures: dict[str, dict[str, str]]) -> str:
    """Put a picture that stands in the text among the attachments, and name it instead."""
    name = f"{_PASTED}{len(pictures)}"
    pictures[name] = {found[1]: found[2]}
    return _ATTACHED + name


def _attribute_filter(
    attachments: Mapping[str, Mapping[str, str]], widest: int
) -> Callable[[str, str, str], str | None]:
    def keep(tag: str, attribute: str, value: str) -> str | None:
        if attribute == "href":
            return value if _LINK.match(value.strip()) else None
        if attribute == "src":
            return _picture(value, attachments)
        if attribute in ("width", "height"):
            return value if _LENGTH.fullmatch(value) else None
        if attribute in _MATHML_SIZES:
            return value if all(map(_SMALL.fullmatch, value.split())) else None
        if attribute in ("colspan", "rowspan"):
            return value if value.isdecimal() and int(value) <= widest else None
        return value

    return keep


def _picture(source: str, attachments: Mapping[str, Mapping[str, str]]) -> str | None:
    """A picture as part of the page; None for one that is missing, is none, or lies at another address."""
    if source.startswith(_ATTACHED):
        kinds = attachments.get(unquote(source.removeprefix(_ATTACHED)), {})
        found = next(((kind, kinds[kind]) for kind in _PICTURES if isinstance(kinds.get(kind), str)), None)
        if found is None:
            return None
        kind, content = found
    elif inline := _INLINE.fullmatch(source):
        kind, content = inline[1], inline[2]
    else:
        return None
    content = "".join(content.split())
    if not _is_base64(content) or (kind == _DRAWING and not is_bearable(base64.b64decode(content))):
        return None
    return f"data:{kind};base64,{content}"


def _is_base64(text: str) -> bool:
    try:
        return bool(base64.b64decode("".join(text.split()), validate=True))
    except (binascii.Error, ValueError):
        return False


def _as_mathml(latex: str, display: bool) -> str:
    """A formula as MathML; one that cannot be read is shown as it was typed."""
    try:
        if len(latex) > _MOST_FORMULA:
            raise ValueError("too long")
        element = convert_to_element(latex, display="block" if display else "inline")
        for part in element.iter():
            part.text, part.tail = unescape(part.text or ""), unescape(part.tail or "")
        return ET.tostring(element, encoding="unicode")
    except Exception:  # its errors share no class, and a formula may be nested as deep as a student likes
        return f"<code>{escape(latex)}</code>"


def _render_dollars(latex: str, options: Mapping[str, Any]) -> str:
    return _as_mathml(latex, bool(options.get("display_mode")))


def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": True, "breaks": False})
    reader.enable(["table", "strikethrough"])
    reader.use(dollarmath_plugin, renderer=_render_dollars, allow_labels=False, allow_digits=False)
    reader.use(amsmath_plugin, renderer=lambda latex: _as_mathml(latex, True))
    return reader


_MARKDOWN = _reader()
