"""What a change of a file looks like, in the form that ``patch`` takes."""

from __future__ import annotations

from difflib import unified_diff


def difference(before: str, after: str, path: str) -> str:
    """The unified difference of two texts; only a line feed ends a line."""
    old, new = (text.replace("\n", "\n\0").split("\0") for text in (before, after))
    lines = unified_diff([line for line in old if line], [line for line in new if line], path, path)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
