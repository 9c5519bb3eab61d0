"""Building a book of tiny chapters: what runs, what runs again, what is said when it cannot be built."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

CHAPTERS = Path(__file__).resolve().parents[2] / "chapters"
HEAD = """---
jupytext: {{text_representation: {{extension: .md, format_name: myst}}}}
kernelspec: {{display_name: Python 3, language: python, name: python3}}
mystnb: {{execution_timeout: {timeout}}}
---

# {title}

```{{code-cell}} python
{code}
```
"""
CONFIG = """
title: Tiny
only_build_toc_files: true
exclude_patterns: ["_build/**"]
execute: {execute_notebooks: cache, cache: _build/executed, timeout: 30, raise_on_error: true, stderr_output: error}
parse: {myst_enable_extensions: [colon_fence]}
"""
READ = """from pathlib import Path
from myst_nb import glue
import {name}_tools
glue("seen", int(Path("../data/{name}.csv").read_text()))"""


def module(name: str):
    """A module of ``chapters/``."""
    spec = importlib.util.spec_from_file_location(name, CHAPTERS / f"{name}.py")
    found = importlib.util.module_from_spec(spec)
    sys.modules[name] = found
    spec.loader.exec_module(found)
    return found


execution = module("execution")
module("rule_pages")
module("clinic")
module("gallery")
module("pdf")
module("practice")
module("questions")
module("sitemap")
module("taken_away")
module("trust")
build = module("build")


def book(root: Path, *, timeout: int = 30, **code: str) -> Path:
    """A book in ``root`` with a chapter for each keyword: its name and the code of its only cell."""
    (root / "chapters").mkdir(parents=True)
    for program in CHAPTERS.glob("*.py"):
        shutil.copy(program, root / "chapters")
    shutil.copytree(CHAPTERS / "recorder", root / execution.RECORDER, ignore=shutil.ignore_patterns("__pycache__"))
    (root / "_config.yml").write_text(CONFIG)
    listed = "".join(f"\n  - file: chapters/{name}" for name in code)
    (root / "_toc.yml").write_text(f"format: jb-book\nroot: chapters/index\nchapters:{listed}\n")
    (root / "requirements.lock").write_text("numpy==1")
    (root / "chapters" / "index.md").write_text("# Tiny\n\nWine was seen as {glue:text}`wine.md::seen:.0f`.\n")
    for name, lines in code.items():
        page = HEAD.format(title=name, code=lines, timeout=timeout)
        (root / "chapters" / f"{name}.md").write_text(page)
    return root


def run(root: Path) -> tuple[list[str], list]:
    """Execute what is pending: the lines that are said, and the failures."""
    said: list[str] = []
    failures = execution.execute(root, said.append)
    return [line.strip() for line in said], failures


def read(root: Path) -> list:
    """The chapters of the book in ``root``."""
    chapters, failures = execution.read_chapters(root, execution.yaml.safe_load(CONFIG))
    assert not failures
    return chapters


def stale(root: Path) -> set[str]:
    """The chapters that would run."""
    cache = execution.get_cache(root / "_build" / "executed")
    return {chapter.page.stem for chapter in execution.pending(read(root), cache, root)}


def build_book(root: Path, *options: str) -> subprocess.CompletedProcess:
    call = [sys.executable, *options, root / "chapters" / "build.py"]
    return subprocess.run(call, capture_output=True, text=True, check=False, env=os.environ | {"COLUMNS": "200"})


@pytest.fixture(scope="module")
def executed(tmp_path_factory) -> Path:
    """Two chapters that were executed; each reads a file of its own and imports a module of its own."""
    code = {name: READ.format(name=name) for name in ["wine", "city"]}
    root = book(tmp_path_factory.mktemp("executed") / "book", **code)
    (root / "data").mkdir()
    for name in code:
        (root / "data" / f"{name}.csv").write_text("1111")
        (root / f"{name}_tools.py").write_text("import shared\n")
    (root / "shared.py").write_text("")
    said, failures = run(root)
    assert not failures
    assert sorted(line.split(" in ")[0] for line in said if line.startswith("ran")) == ["ran city.md", "ran wine.md"]
    return root


@pytest.fixture
def tiny(executed, tmp_path) -> Path:
    """A copy of the executed book to change."""
    return shutil.copytree(executed, tmp_path / "book")


def test_nothing_runs_again_while_nothing_changes(tiny):
    assert stale(tiny) == set()
    assert run(tiny) == ([], [])


@pytest.mark.parametrize(
    ("changed", "again"),
    [
        ("data/wine.csv", {"wine"}),
        ("city_tools.py", {"city"}),
        ("shared.py", {"wine", "city"}),
        ("requirements.lock", {"wine", "city"}),
        ("chapters/recorder/sitecustomize.py", {"wine", "city"}),
        ("data/other.csv", set()),
        ("chapters/index.md", set()),
    ],
)
def test_a_changed_file_makes_those_chapters_stale_that_read_or_imported_it(tiny, changed, again):
    with (tiny / changed).open("a") as file:
        file.write("\n# changed\n")
    assert stale(tiny) == again


def test_a_lost_file_makes_its_chapter_stale_and_its_return_fresh(tiny):
    content = (tiny / "data" / "wine.csv").read_bytes()
    (tiny / "data" / "wine.csv").unlink()
    assert stale(tiny) == {"wine"}
    (tiny / "data" / "wine.csv").write_bytes(content)
    assert stale(tiny) == set()


def test_prose_may_change_and_code_may_not(tiny):
    page = tiny / "chapters" / "wine.md"
    page.write_text(page.read_text().replace("# wine", "# Red wine"))
    assert stale(tiny) == set()
    page.write_text(page.read_text().replace("import wine_tools", "import wine_tools as tools"))
    assert stale(tiny) == {"wine"}


@pytest.mark.parametrize("name", ["OMP_NUM_THREADS", "NEW_SETTING"])
def test_another_environment_makes_all_chapters_stale(tiny, monkeypatch, name):
    monkeypatch.setitem(execution.QUIET, name, "7")
    assert stale(tiny) == {"wine", "city"}


@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_text("{")])
def test_lost_or_damaged_outputs_are_made_again(tiny, damage):
    for path in (tiny / "_build" / "executed").rglob("base.ipynb"):
        damage(path)
    assert stale(tiny) == {"wine", "city"}


def test_what_a_chapter_reads_is_noted_and_what_it_writes_is_not(tmp_path):
    code = """
import os, subprocess, sys
os.environ["TZ"] = "UTC"
subprocess.run([sys.executable, "-c", "open('../data/by-a-child.txt').read()"], check=True)
os.listdir("../data/folder")
open("../made.txt", "w").write("mine")
open("../made.txt").read()
open("../data/growing.txt").read()
open("../data/growing.txt", "a").write("more")
try:
    open("../data/missing.txt")
except FileNotFoundError:
    pass"""
    root = book(tmp_path / "book", one=code)
    (root / "data" / "folder").mkdir(parents=True)
    (root / "data" / "by-a-child.txt").write_text("1")
    (root / "data" / "growing.txt").write_text("1")
    assert run(root)[1] == []
    (record,) = execution.get_cache(root / "_build" / "executed").list_cache_records()
    noted = {name for name in record.data["inputs"] if not name.startswith(("requirements", execution.RECORDER))}
    assert noted == {f"data/{name}" for name in ["by-a-child.txt", "folder", "growing.txt", "missing.txt"]}
    assert record.data["inputs"]["data/growing.txt"] == "changed meanwhile"
    assert record.data["inputs"]["data/missing.txt"] == "missing"
    assert stale(root) == {"one"}, "nobody knows which state of the growing file was read"


WAIT = """
import pathlib, time
pathlib.Path("{mine}").touch()
end = time.time() + {seconds}
while not pathlib.Path("{other}").exists():
    assert time.time() < end, "alone"
    time.sleep(0.05)"""


def test_chapters_run_side_by_side(tmp_path, monkeypatch):
    monkeypatch.setattr(execution, "cores", lambda: 2)
    meet = {"one": WAIT.format(mine="1", other="2", seconds=25), "two": WAIT.format(mine="2", other="1", seconds=25)}
    assert run(book(tmp_path / "book", **meet))[1] == []


def test_one_core_runs_one_chapter_after_the_other_and_goes_on_after_an_error(tmp_path, monkeypatch):
    monkeypatch.setattr(execution, "cores", lambda: 1)
    monkeypatch.setattr(execution, "SLOW", 0)
    root = book(tmp_path / "book", broken="x = 1\nraise ValueError('the file is cut short')", good="print(1)")
    said, (failure,) = run(root)
    assert [" ".join(line.split()[:2]) for line in said[:4]] == [
        "running broken.md", "broken.md stopped", "running good.md", "ran good.md"
    ]  # fmt: skip
    assert re.fullmatch(r"good\.md took \d+ s; chapters should stay under 0 s", said[4])
    assert (failure.page.name, failure.line) == ("broken.md", 9)
    assert failure.message == "ValueError: the file is cut short"
    assert "raise ValueError" in failure.traceback
    assert stale(root) == {"broken"}


def test_what_never_ran_begins_and_then_what_took_longest(tmp_path):
    root = book(tmp_path / "book", short="1", long="2", middle="3", new="4")
    cache = execution.get_cache(root / "_build" / "executed")
    chapters = read(root)
    for chapter, seconds in zip(chapters, [10, 30, 20], strict=False):
        record = execution.CacheBundleIn(chapter.notebook, str(chapter.page), data={"execution_seconds": seconds})
        cache.cache_notebook_bundle(record, check_validity=False)
    order = execution.pending(chapters, cache, root)
    assert [chapter.page.stem for chapter in order] == ["new", "long", "middle", "short"]


def test_a_cell_that_hangs_and_a_kernel_that_dies_are_failures_of_their_chapters(tmp_path):
    root = book(tmp_path / "book", timeout=2, hangs="import time\ntime.sleep(60)", dies="import os\nos._exit(1)")
    _, failures = run(root)
    messages = {failure.page.stem: failure.message for failure in failures}
    assert messages["hangs"] == "the cell ran longer than 2 s"
    assert messages["dies"].startswith("DeadKernelError")


@pytest.fixture
def interruptible():
    """Programs that a test starts can be interrupted, also where the tests themselves ignore Ctrl-C."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_an_interruption_keeps_the_finished_chapters_and_leaves_no_kernel(tmp_path):
    slow = "import os, pathlib, time\npathlib.Path('pid').write_text(str(os.getpid()))\ntime.sleep(60)"
    quick = "import pathlib, time\nwhile not pathlib.Path('pid').exists():\n    time.sleep(0.1)"
    root = book(tmp_path / "book", slow=slow, quick=quick)
    with (root / "chapters" / "execution.py").open("a") as file:
        file.write("\n\ndef cores():\n    return 2\n")
    call = [sys.executable, root / "chapters" / "build.py"]
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        lines = []
        for line in process.stdout:
            lines.append(line)
            if "ran quick.md" in line:
                process.send_signal(signal.SIGINT)
    assert process.returncode == 130, "".join(lines)
    assert lines[-1].startswith("Interrupted."), "".join(lines)
    assert "stopped" not in "".join(lines)
    assert stale(root) == {"slow"}
    with pytest.raises(ProcessLookupError):
        os.kill(int((root / "chapters" / "pid").read_text()), 0)


def test_sphinx_executes_nothing_and_shows_what_changed_on_every_page_that_quotes_it(tiny):
    log = tiny / "_build" / "book.log"
    built = build_book(tiny)
    assert built.returncode == 0, built.stdout + built.stderr
    assert "Executing notebook" not in log.read_text()
    index = tiny / "_build" / "html" / "chapters" / "index.html"
    assert "1111" in index.read_text()

    (tiny / "data" / "wine.csv").write_text("2222")
    built = build_book(tiny)
    assert built.returncode == 0, built.stdout + built.stderr
    assert "running wine.md" in built.stdout
    assert "city" not in built.stdout
    assert "2222" in index.read_text()


@pytest.fixture
def say(monkeypatch, capsys):
    """What `build.main` prints and returns for the book in a folder."""

    def call(root: Path) -> tuple[int, str]:
        for name, path in {"ROOT": root, "BUILD": root / "_build", "LOG": root / "_build" / "book.log"}.items():
            monkeypatch.setattr(build, name, path)
        monkeypatch.setattr(sys, "argv", ["build.py"])
        return build.main(), " ".join(capsys.readouterr().out.split())

    return call


def test_an_error_in_a_chapter_ends_the_build_with_its_place_and_its_message(tmp_path, say):
    root = book(tmp_path / "book", wine="raise OSError('[data] is missing')")
    code, said = say(root)
    assert code == 1
    assert "chapters/wine.md:9: OSError: [data] is missing" in said
    assert "wine.md stopped at an error" in said
    assert "raise OSError" in (root / "_build" / "book.log").read_text()


def test_without_its_packages_the_build_says_what_to_do(tmp_path):
    built = build_book(book(tmp_path / "book"), "-S")
    assert built.returncode == 1
    assert "is not installed" in built.stderr
    assert "make book" in built.stderr
    assert "Traceback" not in built.stderr


def test_without_jupyter_book_the_build_says_what_to_do(tmp_path, monkeypatch, say):
    monkeypatch.setattr(build, "PROGRAM", tmp_path / "jupyter-book")
    code, said = say(tmp_path)
    assert code == 1
    assert "jupyter-book is missing. Run: make book" in said


def test_a_damaged_table_of_contents_is_named(tmp_path, say):
    root = book(tmp_path / "book")
    (root / "_toc.yml").write_text("format: jb-book\nchapters: []\n")
    code, said = say(root)
    assert code == 1
    assert "_toc.yml cannot be read" in said


def test_a_cell_that_cannot_be_read_is_a_failure_of_its_chapter(tmp_path, say):
    code, said = say(book(tmp_path / "book", wine=":tags: [a\n1"))
    assert code == 1
    assert "wine.md stopped" in said


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("<td>-0.003</td>", "<td>\N{MINUS SIGN}0.003</td>"),
        ("<td>-0.000</td>", "<td>0.000</td>"),
        ('<span class="pasted-text">-1,234.5</span>', '<span class="pasted-text">\N{MINUS SIGN}1,234.5</span>'),
        ('<span class="pasted-text">-12%</span>', '<span class="pasted-text">\N{MINUS SIGN}12%</span>'),
        ("<td>t-test</td><td>-v</td><pre>x = -1</pre>", "<td>t-test</td><td>-v</td><pre>x = -1</pre>"),
        ("<tr><th></th><th>error</th></tr>", "<tr><td></td><th>error</th></tr>"),
    ],
)
def test_numbers_of_tables_and_sentences_have_a_minus_sign(printed, shown):
    assert build.mended(printed) == shown
    assert build.mended(shown) == shown


@pytest.mark.parametrize("tag", ['<script src="https://x.org/a.js">', '<link rel="stylesheet" href="//x.org/a.css">',
                                 '<img alt="" src="http://x.org/a.png">'])  # fmt: skip
def test_a_page_that_loads_from_another_site_is_noticed(tag):
    assert build.REMOTE.search(tag)


@pytest.mark.parametrize(
    "tag", ['<script src="../a.js">', '<a href="https://x.org">', '<link rel="next" href="b.html">']
)
def test_links_and_own_files_are_no_requests(tag):
    assert not build.REMOTE.search(tag)
