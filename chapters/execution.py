"""Execute the chapters side by side, and only those whose outputs may have changed.

Outputs are kept in Jupyter's cache, where Sphinx finds them. That cache looks at a chapter's own code. What else
the outputs came from is written into the cache's record: the fingerprints of the repository's files that the
chapter read or imported while it ran (``recorder/``), of `ALWAYS`, and the `settings`. A chapter runs again when
one of them differs.
"""

from __future__ import annotations

import asyncio
import hashlib
import math
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from jupyter_cache import get_cache
from jupyter_cache.base import CacheBundleIn, JupyterCacheAbstract
from myst_nb.core.read import MystMetadataParsingError, is_myst_markdown_notebook, read_myst_markdown_notebook
from myst_parser.config.main import MdParserConfig
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError
from nbformat import NotebookNode
from sphinx_external_toc.parsing import parse_toc_yaml

from autograder.environment import TENSORFLOW, cores, thread_variables

RECORDER = "chapters/recorder"
ALWAYS = ("requirements.lock", f"{RECORDER}/sitecustomize.py")
QUIET = TENSORFLOW | thread_variables(1)
SLOW = 60
"""Seconds that a chapter should stay under."""

Say = Callable[[str], None]


@dataclass
class Chapter:
    """A page with code; the seconds that a cell may take, and those that all took if they ran now."""

    page: Path
    notebook: NotebookNode
    timeout: int
    seconds: float = 0.0


@dataclass(frozen=True)
class Failure:
    """Why a chapter could not be executed: the line of the page, one message, and all that Python said."""

    page: Path
    line: int
    message: str
    traceback: str


class Loop(asyncio.SelectorEventLoop):
    """An event loop that leaves Ctrl-C to asyncio, which stops all chapters: nbclient's handler would stop one."""

    def add_signal_handler(self, *_: Any) -> None:  # type: ignore[override]
        """Refuse, as a loop outside the main thread does."""
        raise RuntimeError("Ctrl-C belongs to asyncio")


def execute(root: Path, say: Say) -> list[Failure]:
    """Bring the outputs of all chapters of the book in ``root`` up to date, and return what failed.

    As many chapters run at a time as there are cores, the longest first. An interruption keeps those that are done.
    """
    config = yaml.safe_load((root / "_config.yml").read_text(encoding="utf-8"))
    cache = get_cache(root / config["execute"]["cache"])
    chapters, failures = read_chapters(root, config)
    waiting = pending(chapters, cache, root)

    async def side_by_side() -> list[Failure | None]:
        free = asyncio.Semaphore(cores())
        async with asyncio.TaskGroup() as group:  # unlike gather, it ends after all kernels did
            tasks = [group.create_task(run_and_keep(chapter, cache, root, free, say)) for chapter in waiting]
        return [task.result() for task in tasks]

    with asyncio.Runner(loop_factory=Loop) as runner:
        failures += filter(None, runner.run(side_by_side()))
    for chapter in waiting:
        if chapter.seconds > SLOW:
            say(f"  {chapter.page.name} took {chapter.seconds:.0f} s; chapters should stay under {SLOW} s")
    return failures


def read_chapters(root: Path, config: dict[str, Any]) -> tuple[list[Chapter], list[Failure]]:
    """The pages with code that the table of contents names, read as Sphinx will read them."""
    syntax = MdParserConfig(enable_extensions=set(config["parse"]["myst_enable_extensions"]))
    chapters, failures = [], []
    for name in parse_toc_yaml(root / "_toc.yml"):
        page = root / f"{name}.md"
        text = page.read_text(encoding="utf-8") if page.is_file() else ""
        if not is_myst_markdown_notebook(text):
            continue
        try:
            notebook = read_myst_markdown_notebook(text, syntax, add_source_map=True, path=page)
        except MystMetadataParsingError as error:
            failures.append(Failure(page, 1, str(error), str(error)))
        else:
            own = notebook.metadata.get("mystnb", {})
            chapters.append(Chapter(page, notebook, own.get("execution_timeout", config["execute"]["timeout"])))
    return chapters, failures


def pending(chapters: list[Chapter], cache: JupyterCacheAbstract, root: Path) -> list[Chapter]:
    """Those of ``chapters`` that must run: first what never ran, then what ran longest the last time."""
    last = {Path(record.uri): record.data["execution_seconds"] for record in cache.list_cache_records()}
    stale = (chapter for chapter in chapters if not is_fresh(chapter, cache, root))
    return sorted(stale, key=lambda chapter: -last.get(chapter.page, math.inf))


def is_fresh(chapter: Chapter, cache: JupyterCacheAbstract, root: Path) -> bool:
    """Whether the cache holds outputs of this code, and nothing that they came from has changed."""
    try:
        record = cache.match_cache_notebook(chapter.notebook)
        cache.get_cache_bundle(record.pk)
    except (KeyError, ValueError):  # never executed, or its outputs are lost or damaged
        return False
    inputs = record.data.get("inputs", {"": "not known"})
    unchanged = all(fingerprint(root / name) == known for name, known in inputs.items())
    return unchanged and record.data["settings"] == settings()


async def run_and_keep(
    chapter: Chapter, cache: JupyterCacheAbstract, root: Path, free: asyncio.Semaphore, say: Say
) -> Failure | None:
    """Run ``chapter`` when a core is free and put its outputs into the cache, or return why not."""
    async with free:
        say(f"  running {chapter.page.name} …")
        started = time.time()
        with tempfile.TemporaryDirectory() as folder:
            notes = Path(folder, "notes")
            failure = await run(chapter, environment(root, notes))
            inputs = fingerprints(notes, root, started)
        seconds = time.time() - started
        if failure:
            say(f"  {chapter.page.name} stopped at an error after {seconds:.0f} s")
            return failure
        chapter.seconds = seconds
        read_again(chapter.page, root)
        record = {"execution_seconds": seconds, "inputs": inputs, "settings": settings()}
        bundle = CacheBundleIn(chapter.notebook, str(chapter.page), data=record)
        cache.cache_notebook_bundle(bundle, check_validity=False, overwrite=True)
        say(f"  ran {chapter.page.name} in {seconds:.0f} s")
        return None


async def run(chapter: Chapter, environment: dict[str, str]) -> Failure | None:
    """Execute the cells of ``chapter`` in a fresh kernel; the outputs stand in its notebook afterwards."""
    at = 0

    def note_cell(cell: NotebookNode, cell_index: int) -> None:
        nonlocal at
        at = cell_index

    client = NotebookClient(
        chapter.notebook,
        timeout=chapter.timeout,
        record_timing=False,  # it would stand in the cells' metadata, and Sphinx would not know them again
        on_cell_execute=note_cell,
        shutdown_kernel="immediate",
        resources={"metadata": {"path": str(chapter.page.parent)}},
    )
    try:
        await client.async_execute(env=environment, stderr=subprocess.DEVNULL)  # what cells say is in the outputs
    except CellExecutionError as error:
        message, everything = f"{error.ename}: {error.evalue}", error.traceback
    except CellTimeoutError as error:
        message, everything = f"the cell ran longer than {chapter.timeout} s", str(error)
    except Exception as error:  # a kernel that died or did not start must not stop the others
        if (task := asyncio.current_task()) and task.cancelling():  # nbclient takes Ctrl-C for a dead kernel
            raise asyncio.CancelledError from error
        message, everything = f"{type(error).__name__}: {error}", str(error)
    else:
        return None
    return Failure(chapter.page, chapter.notebook.metadata["source_map"][at], plain(message), plain(everything))


def environment(root: Path, notes: Path) -> dict[str, str]:
    """What a chapter's kernel finds in its environment: the repository's own package and data, and one thread."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("AUTOGRADER_")}
    path = os.pathsep.join([str(root / RECORDER), str(root)])
    return inherited | QUIET | {"PYTHONPATH": path, "BOOK_NOTES": str(notes)}


def settings() -> dict[str, str]:
    """What outputs depend on beside files."""
    return {"python": sys.version} | QUIET


def fingerprints(notes: Path, root: Path, started: float) -> dict[str, str]:
    """The fingerprint of each of the repository's files that ``notes`` names.

    A file that was changed after the chapter ``started`` gets one that no file has: nobody knows what was read.
    """
    lines = notes.read_text(encoding="utf-8", errors="surrogateescape").splitlines() if notes.exists() else []
    paths = {Path(line) for line in lines} | {root / name for name in ALWAYS}
    return {
        path.relative_to(root).as_posix(): "changed meanwhile" if changed(path) > started else fingerprint(path)
        for path in sorted(paths)
        if belongs_to(root, path)
    }


def belongs_to(root: Path, path: Path) -> bool:
    """Whether ``path`` is a source of the book: in the repository, and not installed, hidden or built."""
    if not path.is_relative_to(root) or path.is_relative_to(sys.prefix):
        return False
    parts = path.relative_to(root).parts
    return parts[:1] != ("_build",) and not any(part.startswith(".") for part in parts)


def changed(path: Path) -> float:
    """When the file or folder last changed, in seconds since 1970; 0 if there is none."""
    return path.stat().st_ctime if path.exists() else 0.0


def fingerprint(path: Path) -> str:
    """The SHA-256 of a file's bytes, or of the names in a folder."""
    if path.is_dir():
        content = "\n".join(sorted(child.name for child in path.iterdir())).encode(errors="surrogateescape")
    elif path.is_file():
        content = path.read_bytes()
    else:
        return "missing"
    return hashlib.sha256(content).hexdigest()


def read_again(chapter: Path, root: Path) -> None:
    """Let Sphinx read the pages again that show outputs of ``chapter``: itself, and those that quote its numbers."""
    for page in chapter.parent.glob("*.md"):
        if page == chapter or f"{chapter.name}::" in page.read_text(encoding="utf-8"):
            doctree = root / "_build" / ".doctrees" / page.relative_to(root).with_suffix(".doctree")
            doctree.unlink(missing_ok=True)


def plain(text: str) -> str:
    """``text`` without colours."""
    return re.sub(r"\x1b\[[\d;]*m", "", text)
