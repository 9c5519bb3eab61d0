"""Build the book: ``python chapters/build.py [--strict]``.

Chapters are executed once and their outputs kept under ``_build/``. Jupyter's cache only looks at a chapter's
own code, so the folder of the cache carries a hash of everything else that an output depends on: locked
packages, the package's code that chapters import, data and the results of experiments (`INPUTS`).

Every warning is an error. ``--strict`` reads every page afresh, as a check should.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml
from rich.console import Console

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "_build"
LOG = BUILD / "book.log"
UNFINISHED = BUILD / "unfinished"
INPUTS = (
    "requirements.lock",
    "autograder/__init__.py",
    "autograder/datasets/**/*.py",
    "autograder/plots.py",
    "data/*",
    "experiments/results/*.csv",
)
QUIET = {
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_ENABLE_ONEDNN_OPTS": "0",
    "CUDA_VISIBLE_DEVICES": "-1",
    "TF_NUM_INTRAOP_THREADS": "1",
    "TF_NUM_INTEROP_THREADS": "1",
    "OMP_NUM_THREADS": "1",
}
TROUBLE = re.compile(r"(ERROR|WARNING|CRITICAL|\w+Error|Exception):")
FAILED = re.compile(r"(chapters/\S+\.md): WARNING: Executing notebook failed")
REMOTE = re.compile(
    r"""<(?:script|img|iframe)[^>]*\ssrc=["']?(?:https?:)?//|<link[^>]*\srel=["']?(?:stylesheet|preload)[^>]*//"""
)


def inputs_hash() -> str:
    """A short hash of the names and bytes of all files that `INPUTS` names."""
    digest = hashlib.sha256()
    for path in sorted({path for pattern in INPUTS for path in ROOT.glob(pattern) if path.is_file()}):
        digest.update(f"{path.relative_to(ROOT).as_posix()} {path.stat().st_size}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def cache_folder() -> Path:
    """The execution cache for the present inputs; those of other inputs are removed."""
    cache = BUILD / f"executed-{inputs_hash()}"
    for old in BUILD.glob("executed-*"):
        if old != cache:
            shutil.rmtree(old)
    return cache


def write_config(cache: Path) -> Path:
    """A copy of ``_config.yml`` that names the execution cache."""
    config = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))
    config["execute"]["cache"] = cache.relative_to(ROOT).as_posix()
    path = BUILD / "_config.yml"
    path.write_text(yaml.safe_dump(config), encoding="utf-8")
    return path


def command(config: Path, *, everything: bool) -> list[str]:
    """The call of jupyter-book."""
    program = Path(sys.executable).with_name("jupyter-book")
    options = ["--toc", "_toc.yml", "--config", str(config.relative_to(ROOT)), "-W", "-n", "--keep-going"]
    return [str(program), "build", ".", *options, *(["--all"] if everything else [])]


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
    plain = re.sub(r"\x1b\[[\d;]*m", "", line).strip()
    if match := re.match(r"(?:\S*chapters/)(\S+\.md): Executing notebook", plain):
        yield f"  running {match[1]} …"
    elif match := re.search(r"chapters/(\S+\.md): Executed notebook in ([\d.]+)", plain):
        yield f"  ran {match[1]} in {float(match[2]):.0f} s"
    elif match := re.match(r"(reading|writing) (?:sources|output)\.\.\. \[ *(\d+)%\] (\S+)", plain):
        yield f"  {match[1]} {match[3]} ({match[2]} %)"


def complain(console: Console) -> None:
    """Say in one sentence that the book failed, and quote the lines that say why."""
    lines = [re.sub(r"\x1b\[[\d;]*m", "", line) for line in LOG.read_text(encoding="utf-8").splitlines()]
    for line in dict.fromkeys(line for line in lines if TROUBLE.search(line)):
        console.print(f"  {line.strip()}", style="red", highlight=False, markup=False, soft_wrap=True)
    failed = [match[1] for line in lines if (match := FAILED.search(line))]
    reason = f"{' and '.join(failed)} stopped at an error" if failed else "there were warnings"
    sentence = f"The book is not built: {reason}. All that was printed is in {LOG}."
    console.print(sentence, highlight=False, soft_wrap=True)


def pages_that_ask_the_network() -> list[str]:
    """The built pages that load a script, a style, a font or a picture from another site."""
    pages = (BUILD / "html").rglob("*.html")
    return sorted(page.name for page in pages if REMOTE.search(page.read_text(encoding="utf-8")))


def main() -> int:
    """Build the book and print where it begins; the exit code is 0 if there was not a single warning."""
    parser = argparse.ArgumentParser(description="Build the book into _build/html.")
    parser.add_argument("--strict", action="store_true", help="read every page afresh (executed chapters are kept)")
    arguments = parser.parse_args()
    console = Console()
    BUILD.mkdir(exist_ok=True)
    cache = cache_folder()
    # Sphinx reads a page again if its text changed, not if the page failed or its inputs changed
    everything = arguments.strict or UNFINISHED.exists() or not cache.exists()
    UNFINISHED.touch()
    if run_and_log(command(write_config(cache), everything=everything), console) != 0:
        complain(console)
        return 1
    if remote := pages_that_ask_the_network():
        console.print(f"The book is not fit to publish: {', '.join(remote)} would load files from another site.")
        return 1
    UNFINISHED.unlink()
    index = BUILD / "html" / "index.html"
    console.print(f"The book is at {index}", highlight=False, soft_wrap=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
