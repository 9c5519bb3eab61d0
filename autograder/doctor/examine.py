"""One file, or one live model, and what the rules find in it. Never raises, whatever is inside."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from autograder.anatomy.source import Failure, Program, load, read_source
from autograder.anatomy.source.cells import decode
from autograder.anatomy.unknown import Place
from autograder.doctor import patience, reading
from autograder.doctor.ignoring import Ignored
from autograder.doctor.pointing import pointed
from autograder.rules import diagnose, each_fault_once
from autograder.rules.rule import Finding, Level, Rule

STDIN = "<stdin>"
# A file that was only met on the way, and shows none of these, is no business of ours.
_HINT = re.compile(r"keras|tensorflow|Sequential|Dense\(|\bModel\(", re.IGNORECASE)


_OLD_FORMATS = (".h5", ".hdf5")
_OLD_FORMAT = "This is HDF5, the format of earlier versions of Keras, which is not read here."


@dataclass(frozen=True)
class Examined:
    """A file with its findings.

    Attributes:
        path: as it was named.
        findings: in the order of the file.
        readable: False if something of it was lost, because it could not be read or parsed.
        text: what was read; empty for a model.
        kind: the word for it, when it is counted.
    """

    path: str
    findings: tuple[Finding, ...] = ()
    readable: bool = True
    text: str = field(default="", repr=False)
    kind: str = field(default="file", repr=False)


def examine(path: str, rules: Iterable[Rule], *, named: bool = True) -> Examined:
    """A file; one that was not ``named`` but only met in a folder is silent if it has nothing to do with Keras."""
    if path.endswith(".keras"):
        return _archive(path, rules)
    if path.endswith(_OLD_FORMATS):
        return Examined(path, (reading.archive(_OLD_FORMAT, path),), readable=False)
    text = load(path)
    if isinstance(text, Failure):
        return Examined(path, (reading.finding_of(text, path),), readable=False)
    if not named and not _concerns_us(text, path):
        return Examined(path)
    return examine_text(text, path, rules)


def examine_bytes(content: bytes, path: str, rules: Iterable[Rule]) -> Examined:
    """What came on standard input."""
    text = decode(content, path)
    if isinstance(text, Failure):
        return Examined(path, (reading.finding_of(text, path),), readable=False)
    return examine_text(text, path, rules)


def _concerns_us(text: str, path: str) -> bool:
    return bool(_HINT.search(text)) and ("{code-cell}" in text or not path.endswith(".md"))


def examine_text(text: str, path: str, rules: Iterable[Rule]) -> Examined:
    """The text of a script, a notebook or a MyST page; from stdin, the text itself says which."""
    try:
        with patience.at_most(patience.SECONDS):
            return _in_time(text, path, rules)
    except patience.TimeUp:
        return _without_end("program", path, text)


def _without_end(what: str, path: str, text: str = "") -> Examined:
    failure = Failure("budget", f"This {what} takes too long to follow.", Place(path, 1))
    return Examined(path, (reading.finding_of(failure, path),), readable=False, text=text)


def _in_time(text: str, path: str, rules: Iterable[Rule]) -> Examined:
    program = read_source(text, _form(text) if path == STDIN else path)
    failures = [reading.finding_of(failure, path) for failure in program.failures]
    found = [*failures, *diagnosed(program, rules, path)]
    ignored = Ignored(text, program.path)
    kept = pointed([finding for finding in found if not ignored.covers(finding)], text, program.path)
    lost = any(failure.fatal for failure in program.failures)
    return Examined(path, tuple(sorted(kept, key=_in_file)), not lost, text)


def _form(text: str) -> str:
    start = text.lstrip()[:1]
    return f"{STDIN}.ipynb" if start == "{" else f"{STDIN}.md" if "```{code-cell}" in text else STDIN


def _archive(path: str, rules: Iterable[Rule]) -> Examined:
    from autograder.anatomy.archive import ArchiveError  # noqa: PLC0415  (zipfile: scripts do without)
    from autograder.doctor.models import program_of_file  # noqa: PLC0415

    try:
        with patience.at_most(patience.SECONDS):
            return Examined(path, tuple(diagnosed(program_of_file(path), rules, path)))
    except ArchiveError as error:
        return Examined(path, (reading.archive(f"{error}.", path),), readable=False)
    except patience.TimeUp:
        return _without_end("model", path)


def examine_model(model: Any, rules: Iterable[Rule]) -> Examined:
    """A live Keras model."""
    from autograder.doctor.models import program_of_model  # noqa: PLC0415

    program = program_of_model(model)
    return Examined(program.path, tuple(diagnosed(program, rules, program.path)), kind="model")


def diagnosed(program: Program, rules: Iterable[Rule], path: str) -> list[Finding]:
    """What the rules find; one that raises something is a finding itself, and the others go on."""
    found: list[Finding] = []
    for rule in rules:
        try:
            found += [Finding(rule, finding.fault, path) for finding in diagnose(program, [rule])]
        except Exception as error:
            found.append(reading.mistake(rule.id, error, path))
    return each_fault_once(found)


def _in_file(finding: Finding) -> tuple[int, int, int, int, str]:
    place = finding.place
    order = list(Level).index(finding.rule.level)
    return (place.cell or 0, place.line, place.column, order, finding.rule.id) if place else (0, 0, 0, order, "")
