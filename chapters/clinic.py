"""What the clinic's page needs besides its words: an editor, Python for browsers, the doctor. Made into ``_build``.

The two programs come from npm, in the versions and with the checksums of ``clinic/package-lock.json``. Where npm or
the network is missing, the book is built without them, and the page says so.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import zipfile
from base64 import b64encode
from collections.abc import Callable
from html import escape
from pathlib import Path

OURS = Path(__file__).with_name("clinic")
PYODIDE = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
ROOMS = ("__init__.py", "book.py", "errors.py", "quiet.py", "anatomy", "rules", "doctor")
"""What the doctor imports of us."""
EXAMPLES = {
    "distance": "The same number for every input",
    "wine": "Validation is worse than training",
    "fabric": "The curves are jagged",
}
_TIME = (1980, 1, 1, 0, 0, 0)
_ABSENT = """<p id="clinic"><strong>The clinic is not part of this build.</strong>
It was made without npm, or without a network: <code>make book</code> with both adds it.
On the command line, <code>autograder doctor FILE</code> says the same.</p>
"""


def write(root: Path, say: Callable[[str], None]) -> None:
    """Make the files below ``root``; what is as it should be is left alone."""
    build = root / "_build" / "clinic"
    folder = root / "_build" / "static" / "clinic"
    folder.mkdir(parents=True, exist_ok=True)
    build.mkdir(exist_ok=True)
    problem = _fetch(build)
    if problem:
        say(f"  the clinic is left out: {problem}")
        shutil.rmtree(folder)
        _keep(build / "part.html", _ABSENT.encode())
        return
    for name in PYODIDE:
        _keep(folder / name, (build / "node_modules" / "pyodide" / name).read_bytes())
    for name in ("style.css", "worker.js"):
        _keep(folder / name, (OURS / name).read_bytes())
    _bundle(build, folder / "page.js")
    _keep(folder / "doctor.zip", _doctor(root / "autograder", build / "doctor.zip"))
    _keep(build / "part.html", _part(folder).encode())


def seal(page: Path) -> None:
    """Name the theme's inline scripts in the page's policy, by their checksums: no other script runs there."""
    html = page.read_text(encoding="utf-8")
    inline = re.findall(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", html, re.DOTALL)
    page.write_text(html.replace("INLINE", " ".join(map(_checksum, inline)), 1), encoding="utf-8")


def _checksum(script: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def _fetch(build: Path) -> str:
    """Install the packages of the lock file, unless they are there; what went wrong, in a few words."""
    lock = (OURS / "package-lock.json").read_bytes()
    stamp = build / "installed"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == hashlib.sha256(lock).hexdigest():
        return ""
    if not (npm := shutil.which("npm")):
        return "npm is not installed"
    for name in ("package.json", "package-lock.json"):
        shutil.copy(OURS / name, build / name)
    call = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=0"]
    done = subprocess.run(call, cwd=build, capture_output=True, text=True, check=False)  # noqa: S603 - a fixed call
    if done.returncode != 0:
        return f"npm could not fetch its parts ({next(iter(done.stderr.splitlines()), 'no reason given')})"
    stamp.write_text(hashlib.sha256(lock).hexdigest(), encoding="utf-8")
    return ""


def _bundle(build: Path, target: Path) -> None:
    """The page's script with the editor in it."""
    call: list[str | Path] = [
        build / "node_modules" / ".bin" / "esbuild", OURS / "page.js", "--bundle", "--minify", "--format=iife",
        "--charset=utf8", "--log-level=warning", "--legal-comments=inline", f"--outfile={target}",
    ]  # fmt: skip
    environment = {"NODE_PATH": str(build / "node_modules"), "PATH": str(Path(shutil.which("node") or "").parent)}
    subprocess.run(call, env=environment, check=True)  # noqa: S603 - a fixed call


def _doctor(package: Path, archive: Path) -> bytes:
    """The doctor's own Python, and what it imports, as one archive; the same sources give the same bytes."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as out:
        for room in ROOMS:
            below = sorted((package / room).rglob("*")) if (package / room).is_dir() else [package / room]
            for path in below:
                if path.suffix in {".py", ".json"}:
                    entry = zipfile.ZipInfo(f"autograder/{path.relative_to(package).as_posix()}", _TIME)
                    out.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)
    return archive.read_bytes()


def _part(folder: Path) -> str:
    """The markup of the clinic, with the examples and the number of bytes that the doctor consists of."""
    size = sum((folder / name).stat().st_size for name in (*PYODIDE, "doctor.zip") if not name.endswith("js"))
    examples = "".join(
        f'<button type="button" data-example>{escape(title)}</button>'
        f"<template>{escape((OURS / 'examples' / f'{name}.py').read_text(encoding='utf-8'))}</template>\n"
        for name, title in EXAMPLES.items()
    )
    page = (OURS / "page.html").read_text(encoding="utf-8")
    return page.replace("@BYTES@", str(size)).replace("@EXAMPLES@", examples)


def _keep(path: Path, content: bytes) -> None:
    """Write a file only if it changes: Sphinx reads again what is younger than its page."""
    if not path.is_file() or path.read_bytes() != content:
        path.write_bytes(content)
