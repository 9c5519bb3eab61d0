"""Look at what was handed in before anything opens it."""

from __future__ import annotations

import json
import os
import re
import stat
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any

import nbformat
from nbformat.corpus.words import generate_corpus_id

MAX_BYTES = 50 << 20
MAX_CELLS = 2000
MAX_CODE = 1_000_000
"""Characters of all code together: what compiles, checks and colours code takes minutes for ten times as many."""
MOST_FILES = 1000
MOST_READ = 4 * MAX_BYTES
"""Bytes of a folder that are looked at: more than any submission that is graded."""
MAX_DEPTH = 60
MOST_PARTS = 200_000
"""Texts, numbers, lists and dictionaries of a notebook, its outputs aside: a file has room for millions of them, and
copies of so many fill the machine."""
COPIES = ".ipynb_checkpoints"
"""The folder in which Jupyter keeps an older copy of each notebook."""
_MOST_NAMES = 10
_KERNELSPEC = {"name": "python3", "display_name": "Python 3", "language": "python"}
_KINDS = frozenset({"code", "markdown", "raw"})
_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
_CONFLICT = re.compile(r"^[ \t]*[\"']?(<{7}|={7}|>{7})", re.MULTILINE)
_CHECK = re.compile(rb"""check\((?:\\"|')([A-Za-z0-9_-]+)(?:\\"|')""")
_OTHER_FILES = {b"%PDF": "a PDF", b"PK\x03\x04": "a zip archive", b"\x1f\x8b": "a gzip archive"}
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class UnreadableError(Exception):
    """A submission that cannot be graded; the message says what is wrong, where, and what to do."""


def handed_in(folder: Path, exercise: str) -> tuple[Path, str]:
    """The notebook in a student's folder, and a remark if it is odd that it should be this one.

    Learning platforms and browsers rename what is handed in. A notebook under another name counts if it is the only
    one in the folder that asks for a check of this exercise.
    """
    expected = folder / f"{exercise}.ipynb"
    if any(part.is_symlink() for part in (folder.parent, folder, expected)):
        return expected, ""
    asks = {path: asks_for(path.read_bytes()) for path in _notebooks(folder)}
    fitting = [path for path, asked in asks.items() if exercise in asked]
    if expected.exists():
        others = [str(path.relative_to(folder)) for path in fitting if path != expected]
        return expected, _doubt(exercise, asks.get(expected, set()), others)
    if len(fitting) != 1:
        return expected, ""
    name = fitting[0].relative_to(folder)
    return fitting[0], f"The notebook was handed in as {str(name)!r}; it is the only one here for {exercise}."


def _doubt(exercise: str, asked: set[str], others: list[str]) -> str:
    """Why the notebook of the right name may be the wrong one; empty if there is no doubt."""
    if others:
        return f"Beside it lies what was not graded and is for {exercise}, too: {', '.join(map(repr, others))}."
    if asked and exercise not in asked:
        return f"The notebook asks for a check of {', '.join(sorted(asked))}: it is that of another exercise."
    return ""


def _notebooks(folder: Path) -> Iterator[Path]:
    left = MOST_READ
    for number, path in enumerate(regular_files(folder)):
        left -= path.stat().st_size
        if number == MOST_FILES or left < 0:
            return
        is_own = path.suffix == ".ipynb" and COPIES not in path.relative_to(folder).parts
        if is_own and path.stat().st_size <= MAX_BYTES:
            yield path


def asks_for(notebook: bytes) -> set[str]:
    """The exercises for which a notebook, whole or cut short, calls ``ag.check``."""
    return {name.decode() for name in _CHECK.findall(notebook)}


def regular_files(folder: Path) -> Iterator[Path]:
    """The regular files below a folder by their names; folders deeper than :data:`MAX_DEPTH` are left out."""
    for parent, folders, names in os.walk(folder):
        if len(Path(parent).relative_to(folder).parts) >= MAX_DEPTH:
            folders.clear()
        folders.sort()
        for path in (Path(parent, name) for name in sorted(names)):
            if _is_regular(path):
                yield path


def _is_regular(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:  # a path longer than any program can name
        return False


def read_submission(path: Path) -> Any:
    """The notebook at ``path``, without outputs: whatever Jupyter itself opens, in the newest format.

    Raises:
        UnreadableError: it is missing, cut short, or not a notebook.
    """
    _require_file(path)
    content = _with_cells(_json(path, _text(path)))
    _require_cells(path, content)
    cells = _cells(content["cells"])
    plain = {"nbformat": 4, "nbformat_minor": 5, "metadata": _metadata(content), "cells": cells}
    code = sum(len(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    if code > MAX_CODE:
        raise UnreadableError(
            f"{path.name} has {code} characters of code; at most {MAX_CODE} are run. Put data into a file beside it."
        )
    if too_deep(plain):
        raise UnreadableError(
            f"{path.name} is nested more than {MAX_DEPTH} deep. Hand in the notebook as Jupyter saves it."
        )
    if _parts(plain) > MOST_PARTS:
        raise UnreadableError(
            f"{path.name} holds more than {MOST_PARTS} texts, numbers and lists beside its outputs. Hand in the "
            "notebook as Jupyter saves it."
        )
    # a half character, which JSON can spell and no file can hold, becomes a question mark
    text = json.dumps(plain, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8")
    try:
        notebook = nbformat.reads(text, as_version=4)
        nbformat.validate(notebook)
    except Exception as error:  # nbformat raises many kinds
        reason = f"{str(error)[:200]}\n".splitlines()[0]
        raise UnreadableError(
            f"{path.name} is not a valid notebook: {reason}. Open it in Jupyter, save it and hand it in again."
        ) from error
    return notebook


def _with_cells(content: Any) -> Any:
    """A notebook; one of version 3 has its cells in worksheets."""
    sheets = content.get("worksheets") if isinstance(content, dict) and "cells" not in content else None
    if not isinstance(sheets, list):
        return content
    held = (sheet.get("cells") for sheet in sheets if isinstance(sheet, dict))
    return {**content, "cells": list(chain.from_iterable(cells for cells in held if isinstance(cells, list)))}


def _metadata(content: Any) -> dict[str, Any]:
    given = content.get("metadata")
    kernelspec = given.get("kernelspec") if isinstance(given, dict) else None
    complete = isinstance(kernelspec, dict) and all(
        isinstance(kernelspec.get(key), str) for key in ("name", "display_name")
    )
    return {"kernelspec": kernelspec if complete else _KERNELSPEC}


def _cells(given: list[Any]) -> list[dict[str, Any]]:
    """The cells with what a notebook may hold, each under a name of its own; outputs are thrown away."""
    names: set[str] = set()
    cells = []
    for cell in given:
        told = cell if isinstance(cell, dict) else {"cell_type": "raw", "source": cell}
        kind = told.get("cell_type")
        name = told.get("id")
        if not isinstance(name, str) or not _NAME.fullmatch(name) or name in names:
            name = generate_corpus_id()
            while name in names:
                name = generate_corpus_id()
        names.add(name)
        metadata = told.get("metadata")
        plain = {
            "id": name,
            "cell_type": "markdown" if kind == "heading" else kind if kind in _KINDS else "raw",
            "metadata": metadata if isinstance(metadata, dict) else {},
            "source": _source(told.get("source", told.get("input"))),
        }
        if plain["cell_type"] == "code":
            plain |= {"outputs": [], "execution_count": None}
        elif attachments := _attachments(told.get("attachments")):
            plain["attachments"] = attachments
        cells.append(plain)
    return cells


def _source(given: Any) -> str:
    lines = given if isinstance(given, list) else [given]
    return "".join(line for line in lines if isinstance(line, str))


def _attachments(given: Any) -> dict[str, dict[str, str]]:
    """Pictures and the like, by name and kind."""
    return {
        name: {kind: content for kind, content in kinds.items() if isinstance(content, str)}
        for name, kinds in (given.items() if isinstance(given, dict) else ())
        if isinstance(kinds, dict)
    }


def _require_file(path: Path) -> None:
    for part in (path.parent.parent, path.parent, path):
        if part.is_symlink():
            raise UnreadableError(f"{part.name} is a link to somewhere else. Hand in the notebook itself.")
    if path.exists() and not path.is_file():
        raise UnreadableError(f"{path.name} is not a regular file. Hand in the notebook itself.")
    if not path.is_file():
        others = sorted(other.name for other in path.parent.glob("*") if other.is_file())
        listed = ", ".join(others[:_MOST_NAMES]) + (", …" if len(others) > _MOST_NAMES else "")
        found = f"the folder holds {listed}" if others else "the folder is empty"
        raise UnreadableError(
            f"{path.name} is missing; {found}. Hand in the notebook under its own name, {path.name}."
        )
    if path.stat().st_size > MAX_BYTES:
        raise UnreadableError(
            f"{path.name} is larger than {MAX_BYTES >> 20} MB. Clear its outputs and hand it in again."
        )


def _text(path: Path) -> str:
    content = path.read_bytes()
    for begin, kind in _OTHER_FILES.items():
        if content.startswith(begin):
            raise UnreadableError(f"{path.name} is {kind}, not a notebook. Hand in the .ipynb file itself.")
    if content.startswith(_UTF_16):
        raise UnreadableError(
            f"{path.name} is written in UTF-16, as some editors save text. Open and save it in Jupyter, or save it "
            "as UTF-8, and hand it in again."
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"{path.name} is not text in UTF-8 (byte {error.start + 1}). Open and save it in Jupyter, and hand it in "
            "again."
        ) from error


def _json(path: Path, text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(_why_not_json(path.name, text, error)) from error


def _why_not_json(name: str, text: str, error: Exception) -> str:
    begin = text.lstrip()[:100].lower()
    if not begin:
        return f"{name} is empty. Save the notebook in Jupyter and hand it in again."
    if begin.startswith("<"):
        return f"{name} is a web page, not a notebook. Hand in the .ipynb file itself, not a page that shows it."
    if not begin.startswith("{"):
        return f"{name} is not a notebook file ({error}). Hand in the .ipynb file itself, not a script or a report."
    if conflict := _CONFLICT.search(text):
        line = text.count("\n", 0, conflict.start()) + 1
        return (
            f"{name} holds the marks of a merge conflict, the first in line {line}. Decide for one version of each "
            "part, open the notebook in Jupyter, save it and hand it in again."
        )
    if isinstance(error, json.JSONDecodeError) and error.msg.startswith("Extra data"):
        return (
            f"{name} goes on behind its end, in line {error.lineno}: two files were joined, or something was pasted. "
            "Save the notebook in Jupyter and hand it in again."
        )
    return (
        f"{name} is not a complete notebook file ({error}). It was probably cut short on the way: download it from "
        "Jupyter again and hand it in again."
    )


def _require_cells(path: Path, content: Any) -> None:
    if not isinstance(content, dict) or not isinstance(content.get("cells"), list):
        raise UnreadableError(
            f"{path.name} is not a notebook: it has no cells. Hand in the .ipynb file itself, not a page or a script "
            "made from it."
        )
    if len(content["cells"]) > MAX_CELLS:
        raise UnreadableError(
            f"{path.name} has {len(content['cells'])} cells; at most {MAX_CELLS} are run. Hand in a shorter notebook."
        )


def too_deep(content: Any) -> bool:
    """Whether lists and dictionaries are nested deeper than what reads them can follow."""
    return any(islice(_levels(content), MAX_DEPTH, None))


def _parts(content: Any) -> int:
    """How many things lists and dictionaries hold, down to the deepest that can be followed."""
    return sum(map(len, islice(_levels(content), MAX_DEPTH)))


def _levels(content: Any) -> Iterator[list[Any]]:
    """What lists and dictionaries hold, one level after the other."""
    level = [content]
    while level:
        yield level
        level = [
            item
            for value in level
            if isinstance(value, dict | list)
            for item in (value.values() if isinstance(value, dict) else value)
        ]
