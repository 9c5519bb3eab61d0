"""The style sheets of the built pages, joined into one that holds what they use.

A browser draws nothing before it has all of them, and the theme's chain, in which one imports another, costs a phone
most of the time until a page is seen.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from unused import without_unused, words

JOINED = Path("_static") / "joined.css"
_LINK = re.compile(r'[ \t]*<link\b[^>]*\bhref="[^"?]*?(_static/[\w./-]+\.css)[^"]*"[^>]*>\n?')
_IMPORT = re.compile(r'@import "([^"]+)";')
_URL = re.compile(r"""url\((["']?)(?!["']|data:|#|/|\w+:)""")


def join(html: Path) -> None:
    """Let every page in ``html`` ask for one style sheet: what pages use of their sheets, in the order of these."""
    pages = {page: page.read_text(encoding="utf-8").partition("</head>") for page in _pages(html)}
    sheets = max((_LINK.findall(head) for head, _, _ in pages.values()), key=len, default=[])
    if sheets == [JOINED.as_posix()]:  # Sphinx had no page to make
        sheets = (html / JOINED).read_text(encoding="utf-8").partition("\n")[0].strip("/* ").split()
    if not sheets:
        return
    whole = "\n".join(_read(html / sheet, html / JOINED.parent) for sheet in sheets)
    scripts = (file.read_text(encoding="utf-8", errors="replace") for file in (html / "_static").rglob("*.js"))
    used = words(("".join(parts) for parts in pages.values()), scripts)
    text = f"/* {' '.join(sheets)} */\n" + without_unused(whole, used)
    (html / JOINED).write_text(text, encoding="utf-8")
    version = hashlib.sha256(text.encode()).hexdigest()[:8]
    for page, (head, end, body) in pages.items():
        above, *links = _LINK.split(head)[::2]
        if links:
            up = "../" * (len(page.relative_to(html).parts) - 1)
            link = f'<link rel="stylesheet" href="{up}{JOINED.as_posix()}?v={version}">\n'
            page.write_text(above + link + "".join(links) + end + body, encoding="utf-8")


def _pages(html: Path) -> list[Path]:
    return [page for page in html.rglob("*.html") if "_static" not in page.relative_to(html).parts]


def _read(sheet: Path, folder: Path) -> str:
    """A sheet with what it imports in it, and with the addresses that it names counted from ``folder``."""
    text = sheet.read_text(encoding="utf-8").removeprefix('@charset "UTF-8";')
    here = sheet.parent.relative_to(folder).as_posix()
    text = _URL.sub(lambda url: f"{url[0]}{here}/", text)
    return _IMPORT.sub(lambda other: _read((sheet.parent / other[1]).resolve(), folder), text)
