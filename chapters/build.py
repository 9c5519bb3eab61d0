"""Build the book: ``python chapters/build.py [--strict] [--pdf]``.

First what Sphinx finds ready is written: the pages of the rules (`rule_pages`), what the search knows
(`questions`), the program of the clinic (`clinic`). Then the chapters whose outputs may have changed are executed,
side by side (`execution`), the page about that is written (`trust`), Sphinx makes the pages, they are made to come
fast (`loading`, `stylesheet`), and what readers take away is put beside them: notebooks (`taken_away`) and
exercises (`practice`). Every warning is an error. ``--strict`` reads every page afresh, as a check should;
``--pdf`` also prints all pages into one file (`pdf`).
"""

from __future__ import annotations

import argparse
import fcntl
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

try:
    import clinic
    import loading
    import pdf
    import practice
    import questions
    import rule_pages
    import sitemap
    import stylesheet
    import taken_away
    import trust
    from execution import QUIET, Failure, execute, plain
    from rich.console import Console
    from sphinx_external_toc.parsing import MalformedError

    from autograder.errors import Mendable
    from autograder.ledger.shown import with_minus
except ModuleNotFoundError as missing:
    sys.exit(f"The book cannot be built: {missing.name} is not installed in {sys.prefix}. Run: make book")

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "_build"
LOG = BUILD / "book.log"
UNFINISHED = BUILD / "unfinished"
NEGATIVE = re.compile(r"""(<t[dh]>|<span class="pasted-text">)(-[\d.,]+)(?=%?</)""")
PROGRAM = Path(sys.executable).with_name("jupyter-book")
TROUBLE = re.compile(r"(ERROR|WARNING|CRITICAL|\w+Error|Exception):")
REMOTE = re.compile(
    r"""<(?:script|img|iframe)[^>]*\ssrc=["']?(?:https?:)?//|<link[^>]*\srel=["']?(?:stylesheet|preload)[^>]*//"""
)


def command(*, everything: bool) -> list[str]:
    """The call of jupyter-book."""
    options = ["--toc", "_toc.yml", "--config", "_config.yml", "-W", "-n", "--keep-going"]
    return [str(PROGRAM), "build", ".", *options, *(["--all"] if everything else [])]


def run_and_log(call: list[str], console: Console) -> int:
    """Run ``call``, write what it prints to `LOG`, show one line for each page, return its exit code."""
    with (
        LOG.open("w", encoding="utf-8") as log,
        subprocess.Popen(  # noqa: S603 - our own program with our own options
            call, cwd=ROOT, env=os.environ | QUIET, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        ) as process,
    ):
        assert process.stdout is not None
        for line in process.stdout:
            log.write(line)
            for step in steps(line):
                console.print(step, highlight=False, markup=False)
    return process.returncode


def steps(line: str) -> Iterator[str]:
    """What a line of Sphinx's output says about progress, in the course's words."""
    if match := re.match(r"(reading|writing) (?:sources|output)\.\.\. \[ *(\d+)%\] (\S+)", plain(line).strip()):
        yield f"  {match[1]} {match[3]} ({match[2]} %)"


def name_failures(failures: list[Failure], console: Console) -> None:
    """Say which chapters stopped where and at what; write all that Python said to `LOG`."""
    for failure in failures:
        line = f"  {failure.page.relative_to(ROOT)}:{failure.line}: {failure.message}"
        console.print(line, style="red", highlight=False, markup=False, soft_wrap=True)
    LOG.write_text("\n\n".join(failure.traceback for failure in failures), encoding="utf-8")
    names = " and ".join(failure.page.name for failure in failures)
    sentence = f"The book is not built: {names} stopped at an error. The whole traceback is in {LOG}."
    console.print(sentence, highlight=False, soft_wrap=True)


def name_warnings(console: Console) -> None:
    """Quote the lines of `LOG` that say why Sphinx failed."""
    lines = plain(LOG.read_text(encoding="utf-8")).splitlines()
    for line in dict.fromkeys(line for line in lines if TROUBLE.search(line)):
        console.print(f"  {line.strip()}", style="red", highlight=False, markup=False, soft_wrap=True)
    sentence = f"The book is not built: there were warnings. All that was printed is in {LOG}."
    console.print(sentence, highlight=False, soft_wrap=True)


def mend_numbers_and_tables() -> None:
    """Rewrite what pandas and MyST-NB print in their own way on the built pages; see `mended`."""
    for page in (BUILD / "html" / "chapters").rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        if text != (better := mended(text)):
            page.write_text(better, encoding="utf-8")


def mended(page: str) -> str:
    """A page in which numbers in tables and sentences have a minus sign for the hyphen, and zero has no sign.

    Table heads without a word become plain cells: pandas leaves the corner above an index empty.
    """

    def number(found: re.Match[str]) -> str:
        return found[1] + (with_minus(found[2]) if re.search("[1-9]", found[2]) else found[2][1:])

    return NEGATIVE.sub(number, page).replace("<th></th>", "<td></td>")


def pages_that_ask_the_network() -> list[str]:
    """The built pages that load a script, a style, a font or a picture from another site."""
    pages = (BUILD / "html").rglob("*.html")
    return sorted(page.name for page in pages if REMOTE.search(page.read_text(encoding="utf-8")))


@contextmanager
def alone(console: Console) -> Iterator[None]:
    """Wait until nobody else builds into this folder."""
    BUILD.mkdir(exist_ok=True)
    with (BUILD / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            console.print("Somebody else is building the book in this folder; waiting until that has ended.")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def build(console: Console, *, strict: bool) -> int:
    """Execute what is pending, make the pages, check them; the exit code is 0 if nothing at all was wrong."""
    started, say = time.monotonic(), partial(console.print, highlight=False, markup=False)
    rule_pages.write(ROOT)
    questions.write(ROOT)
    if (ROOT / "chapters" / "clinic.md").is_file():
        clinic.write(ROOT, say)
    if failures := execute(ROOT, say):
        name_failures(failures, console)
        return 1
    trust.write(ROOT)
    # Sphinx reads a page again if its text changed, not if the page failed
    everything = strict or UNFINISHED.exists()
    UNFINISHED.touch()
    if run_and_log(command(everything=everything), console) != 0:
        name_warnings(console)
        return 1
    if (ROOT / "chapters" / "clinic.md").is_file():
        clinic.seal(BUILD / "html" / "chapters" / "clinic.html")
    mend_numbers_and_tables()
    loading.settle(BUILD / "html")
    stylesheet.join(BUILD / "html")
    taken_away.write(ROOT, BUILD / "html")
    practice.write(ROOT, BUILD / "html", say)
    pdf.withdraw(ROOT, BUILD / "html")
    sitemap.write(ROOT, BUILD / "html")
    if remote := pages_that_ask_the_network():
        console.print(f"The book is not fit to publish: {', '.join(remote)} would load files from another site.")
        return 1
    UNFINISHED.unlink()
    sentence = f"The book is at {BUILD / 'html' / 'index.html'} ({time.monotonic() - started:.0f} s)"
    console.print(sentence, highlight=False, soft_wrap=True)
    return 0


def print_all(console: Console) -> None:
    """Print the pages that were just built into one PDF."""
    printed = pdf.write(ROOT, BUILD / "html", partial(console.print, highlight=False, markup=False))
    console.print(f"The book as a PDF is at {printed}", highlight=False, soft_wrap=True)


def main() -> int:
    """Build the book and print where it begins; the exit code is 0 if there was not a single warning."""
    parser = argparse.ArgumentParser(description="Build the book into _build/html.")
    parser.add_argument("--strict", action="store_true", help="read every page afresh (executed chapters are kept)")
    parser.add_argument("--pdf", action="store_true", help="print all pages into one PDF, too (needs Chromium)")
    arguments = parser.parse_args()
    console = Console()
    if not PROGRAM.is_file():
        console.print(f"The book cannot be built: {PROGRAM} is missing. Run: make book", soft_wrap=True)
        return 1
    if arguments.pdf and (lacking := pdf.lacking()):
        console.print(lacking, highlight=False, soft_wrap=True)
        return 1
    try:
        with alone(console):
            code = build(console, strict=arguments.strict)
            if arguments.pdf and code == 0:
                print_all(console)
            return code
    except Mendable as error:
        console.print(f"The book is not built: {error}", markup=False, soft_wrap=True)
        return 1
    except MalformedError as error:
        console.print(f"The book is not built: _toc.yml cannot be read: {error}", markup=False, soft_wrap=True)
        return 1
    except KeyboardInterrupt:
        console.print("Interrupted. Chapters that had finished are kept; the next call goes on.")
        return 130


if __name__ == "__main__":
    sys.exit(main())
