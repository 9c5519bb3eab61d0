"""The doctor in a reader's browser: a file's name and bytes in, JSON out. Nothing is run, nothing is kept.

The page of the book calls it in Pyodide, so it imports nothing but the standard library.
"""

from __future__ import annotations

import json
import re
from typing import Any

from autograder.anatomy.source.cells import Cell, split
from autograder.doctor.examine import Examined, examine, examine_bytes
from autograder.doctor.formats.records import record
from autograder.doctor.formats.text import why
from autograder.rules import all_rules
from autograder.rules.rule import Finding

ALL = tuple(all_rules().values())


def examined(name: str, content: Any) -> str:
    """What the rules find in the bytes of a file, as JSON.

    ``text`` is what an editor shows, None for a saved model; of a notebook it is the code of its cells, and the
    ``line`` of each finding counts in it.
    """
    saved = name.endswith((".keras", ".h5", ".hdf5"))
    found = _model(name, bytes(content)) if saved else examine_bytes(bytes(content), name, ALL)
    text, starts = _shown(found)
    findings = [_finding(one, starts, shown=text is not None) for one in found.findings]
    return json.dumps({"text": text, "findings": findings, "readable": found.readable})


def _model(name: str, content: bytes) -> Examined:
    """A saved model: its reader wants a file."""
    from pathlib import Path  # noqa: PLC0415  (scripts do without)
    from tempfile import TemporaryDirectory  # noqa: PLC0415

    with TemporaryDirectory() as folder:
        path = (Path(folder) / "model").with_suffix(Path(name).suffix)
        path.write_bytes(content)
        return examine(str(path), ALL)


def _shown(found: Examined) -> tuple[str | None, dict[int, int]]:
    """The text for an editor; of a notebook, how many lines of it stand before each cell."""
    if not found.path.endswith(".ipynb") or not found.readable:
        return found.text or None, {}
    starts, lines = {}, list[str]()
    for cell in split(found.text, found.path):
        if isinstance(cell, Cell) and cell.number is not None:
            lines.append(f"# %% cell {cell.number + 1}")
            starts[cell.number + 1] = len(lines)
            lines += re.split(r"\r\n|\r|\n", cell.code)
    return "\n".join(lines) + "\n", starts


def _finding(finding: Finding, starts: dict[int, int], *, shown: bool) -> dict[str, Any]:
    """A finding with its reason, where the book teaches it, and its line in what is shown, if anything is."""
    found = record(finding)
    if found["line"] is not None:
        found["line"] = found["line"] + starts.get(found.get("cell", 0), 0) if shown else None
    del found["path"]  # of a saved model, a file that is gone by now
    return found | {"why": why(finding.rule), "learn": finding.rule.learn}
