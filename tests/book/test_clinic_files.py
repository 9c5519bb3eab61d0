"""What the clinic's page is made from, and the book without it."""

import json
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def clinic(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(ROOT / "chapters")
    import clinic

    yield clinic
    sys.modules.pop("clinic", None)


def test_without_npm_the_page_says_that_the_clinic_is_left_out(clinic, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    said: list[str] = []
    clinic.write(tmp_path, said.append)
    assert "npm is not installed" in said[0]
    assert "not part of this build" in (tmp_path / "_build" / "clinic" / "part.html").read_text(encoding="utf-8")
    assert not list((tmp_path / "_build" / "static").rglob("*.*"))


def test_the_archive_holds_all_that_the_doctor_imports_and_no_more(clinic, tmp_path: Path) -> None:
    first = clinic._doctor(ROOT / "autograder", tmp_path / "doctor.zip")
    assert clinic._doctor(ROOT / "autograder", tmp_path / "again.zip") == first
    names = zipfile.ZipFile(tmp_path / "doctor.zip").namelist()
    assert "autograder/doctor/clinic.py" in names
    assert "autograder/anatomy/source/keras_api.json" in names
    assert not [name for name in names if "/judge/" in name or "pycache" in name]


def test_only_the_inline_scripts_of_the_page_itself_may_run(clinic, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<meta content="script-src INLINE"><script>one()</script><script src="two.js"></script>', "utf-8")
    clinic.seal(page)
    sealed = page.read_text(encoding="utf-8")
    assert sealed.count("'sha256-") == 1
    clinic.seal(page)
    assert page.read_text(encoding="utf-8") == sealed


def test_every_package_is_pinned_with_its_checksum(clinic) -> None:
    lock = json.loads((clinic.OURS / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: about for name, about in lock["packages"].items() if name}
    assert "node_modules/pyodide" in packages
    assert all(about["integrity"].startswith("sha512-") for about in packages.values())
