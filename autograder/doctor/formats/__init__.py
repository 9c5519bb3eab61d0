"""What the doctor found, for people (text, HTML) and for programs (JSON, SARIF)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from autograder.rules.rule import Level

if TYPE_CHECKING:
    from autograder.doctor.examine import Examined
    from autograder.rules.rule import Finding

FORMATS = ("text", "json", "sarif", "html")


def message_of(finding: Finding) -> str:
    """What is wrong; where there is no source to point at, with the layer's name."""
    message, layer = finding.fault.message, finding.fault.layer
    return message if finding.place or not layer or repr(layer) in message else f"{message} (layer {layer!r})"


def summary(examined: Iterable[Examined]) -> str:
    """One line with counts."""
    files = list(examined)
    levels = Counter(finding.rule.level for one in files for finding in one.findings)
    unread = sum(not one.readable for one in files)
    where = _counted(len(files), files[0].kind if len(files) == 1 else "file")
    if not levels:
        return f"Nothing found in {where}."
    counts = ", ".join(_counted(levels[level], level.value) for level in Level)
    lost = f" {_counted(unread, 'file')} could not be read." if unread else ""
    return f"{_counted(levels.total(), 'finding')} in {where}: {counts}.{lost}"


def _counted(number: int, name: str) -> str:
    return f"{number} {name}{'' if number == 1 else 's'}"
