"""The page of a rule with the effects that were measured, and the list of all rules, for the terminal."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.console import Console, RenderableType
from rich.markdown import Markdown
from rich.table import Table

from autograder.doctor.formats.text import Style
from autograder.doctor.links import link
from autograder.doctor.reading import READING
from autograder.rules import all_rules

if TYPE_CHECKING:
    from autograder.ledger import Claim
    from autograder.rules.rule import Rule


def page(rule: Rule) -> str:
    """A rule's page, its level, and what was measured."""
    title, _, rest = rule.page.partition("\n")
    head = f"{title}\n\n`{rule.id}`: {rule.level}. {rule.instead}\n\n"
    book = f"\n**In the book.** {link(rule)}\n" if link(rule) else ""
    return _rendered([Markdown(f"{head}{rest}\n{measured(rule)}{book}")])


def measured(rule: Rule) -> str:
    """The effects of a rule's claims, in Markdown; empty if it names none."""
    if not rule.claims:
        return ""
    from autograder import ledger  # noqa: PLC0415  (pandas: only who asks for numbers waits for it)
    from autograder.ledger.shown import CAPTION  # noqa: PLC0415

    parts = [f"**Measured.** {CAPTION}\n"]
    for name in rule.claims:
        if not (ledger.CLAIMS / f"{name}.toml").is_file():
            parts.append(f"- The claim `{name}` has no runs yet.")
            continue
        try:
            parts += _claim(ledger.claim(name))
        except ValueError as error:
            parts.append(f"- The runs for the claim `{name}` cannot be read: {error}.")
    return "\n".join(parts) + "\n"


def _claim(claim: Claim) -> Iterator[str]:
    """A claim with its verdict, a table of its effects, those that agree with it first, and what matters."""
    from autograder.ledger.shown import in_numbers  # noqa: PLC0415

    so_far = " so far (fresh units must still confirm it)" if claim.exploration else ""
    yield f"*{claim.verdict.capitalize()}{so_far}.* “{claim.says}” ({claim.by})\n"
    yield "| compared | difference (interval) | units | outcome |\n| --- | --- | --- | --- |"
    for found in sorted(claim.findings, key=lambda found: (not found.as_predicted, found.against)):
        yield f"| {found.effect.where} | {in_numbers(found)} | {found.n} | {found.outcome} |"
    sizes = {found.effect.measured_in: found.plan.margin.matters for found in claim.findings if found.plan.margin}
    matters = " or ".join(f"{size:g} {unit}" for unit, size in sizes.items())
    yield f"\nA difference matters from {matters} on.\n" if matters else ""


def listing() -> str:
    """All rules with level and title, family by family."""
    table = Table("rule", "level", "title", box=None, pad_edge=False, header_style="bold")
    family = ""
    for rule in [*all_rules().values(), *READING.values()]:
        if family and rule.family != family:
            table.add_section()
            table.add_row()
        family = rule.family
        table.add_row(rule.id, rule.level.value, rule.title)
    return _rendered([table])


def _rendered(things: Iterable[RenderableType]) -> str:
    style = Style.of(sys.stdout)
    console = Console(
        file=io.StringIO(), width=style.width, force_terminal=style.colour, highlight=False, emoji=False,
        no_color=not style.colour,
    )  # fmt: skip
    console.print(*things)
    file = console.file
    assert isinstance(file, io.StringIO)
    return "\n".join(line.rstrip() for line in file.getvalue().split("\n"))
