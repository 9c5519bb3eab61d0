"""The pages of the rules, one for each family, made from the rules themselves and from what was measured."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from importlib import import_module
from pathlib import Path

from autograder import rules
from autograder.doctor.explaining import measured
from autograder.doctor.links import anchor
from autograder.rules import Rule

FOLDER = Path("chapters") / "rules"
_PROGRAM = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def write(root: Path) -> None:
    """Write the pages below ``root``; one that is as it should be is left alone: Sphinx need not read it again."""
    folder = root / FOLDER
    folder.mkdir(exist_ok=True)
    for path in folder.glob("*.md"):
        if path.stem not in rules.FAMILIES:
            path.unlink()
    for family in rules.FAMILIES:
        path, text = folder / f"{family}.md", page(family)
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def page(family: str) -> str:
    """The page of a family, in MyST."""
    about = import_module(f"autograder.rules.{family}").__doc__ or ""
    own = [rule for rule in rules.all_rules().values() if rule.family == family]
    rows = "\n".join(f"| [{rule.title}](#{anchor(rule)}) | {rule.level} | `{rule.id}` |" for rule in own)
    table = f"| the fault | level | its name |\n| --- | --- | --- |\n{rows}"
    return "\n\n".join([_front(family), f"# Rules: {family}", about.strip(), table, *map(section, own)]) + "\n"


def section(rule: Rule) -> str:
    """The part of the page that tells of one rule."""
    title, _, text = rule.page.strip().partition("\n")
    head = f"({anchor(rule)})=\n#{title}\n\n`{rule.id}`, {_article(rule.level)} {rule.level}. {rule.instead}"
    parts = [head, _with_changes_marked(text.strip()), measured(rule).strip(), _learn(rule)]
    return "\n\n".join(part for part in parts if part)


def _with_changes_marked(text: str) -> str:
    """The page with the lines marked in which its two programs, the fault and the way out, differ."""
    blocks = list(_PROGRAM.finditer(text))
    if len(blocks) != 2:
        return text
    fault, mended = (block[1].splitlines() for block in blocks)
    changes = SequenceMatcher(a=fault, b=mended, autojunk=False).get_opcodes()
    before = _lines((first, last) for kind, first, last, _, _ in changes if kind != "equal")
    after = _lines((first, last) for kind, _, _, first, last in changes if kind != "equal")
    marked = iter((before, after))
    return _PROGRAM.sub(lambda block: _fenced(block[1], next(marked)), text)


def _lines(spans: Iterable[tuple[int, int]]) -> str:
    """Spans of lines as Sphinx wants them, from 1; the line behind a place where something is missing is not one."""
    return ",".join(f"{first + 1}-{last}" for first, last in spans if last > first)


def _fenced(code: str, lines: str) -> str:
    options = f":emphasize-lines: {lines}\n" if lines else ""
    return f"```{{code-block}} python\n{options}\n{code}```"


def _front(family: str) -> str:
    """What search engines and link previews show of a family's page."""
    about = f"Faults of a model that the doctor's {family} rules find: why they hurt, what was measured, the way out."
    return f"---\nmyst:\n  html_meta:\n    description: >-\n      {about}\n---"


def _article(level: str) -> str:
    return "an" if level == "error" else "a"


def _learn(rule: Rule) -> str:
    page, _, place = rule.learn.partition("#")
    target = f"#{place}" if place else f"../{page}.md"
    return f"**In the course.** [{page.replace('-', ' ').capitalize()}]({target})" if page else ""
