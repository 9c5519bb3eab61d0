"""What all tests share: hypothesis' settings, and the mark of a test that needs a program from outside Python."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings
from private_postgresql import find_programs

# the same examples each time, and no test that fails because the machine is busy
settings.register_profile("course", deadline=None, derandomize=True)
settings.load_profile("course")

LONGEST = (
    "browser/test_book_in_browser.py",  # builds the book on all processors, while the other tests go on
    "end_to_end/test_course.py",
    "gradebook/test_postgresql.py",
    "adversarial/test_adversarial.py",
    "adversarial/test_what_pages_show.py",
    "validity/test_rubrics.py",
    "adversarial/test_three_ways.py",
    "validity/test_recorded.py",
    "judge/test_recipe.py",
    "kernel/test_ordinary_user.py",
    "book/test_build.py",
    "judge/test_measure.py",
    "kernel/test_box.py",
)
"""Files that take longest, in the order in which to begin with them: no worker is left alone with one in the end."""
ROOT = Path(__file__).resolve().parent
SYSTEM_PACKAGES = ROOT.parent / "scripts" / "system-packages.txt"


def pytest_configure(config: pytest.Config) -> None:
    find_programs()
    config.addinivalue_line(
        "markers", "requires_program(name): skip where the program is missing; with CI=true, fail instead"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    places = {ROOT / name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(item.path, len(places)))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark in item.iter_markers("requires_program"):
        (program,) = mark.args
        packages = debian_packages()
        if program not in packages:
            pytest.fail(f"{program} is not listed in {SYSTEM_PACKAGES}: add it with its packages.", pytrace=False)
        if shutil.which(program):
            continue
        reason = f"{program} is missing. On Debian or Ubuntu: sudo apt-get install {packages[program]}"
        if os.environ.get("CI") == "true":
            pytest.fail(f"{reason} (with CI=true nothing is skipped for want of a program)", pytrace=False)
        pytest.skip(reason)


def debian_packages() -> dict[str, str]:
    """Program → the Debian packages that bring it, as words for apt-get."""
    lines = SYSTEM_PACKAGES.read_text(encoding="utf-8").splitlines()
    pairs = (line.split(maxsplit=1) for line in lines if line and not line.startswith("#"))
    return dict(pairs)
