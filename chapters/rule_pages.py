"""The pages of the rules, one for each family or topic, made from the rules themselves and from what was measured."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from importlib import import_module
from pathlib import Path

from autograder import rules
from autograder.doctor.explaining import measured
from autograder.doctor.links import anchor, page
from autograder.rules import Rule

_PROGRAM = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def write(root: Path) -> None:
    """Write the pages below ``root``; one that is as it should be is left alone: Sphinx need not read it again."""
    due = {root / f"{name}.md": text for name, text in texts().items()}
    folder = root / "chapters" / "rules"
    folder.mkdir(exist_ok=True)
    for path in set(folder.glob("*.md")) - set(due):
        path.unlink()
    for path, text in due.items():
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def texts() -> dict[str, str]:
    """The pages in MyST, by their names below the root of the book."""
    found: dict[str, str] = {}
    for family in rules.FAMILIES:
        topics = rules.topics(family)
        found |= {page(family, topic): _of(family, topic) for topic in topics}
        found[page(family)] = _contents(family, topics) if topics else _of(family)
    return found


def _of(family: str, topic: str = "") -> str:
    """The page that tells of each rule of a family, or of one of its topics."""
    own = _own(family, topic)
    parts = [_table(own), *map(section, own)]
    return _page(topic or family, _about(family, topic), parts)


def _contents(family: str, topics: Iterable[str]) -> str:
    """The page of a family that has topics: where each of its rules is told of."""
    parts = []
    for topic in topics:
        about = _about(family, topic).replace("\n", " ").removeprefix("Rules on ").removeprefix(f"{topic}: ")
        place = f"{Path(page(family, topic)).name}.md"
        head = f"## [{topic.capitalize()}]({place})"
        parts += [head, f"{about[0].upper()}{about[1:]}", _table(_own(family, topic))]
    return _page(family, _about(family), parts)


def _page(name: str, about: str, parts: Iterable[str]) -> str:
    return "\n\n".join([_front(name), f"# Rules: {name}", about, *parts]) + "\n"


def _about(family: str, topic: str = "") -> str:
    return (import_module(".".join(filter(None, ("autograder.rules", family, topic)))).__doc__ or "").strip()


def _own(family: str, topic: str) -> list[Rule]:
    return [rule for rule in rules.all_rules().values() if (rule.family, rule.topic) == (family, topic)]


def _table(own: Iterable[Rule]) -> str:
    rows = "\n".join(f"| [{rule.title}](#{anchor(rule)}) | {rule.level} | `{rule.id}` |" for rule in own)
    return f"| the fault | level | its name |\n| --- | --- | --- |\n{rows}"


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


def _front(name: str) -> str:
    """What search engines and link previews show of a page."""
    about = f"Faults of a model that the doctor's rules on {name} find: why they hurt, measured, and the way out."
    return f"---\nmyst:\n  html_meta:\n    description: >-\n      {about}\n---"


def _article(level: str) -> str:
    return "an" if level == "error" else "a"


def _learn(rule: Rule) -> str:
    page, _, place = rule.learn.partition("#")
    target = f"#{place}" if place else f"../{page}.md"
    return f"**In the course.** [{page.replace('-', ' ').capitalize()}]({target})" if page else ""
