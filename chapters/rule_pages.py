"""The pages of the rules, one for each family, made from the rules themselves and from what was measured."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from autograder import rules
from autograder.doctor.explaining import measured
from autograder.doctor.links import anchor
from autograder.rules import Rule

FOLDER = Path("chapters") / "rules"


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
    parts = [head, text.strip(), measured(rule).strip(), _learn(rule)]
    return "\n\n".join(part for part in parts if part)


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
