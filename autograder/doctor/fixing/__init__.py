"""``--fix``: rewrites what can be rewritten safely, and reads the result again before it believes it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from autograder.anatomy.source import Failure, Program, load, read_source
from autograder.doctor.examine import diagnosed, examine_text
from autograder.doctor.fixable import is_mended
from autograder.doctor.fixing.proposals import proposal
from autograder.doctor.fixing.rewriting import rewritten
from autograder.doctor.fixing.storing import CannotStore, cells_of, encoded, with_code
from autograder.doctor.formats.text import where
from autograder.doctor.writing import write
from autograder.rules import all_rules
from autograder.rules.rule import Finding, Rule

MAX_ROUNDS = 200
_UNKNOWN = re.compile(r"<unknown \d+: .*?>")


@dataclass
class Fixed:
    """A file before and after mending, how many findings that took away, and what was tried in vain."""

    path: str
    before: str
    after: str
    count: int = 0
    refused: list[str] = field(default_factory=list)


def mend_file(path: str, rules: Sequence[Rule], *, save: bool, unsafe: bool = False) -> Fixed | None:
    """Mend a file; with ``save``, write it. None if it cannot be read, or is no program. Raises OSError."""
    text = load(path)
    if isinstance(text, Failure) or path.endswith(".keras"):
        return None
    fixed = mend(text, path, rules, unsafe=unsafe)
    if save and fixed.count:
        try:
            write(path, encoded(fixed.after, text, Path(path).read_bytes()))
        except CannotStore as error:
            return Fixed(path, text, text, 0, [f"{path} is left as it is: {error}."])
    return fixed


def mend(text: str, path: str, rules: Sequence[Rule], *, unsafe: bool = False) -> Fixed:
    """All changes at once, then one by one. A change that does not help, or makes something new, is taken back."""
    fixed = Fixed(path, text, text)
    tried: set[tuple[object, ...]] = set()
    try:
        found = _fixable(text, path, rules, unsafe)
        if found:
            _attempt(fixed, found, aloud=False)
        for _ in range(MAX_ROUNDS if found else 0):
            found = [finding for finding in _fixable(fixed.after, path, rules, unsafe) if _key(finding) not in tried]
            if not found:
                break
            tried.add(_key(found[0]))
            _attempt(fixed, found[:1], aloud=True)
    except CannotStore as error:
        fixed.refused.append(f"{path} is left as it is: {error}.")
    except Exception as error:  # a mistake in one file must not keep the others from being mended
        return Fixed(path, text, text, 0, [f"{path} is left as it is: {type(error).__name__} on the way."])
    return fixed


def _fixable(text: str, path: str, rules: Sequence[Rule], unsafe: bool) -> list[Finding]:
    found = examine_text(text, path, rules).findings
    return [finding for finding in found if is_mended(finding, unsafe=unsafe)]


def _key(finding: Finding) -> tuple[object, ...]:
    place = finding.fault.place
    return finding.rule.id, finding.fault.message, place and (place.cell, place.line)


def _attempt(fixed: Fixed, findings: list[Finding], *, aloud: bool) -> None:
    """Change the text, if that takes findings away and adds none; ``aloud``: else say that it did not."""
    program, cells = read_source(fixed.after, fixed.path), cells_of(fixed.after, fixed.path)
    proposed = proposal(program, findings, cells)
    changed = {cell.number: rewritten(cell.code, proposed.changes[cell.number]) for cell in cells}
    changed = {cell.number: changed[cell.number] for cell in cells if changed[cell.number] != cell.code}
    if not changed:
        return
    text = with_code(fixed.after, fixed.path, changed)
    result = read_source(text, fixed.path)
    better = _improvement(program, result, findings)
    if better and proposed.holds(result):
        fixed.after, fixed.count = text, fixed.count + better
    elif aloud:
        rule = findings[0].rule.id
        fixed.refused.append(
            f"{where(findings[0])}: {rule} is left as it is: rewritten, it did not read as it should."
        )


def _improvement(before: Program, after: Program, findings: list[Finding]) -> int:
    """How many findings are gone; 0 if one is new, if the models are no longer the same, or if the aim was missed."""
    if len(after.failures) > len(before.failures) or _models(before) != _models(after):
        return 0
    rules = list(all_rules().values())
    old, new = (
        Counter(finding.rule.id for finding in diagnosed(program, rules, program.path)) for program in (before, after)
    )
    if new - old or not any(new[finding.rule.id] < old[finding.rule.id] for finding in findings):
        return 0
    return old.total() - new.total()


def _models(program: Program) -> list[list[str]]:
    """Every operation of every model, in words; what is unknown has no number."""
    return [
        [
            _UNKNOWN.sub("unknown", repr((o.kind, sorted(o.settings.items()), o.inputs)))
            for o in model.anatomy.operations
        ]
        for model in program.models
    ]
