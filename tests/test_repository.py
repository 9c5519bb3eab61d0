"""The repository itself: what it promises about its set-up, its lock, its documents and its data."""

import fnmatch
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from autograder.cli.app import app

ROOT = Path(__file__).resolve().parents[1]
PYPROJECT_TEXT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
PYPROJECT = tomllib.loads(PYPROJECT_TEXT)
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
DOCUMENTS = ("README.md", "CONTRIBUTING.md")
DATA = sorted(path for path in (ROOT / "data").iterdir() if path.suffix in {".csv", ".npz"})


# --- dependencies ---------------------------------------------------------------------------------------------


def dependency_texts() -> list[str]:
    project = PYPROJECT["project"]
    extras = project["optional-dependencies"].values()
    lists = [project["dependencies"], *extras, PYPROJECT["build-system"]["requires"]]
    return [text for names in lists for text in names]


def locked() -> dict[str, list[tuple[str, list[str]]]]:
    """Name → (version, hashes) of each of its entries: a package may be locked once per platform or Python."""
    found: dict[str, list[tuple[str, list[str]]]] = {}
    for entry in re.split(r"\n(?=\S)", LOCK):
        pinned = re.match(r"([\w.-]+)==([^\s;\\]+)", entry)
        assert pinned, f"not an exact pin: {entry[:80]}"
        hashes = re.findall(r"--hash=sha256:([0-9a-f]{64})\b", entry)
        found.setdefault(canonicalize_name(pinned[1]), []).append((pinned[2], hashes))
    return found


def has_reason(lines: list[str], number: int) -> bool:
    """A comment on the line itself, or above it; entries of one family, such as tensorflow's, may share that."""
    if "#" in lines[number].rpartition('"')[2]:
        return True
    line, above = lines[number].strip(), lines[number - 1].strip()
    return above.startswith("#") or (family(above) == family(line) and has_reason(lines, number - 1))


def family(entry: str) -> str:
    return re.match(r'"?(\w*)', entry)[1]


@pytest.mark.parametrize("requirement", sorted(set(dependency_texts())))
def test_every_dependency_has_its_reason_beside_it(requirement):
    lines = PYPROJECT_TEXT.splitlines()
    numbers = [number for number, line in enumerate(lines) if f'"{requirement}"' in line]
    assert numbers
    assert all(has_reason(lines, number) for number in numbers)


@pytest.mark.parametrize("requirement", [Requirement(text) for text in sorted(set(dependency_texts()))], ids=str)
def test_the_lock_satisfies(requirement):
    entries = locked().get(canonicalize_name(requirement.name), [])
    assert entries, f"{requirement.name} is not in requirements.lock: run make lock"
    for version, _ in entries:
        assert requirement.specifier.contains(version), f"locked at {version}: run make lock"


def test_every_locked_package_has_hashes():
    assert [name for name, entries in locked().items() if not all(hashes for _, hashes in entries)] == []


def test_the_installed_packages_are_the_locked_ones():
    """Otherwise the rest of the suite tests something else than what the lock promises."""
    freeze = subprocess.run(
        [sys.executable, "-m", "pip", "freeze", "--disable-pip-version-check", "--exclude-editable"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    installed = dict(line.split("==") for line in freeze.stdout.splitlines() if "==" in line)
    versions = {name: {version for version, _ in entries} for name, entries in locked().items()}
    different = {
        name: version
        for name, version in installed.items()
        if version not in versions.get(canonicalize_name(name), ())
    }
    assert different == {}


# --- documents ------------------------------------------------------------------------------------------------


def test_the_citation_is_complete_and_of_this_version():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= citation.keys()
    assert citation["version"] == PYPROJECT["project"]["version"]
    assert PYPROJECT["project"]["license"] in citation["license"]


def test_the_changelog_begins_with_what_is_not_released_yet():
    headings = re.findall(r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[0] == "Unreleased"


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_lead_somewhere(document):
    text = (ROOT / document).read_text(encoding="utf-8")
    targets = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    assert [target for target in targets if not (ROOT / target).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_commands_it_names_exist(document):
    text = (ROOT / document).read_text(encoding="utf-8")
    code = "\n".join(code_in(text))
    made = {target for words in re.findall(r"\bmake((?: [a-z]+)+)", code) for target in words.split()}
    assert made, "names no make command at all"
    assert made <= documented_targets().keys()
    typed = set(re.findall(r"\bautograder ([a-z][a-z-]+)", code))
    assert typed <= {command.name or command.callback.__name__ for command in app.registered_commands} | {
        group.name for group in app.registered_groups
    }


def test_the_table_of_rooms_stands_in_the_order_of_the_contract():
    layers = PYPROJECT["tool"]["importlinter"]["contracts"][0]["layers"]
    level = {room: number for number, layer in enumerate(layers) for room in layer.split(" | ")}
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = re.search(r"^\| room \| does \|\n(.+?)\n\n", text, re.DOTALL | re.MULTILINE)[1]
    rooms = [room for row in table.splitlines()[1:] for room in re.findall(r"`(\w+)/?`", row.split("|")[1])]
    assert sorted(rooms) == sorted(level)
    assert [level[room] for room in rooms] == sorted(level.values())


def code_in(text: str) -> list[str]:
    blocks = re.findall(r"```sh\n(.+?)```", text, re.DOTALL)
    return blocks + re.findall(r"`([^`\n]+)`", re.sub(r"```.+?```", "", text, flags=re.DOTALL))


# --- data -----------------------------------------------------------------------------------------------------


def test_there_is_data():
    assert DATA


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.name)
def test_data_is_what_its_checksum_says(path):
    checksum, name = path.with_name(path.name + ".sha256").read_text(encoding="ascii").split()
    assert (checksum, name) == (hashlib.sha256(path.read_bytes()).hexdigest(), path.name)


# --- text that would only be true on one machine --------------------------------------------------------------


def text_files() -> Iterator[Path]:
    """Everything git would track, as far as it is text."""
    ignored = [*(ROOT / ".gitignore").read_text(encoding="utf-8").replace("/\n", "\n").split(), ".git"]
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [name for name in folders if not any(fnmatch.fnmatch(name, pattern) for pattern in ignored)]
        for path in (Path(folder, name) for name in files):
            if b"\0" not in path.read_bytes()[:8000]:
                yield path


MACHINE_PATH = re.compile(r"(?<![\w.~})$-])/(?:root|work|opt|home/\w+|Users/\w+)/\w")
REGISTRY = re.compile(
    r"pypi\.org|pythonhosted\.org|npmjs\.(org|com)|(deb|security)\.debian\.org|archive\.ubuntu\.com"
)


@pytest.mark.parametrize("pattern", [MACHINE_PATH, REGISTRY], ids=["machine paths", "registries"])
def test_no_text_names(pattern):
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:120]}"
        for path in text_files()
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1)
        if pattern.search(line)
    ]
    assert found == []


def test_the_patterns_above_find_what_they_should():
    assert MACHINE_PATH.search("see " + "/".join(["", "home", "ada", "course"]))
    assert not MACHINE_PATH.search("course" + "/".join(["", "work", "file"]))
    assert REGISTRY.search("https://" + ".".join(["pypi", "org"]))


# --- make -----------------------------------------------------------------------------------------------------


def documented_targets() -> dict[str, str]:
    return dict(re.findall(r"^([a-z]+):.*?  ## (.+)$", MAKEFILE, re.MULTILINE))


def test_every_target_is_documented():
    (phony,) = re.findall(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)
    assert set(phony.split()) == documented_targets().keys()


def test_plain_make_lists_every_target():
    shown = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for target, does in documented_targets().items():
        assert re.search(rf"make {target} +{re.escape(does)}", shown)


def test_ci_runs_the_readmes_test_command(tmp_path):
    fake(tmp_path / "make", 'echo "CI=$CI make $*"; exit 3')
    environment = {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    run = subprocess.run([ROOT / ".ci" / "run"], env=environment, capture_output=True, text=True, check=False)
    assert (run.stdout.strip(), run.returncode) == ("CI=true make test", 3)


# --- tests that need a program --------------------------------------------------------------------------------


@pytest.fixture
def run_marked(tmp_path):
    """Runs a test that requires a program, on a machine with or without it; returns what pytest printed."""

    def run(program: str, *, installed: bool, ci: str = "") -> str:
        source = f"import pytest\n\n@pytest.mark.requires_program({program!r})\ndef test_it(): pass\n"
        (tmp_path / "test_it.py").write_text(source, encoding="utf-8")
        programs = tmp_path / "bin"
        programs.mkdir()
        if installed:
            fake(programs / program, "exit 0")
        places = os.pathsep.join([str(ROOT / "tests"), str(ROOT / "scripts")])
        return subprocess.run(
            [sys.executable, "-m", "pytest", "-ra", "-p", "conftest", "-p", "no:cacheprovider", tmp_path],
            cwd=tmp_path, env={"PATH": str(programs), "PYTHONPATH": places, "CI": ci},
            capture_output=True, text=True, check=False,
        ).stdout  # fmt: skip

    return run


def test_a_test_runs_where_its_program_is(run_marked):
    assert "1 passed" in run_marked("chromium", installed=True, ci="true")


def test_a_missing_program_skips_its_tests_and_says_how_to_install_it(run_marked):
    said = run_marked("chromium", installed=False)
    assert "1 skipped" in said
    assert "sudo apt-get install chromium" in said


def test_a_missing_program_fails_its_tests_in_ci(run_marked):
    said = run_marked("chromium", installed=False, ci="true")
    assert "1 error" in said
    assert "sudo apt-get install chromium" in said


def test_a_program_must_be_listed_with_its_packages(run_marked):
    said = run_marked("unlisted", installed=True)
    assert "1 error" in said
    assert "system-packages.txt" in said


# --- set-up ---------------------------------------------------------------------------------------------------

FAKE_PYTHON = """
case "$*" in
    *print*version_info*) echo 3.11 ;;
    *version_info*) exit "${UNSUITABLE:-0}" ;;
    *ensurepip*) exit "${WITHOUT_ENSUREPIP:-0}" ;;
    "-m venv --clear .venv") echo venv >>did; rm -rf .venv; mkdir -p .venv/bin; cp "$0" .venv/bin/python ;;
    "-m pip install"*) echo pip >>did; cp fake-uv .venv/bin/uv ;;
    *) echo "unexpected: $*" >&2; exit 9 ;;
esac
"""
FAKE_UV = """
echo "$2" >>did
exit "${FAILING:-0}"
"""
TOOLS = ("sh", "cat", "cmp", "cp", "dirname", "env", "id", "mkdir", "rm", "sed")


def fake(path: Path, script: str) -> None:
    """A program that does what ``script`` says."""
    path.write_text(f"#!{shutil.which('sh')}\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


class Machine:
    """A checkout on a machine that has nothing but ``TOOLS``, a Python and an uv that only note what they did."""

    def __init__(self, root: Path) -> None:
        self.checkout = root / "a checkout"
        self.programs = root / "bin"
        self.programs.mkdir()
        for tool in TOOLS:
            (self.programs / tool).symlink_to(shutil.which(tool))
        shutil.copytree(ROOT / "scripts", self.checkout / "scripts")
        for name in ("requirements.lock", "pyproject.toml"):
            shutil.copy(ROOT / name, self.checkout)
        fake(self.programs / "uname", "echo ${SYSTEM:-Linux}")
        fake(self.programs / "python3.11", FAKE_PYTHON)
        fake(self.checkout / "fake-uv", FAKE_UV)

    def set_up(self, **environment: str) -> tuple[list[str], str, int]:
        """What it did, what it said on stderr, and its exit code."""
        did = self.checkout / "did"
        did.write_text("", encoding="utf-8")
        run = subprocess.run(
            ["sh", "scripts/setup.sh"],
            cwd=self.checkout, env={"PATH": str(self.programs), **environment}, capture_output=True, text=True,
            check=False,
        )  # fmt: skip
        return did.read_text(encoding="utf-8").split(), run.stderr, run.returncode


EVERYTHING = ["venv", "pip", "sync", "install"]


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path)


def test_set_up_is_done_once(machine):
    assert machine.set_up() == (EVERYTHING, "", 0)
    assert machine.set_up() == ([], "", 0)


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml"])
def test_set_up_follows_the_lock(machine, name):
    machine.set_up()
    with (machine.checkout / name).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert machine.set_up() == (EVERYTHING[1:], "", 0)
    assert machine.set_up() == ([], "", 0)


def test_set_up_starts_afresh_after_an_interruption(machine):
    did, said, code = machine.set_up(FAILING="1")
    assert (did, code) == (EVERYTHING[:3], 1)
    assert "run the same command again" in said
    assert machine.set_up() == (EVERYTHING, "", 0)


def test_set_up_starts_afresh_when_its_python_is_gone(machine):
    machine.set_up()
    (machine.checkout / ".venv" / "bin" / "python").unlink()
    assert machine.set_up() == (EVERYTHING, "", 0)


def test_set_up_starts_afresh_in_a_checkout_that_was_moved(machine):
    """Programs in a virtual environment name its folder."""
    machine.set_up()
    machine.checkout = machine.checkout.rename(machine.checkout.with_name("elsewhere"))
    assert machine.set_up()[0] == EVERYTHING


@pytest.mark.parametrize(
    ("environment", "says"),
    [
        ({"SYSTEM": "MINGW64_NT"}, "Linux and macOS, and this is MINGW64_NT"),
        ({"UNSUITABLE": "1"}, "Python 3.11, 3.12 or 3.13 is missing"),
        ({"PYTHON": "no-such-python"}, "PYTHON=no-such-python is not"),
        ({"WITHOUT_ENSUREPIP": "1"}, "apt-get install python3.11-venv"),
    ],
    ids=["another system", "no Python", "a wrong PYTHON", "no ensurepip"],
)
def test_set_up_says_what_is_missing(machine, environment, says):
    did, said, code = machine.set_up(**environment)
    assert (did, code) == ([], 1)
    assert says in said
