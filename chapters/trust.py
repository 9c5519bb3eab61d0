"""The page that says what the book was made with, when its chapters ran, and what is checked."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from importlib.metadata import packages_distributions, version
from pathlib import Path
from platform import python_version

import yaml
from execution import read_chapters
from jupyter_cache import get_cache
from sphinx_external_toc.parsing import parse_toc_yaml

PAGE = Path("chapters") / "trust.md"
_PACKAGES = ("keras", "tensorflow", "numpy", "pandas", "sklearn", "matplotlib", "jupyter_book", "nbgrader")

_TEXT = """\
---
myst:
  html_meta:
    description: >-
      What this book was built with and when: versions, commit, the seconds that each chapter ran, what is checked at
      each build, and what nobody promises.
---

# What you can check

This page is written by the build of the book, not by hand.

## What it was made with

{made}

| package | version |
|---|---|
{versions}

## When the chapters ran

A chapter runs again when its code, or a file that it reads, has changed. Its prose may be newer than its numbers; the
numbers in the prose are always those of this run.

| chapter | ran on | seconds |
|---|---|---:|
{runs}

## What is checked

**At each build.** A cell that stops ends the build, and so does a single warning: a link that leads nowhere, a term
that no glossary has, a page that would load a file from another site. Many chapters also hold their prose to the
numbers: where a sentence says that one network is better, a hidden cell stops the build if it is not.

**By {tests} tests**, before a change is accepted. The verdicts that chapters print are compared with those that the
[ledger](claims.md) computes. Every page is opened in a browser, wide and narrow, light and dark: its
links, its search, its width, and what screen readers need. The right answers and the wrong ones of every graded
notebook are judged again.

## What nobody promises

- A verdict holds for the data and the networks that were run. Many of the data are simulated or small; each chapter
  says which.
- “Undecided” is a result. The [ledger](claims.md) lists what is.
- Seconds depend on the machine, and on what else it does.
- Another version of Keras may answer differently. The chapters say so where we know it.
"""


def write(root: Path) -> None:
    """Write the page, if the book has it; its date makes it new every day."""
    if PAGE.with_suffix("").as_posix() not in parse_toc_yaml(root / "_toc.yml"):
        return
    config = yaml.safe_load((root / "_config.yml").read_text(encoding="utf-8"))
    cache = get_cache(root / config["execute"]["cache"])
    records = (
        (chapter.page, cache.match_cache_notebook(chapter.notebook)) for chapter in read_chapters(root, config)[0]
    )
    runs = [(page, record.created, float(record.data["execution_seconds"])) for page, record in records]
    projects = packages_distributions()  # TensorFlow is tensorflow-cpu on some machines
    versions = {"Python": python_version()} | {(name := min(projects[one])): version(name) for one in _PACKAGES}
    files = root.glob("tests/**/test_*.py")
    tests = sum(len(re.findall(r"^ *def test_", path.read_text("utf-8"), re.MULTILINE)) for path in files)
    text = page(runs, versions, tests, made(datetime.now(UTC), commit(root)))
    target = root / PAGE
    if not target.is_file() or target.read_text(encoding="utf-8") != text:
        target.write_text(text, encoding="utf-8")


def page(runs: Iterable[tuple[Path, datetime, float]], versions: Mapping[str, str], tests: int, how: str) -> str:
    """The page's text."""
    return _TEXT.format(
        made=how,
        versions="\n".join(f"| {name} | {number} |" for name, number in versions.items()),
        runs="\n".join(f"| []({path.name}) | {day:%Y-%m-%d} | {took:.0f} |" for path, day, took in runs),
        tests=tests,
    )


def made(day: datetime, commit: str) -> str:
    """When, and from which state of the repository."""
    where = f" from {commit}" if commit else ", outside a git repository"
    return f"Built on {day:%Y-%m-%d}{where}."


def commit(root: Path) -> str:
    """The commit in ``root``, in words that say whether files differ from it; nothing where git knows none."""
    call = ["git", "-C", str(root), "describe", "--always", "--dirty", "--exclude=*"]
    try:
        said = subprocess.run(call, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603 (ours)
    except (OSError, subprocess.CalledProcessError):
        return ""
    clean = said.removesuffix("-dirty")
    return f"commit `{clean}`" + (", with changes that are not committed" if clean != said else "")
