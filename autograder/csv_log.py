"""A CSV table that grows by a line whenever something is finished, and that an interruption leaves whole."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path


def append(path: Path, *rows: Mapping[str, object]) -> None:
    """Append lines in a single write, after a header if the file is new.

    Raises:
        ValueError: the columns are not those of the file.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    header = _header(path)
    for row in rows:
        if not header:
            header = list(row)
            writer.writerow(header)
        if header != list(row):
            raise ValueError(f"{path.name} has the columns {header}, this line has {list(row)}: delete the file")
        writer.writerow(row.values())
    path.parent.mkdir(exist_ok=True)
    with path.open("a", encoding="utf-8") as stream:
        stream.write(text.getvalue())


def drop_torn_line(path: Path) -> None:
    """Cut off a last line that an interruption left unfinished."""
    if path.is_file() and not (text := path.read_bytes()).endswith(b"\n"):
        path.write_bytes(text[: text.rfind(b"\n") + 1])


def _header(path: Path) -> list[str]:
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as stream:
        return next(csv.reader(stream), [])
