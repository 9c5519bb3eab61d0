"""What the command examines, what it leaves out, and how it ends."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from autograder.doctor import command
from autograder.rules import all_rules

BROKEN = Path(__file__).with_name("broken.py").read_text()
COMMAND = [sys.executable, "-m", "autograder", "doctor"]
RULES = ["order/batch-norm-after-dropout", "keras3/gone-argument"]


def found(ran):
    """Rule and line of each finding in JSON."""
    return [(entry["rule"], entry["line"]) for entry in json.loads(ran.out)]


def test_a_script_with_an_error_ends_with_1(doctor, script):
    ran = doctor(script, "--format", "json")
    assert ran.code == 1
    assert found(ran) == [(RULES[0], 7), (RULES[1], 10)]


@pytest.mark.parametrize(
    ("level", "rules", "code"),
    [
        ("error", RULES[0], 0),
        ("warning", RULES[0], 1),
        ("note", RULES[0], 1),
        ("error", RULES[1], 1),
        ("never", RULES[1], 0),
    ],
)
def test_fail_on_decides_from_which_level_the_exit_code_is_1(doctor, script, level, rules, code):
    assert doctor(script, "--fail-on", level, rules=rules).code == code


def test_a_clean_file_and_a_file_without_keras_are_silent(doctor, tmp_path):
    (tmp_path / "other.py").write_text("print('hello')\n")
    ran = doctor(tmp_path)
    assert (ran.code, ran.out) == (0, "Nothing found in 1 file.\n")


def test_a_folder_is_walked_without_what_is_not_the_authors(doctor, tmp_path, script):
    for folder in ("sub", ".hidden", "node_modules", "own-environment", "venv"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "model.py").write_text(BROKEN)
    (tmp_path / "own-environment" / "pyvenv.cfg").touch()
    (tmp_path / "x.py").mkdir()
    (tmp_path / "x.py" / "inside.py").write_text(BROKEN)
    (tmp_path / "README.md").write_text(f"```python\n{BROKEN}```\n")
    (tmp_path / "page.md").write_text(f"```{{code-cell}} python\n{BROKEN}```\n")
    (tmp_path / "notes.txt").write_text(BROKEN)
    (tmp_path / "circle").symlink_to(tmp_path)
    (tmp_path / "round.py").symlink_to("round.py")
    paths = {os.path.relpath(entry["path"], tmp_path) for entry in json.loads(doctor(tmp_path, "--format=json").out)}
    assert paths == {"train.py", "sub/model.py", "x.py/inside.py", "page.md"}


def test_a_file_that_is_named_twice_is_examined_once(doctor, tmp_path, script):
    assert len(found(doctor(tmp_path, script, f"{tmp_path}/./train.py", "--format", "json"))) == 2


def test_a_notebook_counts_its_cells_from_1_and_lines_within_them(doctor, tmp_path):
    cells = [nbformat.v4.new_markdown_cell("# Text"), nbformat.v4.new_code_cell("%matplotlib inline\n" + BROKEN)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), tmp_path / "lesson.ipynb")
    entries = json.loads(doctor(tmp_path / "lesson.ipynb", "--format", "json").out)
    assert [(entry["cell"], entry["line"]) for entry in entries] == [(2, 8), (2, 11)]
    shown = doctor(tmp_path / "lesson.ipynb", "--verbose").out
    assert f"{tmp_path}/lesson.ipynb:cell 2:8:5: warning[{RULES[0]}]" in shown
    assert "8 |     keras.layers.BatchNormalization()," in shown


def test_a_page_counts_the_lines_of_the_file(doctor, tmp_path):
    (tmp_path / "page.md").write_text(f"# Title\n\n```{{code-cell}} python\n{BROKEN}```\n")
    ran = doctor(tmp_path / "page.md", "--format", "json")
    assert found(ran) == [(RULES[0], 10), (RULES[1], 13)]
    assert "cell" not in json.loads(ran.out)[0]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (BROKEN, 7),
        (f"```{{code-cell}} python\n{BROKEN}```\n", 8),
        (f"```{{code-cell}} python\n:tags: [x]\n:mystnb:\n:  image:\n:    alt: A curve, it's up\n{BROKEN}```\n", 12),
        (json.dumps({"cells": [{"cell_type": "code", "source": BROKEN}]}), 7),
    ],
)
def test_standard_input_says_itself_what_it_is(doctor, content, line):
    ran = doctor("-", "--format", "json", stdin=content.encode())
    assert (json.loads(ran.out)[0]["path"], found(ran)[0]) == ("<stdin>", (RULES[0], line))


def test_every_chapter_of_the_book_can_be_read(doctor):
    pages = sorted((Path(__file__).parents[2] / "chapters").glob("*.md"))
    kinds = {entry["rule"] for entry in json.loads(doctor(*pages, "--format", "json").out)}
    assert len(pages) > 20
    assert "read/syntax" not in kinds


# --- what cannot be read ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("broken.py", b"import keras\nmodel = (\n", "syntax"),
        ("null.py", b"import keras\0\n", "syntax"),
        ("bytes.py", b"import keras\xff\xfe\xfa\n", "unreadable"),
        ("list.ipynb", b'["keras"]', "notebook"),
        ("deep.ipynb", b"[" * 100_000 + b"keras", "notebook"),
        ("no.keras", b"PK\x03\x04 and then nothing", "archive"),
        ("empty.keras", b"", "archive"),
        ("long.py", b"import keras\nx = '" + b"a" * 10_000_000 + b"'\n", "large"),
    ],
)
@pytest.mark.usefixtures("script")
def test_a_file_that_cannot_be_read_is_one_finding_and_ends_with_2(doctor, tmp_path, name, content, kind):
    (tmp_path / name).write_bytes(content)
    ran = doctor(tmp_path, "--format", "json", "--fail-on", "never")
    assert ran.code == 2
    entries = [entry for entry in json.loads(ran.out) if entry["family"] == "read"]
    assert [(entry["rule"], Path(entry["path"]).name) for entry in entries] == [(f"read/{kind}", name)]
    assert len(json.loads(ran.out)) == 3  # the script beside it is examined all the same
    assert f"error[read/{kind}]" in doctor(tmp_path / name).out


@pytest.mark.parametrize("name", ["missing.py", "nul\0l.py", "round.py", "x" * 5000, "\udcff.py"])
def test_a_path_that_leads_nowhere_is_a_finding(doctor, tmp_path, name):
    (tmp_path / "round.py").symlink_to("round.py")
    ran = doctor(f"{tmp_path}/{name}", "--format", "json")
    assert (ran.code, found(ran)) == (2, [("read/unreadable", 1)])
    for form in ("text", "html", "sarif"):
        assert doctor(f"{tmp_path}/{name}", "--format", form).code == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_a_finding(doctor, script):
    script.chmod(0)
    assert found(doctor(script, "--format", "json")) == [("read/unreadable", 1)]


def test_what_does_not_parse_is_silent_in_a_folder_if_it_has_nothing_to_do_with_keras(doctor, tmp_path):
    (tmp_path / "template.py").write_text("x = {{ value }\n")
    assert doctor(tmp_path).code == 0
    assert doctor(tmp_path / "template.py").code == 2


def test_reading_can_be_ignored(doctor, tmp_path):
    (tmp_path / "broken.py").write_text("import keras (\n")
    assert doctor(tmp_path, "--ignore", "read/syntax").code == 0


def test_python_2_is_an_error_but_the_rest_is_read(doctor, tmp_path):
    (tmp_path / "old.py").write_text(BROKEN + "print model\n")
    ran = doctor(tmp_path, "--format", "json")
    assert ran.code == 1
    assert found(ran) == [(RULES[0], 7), (RULES[1], 10), ("read/python2", 11)]


def test_a_rule_that_raises_is_a_finding_and_the_others_go_on(doctor, script, monkeypatch):
    def look(model):
        raise ZeroDivisionError

    monkeypatch.setitem(vars(all_rules()[RULES[0]]), "model", look)
    ran = doctor(script, "--format", "json")
    assert found(ran) == [("read/mistake", None), (RULES[1], 10)]
    assert "ZeroDivisionError" in json.loads(ran.out)[0]["message"]


# --- rules: which, and not here ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "lines"),
    [
        (["--select", "order"], [7]),
        (["--select", "order/batch", "--select", "keras"], [7, 10]),
        (["--select", "order, keras3/gone-argument"], [7, 10]),
        (["--select", "order,keras3/gone", "--ignore", "order/batch-norm"], [10]),
    ],
)
def test_rules_are_chosen_by_id_family_or_beginning(doctor, script, options, lines):
    assert [line for _, line in found(doctor(script, "--format", "json", *options, rules=""))] == lines


@pytest.mark.parametrize("option", ["--select", "--ignore", "--explain"])
def test_an_unknown_rule_is_an_error_with_the_nearest_names(doctor, script, option):
    ran = doctor(script, option, "batch-norm-after-dropuot", rules="")
    assert (ran.code, ran.out) == (2, "")
    assert "order/batch-norm-after-dropout" in ran.err


@pytest.mark.parametrize(
    ("line", "comment", "left"),
    [
        (7, "doctor: ignore", [10]),
        (7, "doctor: ignore[order]", [10]),
        (7, "doctor: ignore[head, order/batch-norm-after-dropout]", [10]),
        (7, "doctor: ignore[head]", [7, 10]),
        (7, "doctor:ignore[ord]", [7, 10]),
        (3, "why: because  # doctor: ignore[order]", [10]),
        (9, "doctor: ignore[order]", [10]),
        (8, "doctor: ignore", [7, 10]),
        (10, "doctor: ignore", [7]),
    ],
)
def test_a_comment_silences_its_line_and_its_statement(doctor, tmp_path, line, comment, left):
    lines = BROKEN.splitlines()
    lines[line - 1] += f"  # {comment}"
    (tmp_path / "train.py").write_text("\n".join(lines))
    assert [number for _, number in found(doctor(tmp_path, "--format", "json"))] == left
    cells = [nbformat.v4.new_code_cell("x = 1"), nbformat.v4.new_code_cell("\n".join(lines))]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), tmp_path / "train.ipynb")
    assert [number for _, number in found(doctor(tmp_path / "train.ipynb", "--format", "json"))] == left


def test_a_comment_before_a_body_does_not_silence_the_body(doctor, tmp_path):
    body = "\n".join("    " + line for line in BROKEN.splitlines()[1:])
    (tmp_path / "train.py").write_text(
        f"import keras\ndef make():  # doctor: ignore\n{body}\n    return model\nmake()\n"
    )
    assert len(found(doctor(tmp_path, "--format", "json"))) == 2


# --- the rest ----------------------------------------------------------------------------------------------------


def test_options_are_checked(doctor, script):
    assert doctor(rules="").code == 2
    assert doctor(script, "--format", "xml").code == 2


def test_the_list_names_every_rule_with_its_level(doctor):
    lines = doctor("--list", rules="").out.splitlines()
    rows = {words[0]: words[1] for line in lines if len(words := line.split()) > 2}
    assert all(rows[rule.id] == rule.level for rule in all_rules().values())
    assert {"read/syntax", "read/archive"} <= rows.keys()


def test_an_explanation_has_the_page_and_what_was_measured(doctor):
    shown = doctor("--explain", "batch-norm-after-dropout", rules="").out
    assert "Batch norm after dropout" in shown
    assert "order/batch-norm-after-dropout: warning" in shown
    assert "keras.layers.BatchNormalization()," in shown
    assert "ReLU, batch norm, dropout" in " ".join(shown.split())
    assert "A difference matters from 0.01 " in " ".join(shown.split())
    assert re.search("\N{MINUS SIGN}[0-9.]+ ", shown)
    assert "helps" in shown
    assert "rule-order-batch-norm-after-dropout" in "".join(shown.split())


def test_output_is_written_whole_and_the_terminal_stays_empty(doctor, script, tmp_path):
    ran = doctor(script, "--format", "json", "--output", tmp_path / "found.json")
    assert ran.out == ""
    assert len(json.loads((tmp_path / "found.json").read_text())) == 2
    assert doctor(script, "--output", tmp_path / "nowhere" / "found.json").code == 2


def test_an_interrupt_ends_cleanly(doctor, script, monkeypatch):
    def interrupted(*given, **named):
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "examine", interrupted)
    ran = doctor(script)
    assert (ran.code, ran.out, ran.err) == (130, "", "Stopped.\n")


SLOW = """
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # it may have been turned off
from autograder.doctor import command

def examine(*given, **named):
    print("reading", flush=True)
    time.sleep(60)

command.examine = examine
sys.exit(command.main(sys.argv[1:]))
"""


def test_a_signal_ends_the_process_with_130(script):
    words = [sys.executable, "-c", SLOW, script]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        running.stdout.readline()  # waits until the doctor reads
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)
    assert (running.returncode, said) == (130, b"Stopped.\n")


def test_a_pipe_is_not_waited_for(doctor, tmp_path):
    os.mkfifo(tmp_path / "a.py")
    assert doctor(tmp_path / "a.py").code == 2


def test_a_link_beside_its_file_counts_once(doctor, script):
    (script.parent / "zlink.py").symlink_to(script)
    assert found(doctor(script.parent, "--format", "json")) == found(doctor(script, "--format", "json"))


def test_hdf5_is_said_to_be_an_earlier_format(doctor, tmp_path):
    (tmp_path / "model.h5").write_bytes(b"\x89HDF\r\n")
    ran = doctor(tmp_path / "model.h5")
    assert ran.code == 2
    assert "HDF5" in ran.out


@pytest.mark.parametrize(
    ("asked", "meant"), [("softmax-one", "head/softmax-on-one-unit"), ("shape/flatten", "shape/missing-flatten")]
)
def test_an_unknown_rule_brings_one_with_the_same_words(asked, meant, doctor):
    assert meant in doctor("--explain", asked).err


def test_who_stops_reading_gets_no_traceback(script):
    reader, writer = os.pipe()
    os.close(reader)
    ran = subprocess.run([*COMMAND, script], stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert b"Traceback" not in ran.stderr
    assert b"BrokenPipe" not in ran.stderr
