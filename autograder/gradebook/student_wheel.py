"""What students install: a wheel made of this very package, without anything that would answer an exercise.

It holds the check and all that it needs, the doctor, simulated data, and of each exercise its rubric, whose criteria
``ag.check`` shows, and its hints. It holds no solution, no wrong answer, no made-up class, no notebook with marking
notes, and no real data: their rows are in the files that a release gives, less those that the course holds out.
"""

from __future__ import annotations

import base64
import hashlib
import re
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

from autograder import book
from autograder.datasets.files import data_folder
from autograder.datasets.runs import results_folder
from autograder.exercises import files_for_students

_PACKAGE = Path(__file__).resolve().parents[1]
_MODULES = (
    "__init__", "__main__", "aside", "book", "checking", "cli/__init__", "curves", "environment", "errors",
    "exercises", "hinting", "plots", "quiet", "shipped", "stopwatch",
)  # fmt: skip
_ROOMS = ("anatomy", "datasets", "doctor", "evidence", "judge", "kernel", "ledger", "report", "rubric", "rules")
_FOR_INSTRUCTORS = {
    "judge": {"trial.py", "validity.py"},
    "kernel": {"kernel.json"},
    "report": {"attention.py", "classroom.css", "classroom.html", "classroom.js", "classroom.py", "feedback.css",
               "feedback.html", "feedback.py", "harmless.py", "start-here.html"},
}  # fmt: skip
_NEEDS = {
    "h5py", "ipykernel", "jinja2", "keras", "libcst", "markupsafe", "matplotlib", "numpy", "pandas", "pillow", "rich",
    "scipy", "tensorflow", "tensorflow-cpu",
}  # fmt: skip
_LAB = 'jupyterlab>=4; extra == "lab"'  # not everybody works there: an editor and Colab have a page of their own
_SAME_DATE = (2020, 1, 1, 0, 0, 0)  # the same package, the same bytes


def student_wheel(folder: Path) -> Path:
    """Write the wheel into ``folder``; returns its path.

    If the variable ``AUTOGRADER_BOOK`` says where the book is, links in the wheel lead there.
    """
    own = distribution("autograder")
    files = dict(_files())
    version = f"{own.version}+student.v{_digest(files)}"  # pip installs no second package of the same version
    about = f"autograder-{version}.dist-info"
    files |= {f"{about}/{name}": content for name, content in _about(own, version)}
    files[f"{about}/RECORD"] = _record(files, about)
    wheel = folder / f"autograder-{version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(entry(name), content)
    return wheel


def entry(name: str) -> zipfile.ZipInfo:
    """A file's place in an archive that has the same bytes each time."""
    found = zipfile.ZipInfo(name, _SAME_DATE)
    found.compress_type, found.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
    return found


def _files() -> Iterator[tuple[str, bytes]]:
    """Everything in the package, by its path in the wheel."""
    for module in _MODULES:
        yield f"autograder/{module}.py", (_PACKAGE / f"{module}.py").read_bytes()
    for room in _ROOMS:
        for path in _regular(_PACKAGE / room):
            if path.name not in _FOR_INSTRUCTORS.get(room, ()):
                yield f"autograder/{path.relative_to(_PACKAGE).as_posix()}", path.read_bytes()
    for path in files_for_students():
        yield f"autograder/exercises/{path.parent.name}/{path.name}", path.read_bytes()
    for sheet in sorted(data_folder().glob("*.md")):
        yield f"autograder/data/{sheet.name}", sheet.read_bytes()
    experiments = results_folder().parent
    for path in (*_regular(experiments / "claims"), *_regular(experiments / "results")):
        yield f"autograder/experiments/{path.relative_to(experiments).as_posix()}", path.read_bytes()
    if where := book.named():
        yield f"autograder/{book.FILE}", where.encode()


def _regular(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and path.parent.name != "__pycache__")


def _about(own: Distribution, version: str) -> Iterator[tuple[str, bytes]]:
    """What installers read, taken from what is installed here."""
    needs = [text for text in own.requires or () if "extra ==" not in text and _name(text) in _NEEDS]
    lines = [
        "Metadata-Version: 2.4",
        "Name: autograder",
        f"Version: {version}",
        "Summary: Checks the exercises of a course on debugging neural networks, and your own Keras programs.",
        f"License-Expression: {own.metadata['License-Expression']}",
        f"Requires-Python: {own.metadata['Requires-Python']}",
        *(f"Requires-Dist: {text}" for text in (*needs, _LAB)),
        "Provides-Extra: lab",
    ]
    yield "METADATA", "\n".join([*lines, ""]).encode()
    yield "WHEEL", b"Wheel-Version: 1.0\nGenerator: autograder\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    yield "entry_points.txt", b"[console_scripts]\nautograder = autograder.cli:main\n"
    for path in own.files or ():
        if path.parent.name == "licenses":
            yield f"licenses/{path.name}", path.read_binary()


def _digest(files: dict[str, bytes]) -> str:
    """Eight letters that are others as soon as the contents are."""
    contents = hashlib.sha256()
    for name, content in files.items():
        contents.update(f"{name} {len(content)} ".encode() + content)
    return contents.hexdigest()[:8]


def _name(requirement: str) -> str:
    found = re.match(r"[\w.-]+", requirement)
    return found[0].lower() if found else ""


def _record(files: dict[str, bytes], about: str) -> bytes:
    rows = []
    for name, content in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip("=")
        rows.append(f"{name},sha256={digest},{len(content)}")
    return "\n".join([*rows, f"{about}/RECORD,,", ""]).encode()
