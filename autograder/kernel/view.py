"""What a student's code may see of this machine: Python, its packages, the system's libraries. Nothing else."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from autograder.exercises import exercises_folder, files_for_students

_SYSTEM = (
    "/usr", "/lib", "/lib64", "/bin", "/sbin", "/etc/ld.so.cache", "/etc/localtime", "/etc/fonts", "/etc/mime.types",
    "/etc/alternatives", "/sys/devices/system/cpu",
)  # fmt: skip
PACKAGES = frozenset({"site-packages", "dist-packages"})
"""What folders of installed packages are called."""


@dataclass(frozen=True)
class View:
    """Paths shown read-only, folders among them that appear empty, and files in those that appear after all."""

    shown: tuple[Path, ...]
    emptied: tuple[Path, ...]
    kept: tuple[Path, ...]

    def reveals(self, path: Path) -> bool:
        """Whether something at ``path`` can be seen."""
        return any(path.is_relative_to(shown) for shown in self.shown)


def student_view() -> View:
    """The view of a notebook: rubrics and hints, but neither solutions nor the rows held out."""
    from autograder.datasets.files import data_folder  # noqa: PLC0415 (its package takes seconds to import)

    return View(
        shown=machine_view().shown,
        emptied=(exercises_folder(), data_folder()),
        kept=tuple(files_for_students()),
    )


def machine_view() -> View:
    """Python with its packages, this one among them, and the system's programs and libraries."""
    packages = [Path(entry) for entry in sys.path if Path(entry).name in PACKAGES]
    ours = Path(__file__).resolve().parents[1]
    wanted = [*map(Path, _SYSTEM), Path(sys.prefix), Path(sys.base_prefix), *packages, ours]
    return View(shown=_outermost(wanted), emptied=(), kept=())


def _outermost(paths: list[Path]) -> tuple[Path, ...]:
    """Existing paths, as they are named and as they really are, without those that lie inside others."""
    there = {path for named in paths if named.exists() for path in (named, _real(named))}
    return tuple(sorted(path for path in there if not there & set(path.parents)))


def _real(path: Path) -> Path:
    return path if path.parent == Path("/") else path.resolve()
