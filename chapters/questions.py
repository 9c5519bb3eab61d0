"""What the search knows of the readers' own words: each page with its title, its headings, and what was asked.

A chapter brings its questions in ``asked/NAME.txt``, one a line, in the words of people who do not know its title.
The symptoms of the landing page count for the page that their link leads to. Where the link leads to a probe, the
search offers it, too.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from sphinx_external_toc.parsing import parse_toc_yaml

ASKED = Path("chapters") / "asked"
TARGET = Path("_build") / "static" / "pages.js"
_ANCHOR = re.compile(r"^\(([\w-]+)\)=$", re.MULTILINE)
_SYMPTOM = re.compile(r"^\| ([^|]+?) +\| (.*) \|$", re.MULTILINE)
_RULE = re.compile(r"^\((rule-[\w-]+)\)=\n## (.+?)\n.*?^\*\*What it sees\.\*\* (.+?)\n\n", re.MULTILINE | re.DOTALL)


def write(root: Path) -> None:
    """Write the pages as a script: a page that was opened from a folder may not fetch data."""
    text = f"const PAGES = {json.dumps(list(pages(root)), ensure_ascii=False)};\n"
    target = root / TARGET
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.is_file() or target.read_text(encoding="utf-8") != text:
        target.write_text(text, encoding="utf-8")


def pages(root: Path) -> Iterator[dict[str, object]]:
    """Every page of the book; of the pages of the doctor's rules, every rule."""
    sources = {name: root / f"{name}.md" for name in parse_toc_yaml(root / "_toc.yml")}
    texts = {name: path.read_text(encoding="utf-8") for name, path in sources.items() if path.is_file()}
    symptoms = _symptoms(texts)
    for name, text in texts.items():
        asked = root / ASKED / f"{Path(name).name}.txt"
        questions = asked.read_text(encoding="utf-8").splitlines() if asked.is_file() else []
        yield _page(f"{name}.html", text, questions, symptoms[name])
        for anchor, title, sees in _RULE.findall(text):
            yield _entry(f"{name}.html#{anchor}", title, about=f"A rule of the doctor. {_plain(sees)}")


def _page(url: str, text: str, questions: list[str], symptoms: list[dict[str, str]]) -> dict[str, object]:
    body = re.sub(r"^(`{3,}|:{3,})\{?(?:code|python).*?^\1", "", text, flags=re.MULTILINE | re.DOTALL)
    title, *headings = re.findall(r"^#{1,4} (.+)$", body, re.MULTILINE)
    about = re.search(r"description: >-\n\s+(.+)", text)
    nickname = re.findall(r"^# .+\n\n\*(.+)\*$", body, re.MULTILINE)
    words = " ".join(map(_plain, [*nickname, *headings]))
    asked = [*questions, *(symptom["when"] for symptom in symptoms)]
    entry = _entry(url, title, about=about[1].strip() if about else "", asked=asked, words=words)
    return entry | {"probes": [symptom for symptom in symptoms if symptom["at"].startswith("probe-")]}


def _entry(url: str, title: str, *, about: str, asked: Sequence[str] = (), words: str = "") -> dict[str, object]:
    return {"url": url, "title": _plain(title), "about": about, "asked": asked, "words": words}


def _symptoms(texts: dict[str, str]) -> dict[str, list[dict[str, str]]]:
    """The rows of the landing page's tables, by the page to which they lead: when, what to do, at which anchor."""
    home = {anchor: name for name, text in texts.items() for anchor in _ANCHOR.findall(text)}
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for symptom, links in _SYMPTOM.findall(texts.get("chapters/index", "")):
        for words, anchor in re.findall(r"\[([^\]]+)\]\(#([\w-]+)\)", links):
            if anchor in home:
                found[home[anchor]].append({"when": _plain(symptom), "do": _plain(words), "at": anchor})
    return found


def _plain(text: str) -> str:
    """Markdown without its marks."""
    return " ".join(re.sub(r"\{[\w:-]+\}|<[^>]*>|[`*]|\]\([^)]*\)|\[", "", text).split())
