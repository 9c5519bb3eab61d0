"""What people read, held whole: whoever changes one of these sentences sees the old and the new in a diff.

After a change that is meant: ``make unit ARGS='tests/test_what_people_read.py --snapshot-update'``; read the diff.
"""

import json
import re
import sys
from pathlib import Path

import nbformat
import pytest
from rich.console import Console

from autograder import checking
from autograder.checking import Checked
from autograder.cli import app, shown
from autograder.doctor import command
from autograder.gradebook import create_course
from autograder.judge.validity import Row
from autograder.rubric import Remark, Result, Status, Verdict, load_rubric

EVIDENCE = Path(__file__).parent / "validity" / "evidence"
SCRIPT = """\
import keras

model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(8, activation="relu"),
    keras.layers.Dropout(0.5),
    keras.layers.BatchNormalization(),
    keras.layers.Dense(1, activation="softmax"),
])
model.compile(loss="binary_crossentropy", optimizer=keras.optimizers.Adam(lr=0.5))
"""
OLD = """\
from keras.layers.core import Dense, Dropout
from keras.models import Sequential
model = Sequential()
model.add(Dense(input_dim=4, output_dim=8, init="uniform"))
model.add(Dropout(p=0.2))
model.add(Dense(output_dim=2, activation="softmax"))
model.compile(optimizer="adam", loss="mse", metrics=["accuracy"])
model.fit(x, y, nb_epoch=3)
"""
CELLS = (
    "import tensorflow as tf\nfrom tensorflow import keras",
    "(x, y), test = keras.datasets.mnist.load_data()\nrows = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(99)",
    "model = keras.Sequential([keras.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(10)])\n"
    "model.compile('adam', 'sparse_categorical_crossentropy', metrics=['accuracy'])\nmodel.fit(rows, epochs=2)",
)
PAGE = """\
# Two heads

```{code-cell} python
import keras

photo = keras.Input((32, 32, 3), name="photo")
features = keras.layers.Conv2D(8, 40)(photo)
animal = keras.layers.Dense(5, activation="sigmoid", name="animal")(keras.layers.Flatten()(features))
model = keras.Model(photo, animal)
model.compile("sgd", "categorical_crossentropy")
```
"""
DOCTORED = {
    "train.py": SCRIPT,
    "old.py": OLD,
    "lesson.ipynb": json.dumps({"cells": [{"cell_type": "code", "source": cell} for cell in CELLS]}),
    "page.md": PAGE,
    "torn.py": "import keras\nmodel = keras.Sequential([\n",
}


@pytest.fixture(autouse=True)
def _an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    for name in ("AUTOGRADER_BOOK", "AUTOGRADER_COURSE", "AUTOGRADER_DB", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """What a command says, without colours, without blanks at the ends of lines, wherever it is run."""

    def run(*words: str) -> str:
        monkeypatch.setattr(sys, "argv", ["autograder", *words])
        monkeypatch.setattr(
            sys.modules["__main__"], "__package__", None
        )  # else help names how the tests were started
        with pytest.raises(SystemExit):
            sys.exit(command.main(words[1:]) if words[:1] == ("doctor",) else app.main())
        told = "".join(capsys.readouterr())
        told = re.sub(r"\x1b\[[\d;]*m", "", told).replace(str(tmp_path), "…")
        return "\n".join(line.rstrip() for line in told.splitlines())

    return run


@pytest.mark.parametrize("name", DOCTORED)
def test_the_doctor_on(name, said, snapshot):
    Path(name).write_text(DOCTORED[name])
    assert said("doctor", name) == snapshot


def test_the_doctor_with_its_reasons(said, snapshot):
    Path("train.py").write_text(SCRIPT)
    assert said("doctor", "train.py", "--verbose") == snapshot


def test_the_doctors_help_ends_with(said, snapshot):
    told = said("doctor", "--help")
    assert told[told.index("examples:") :] == snapshot  # how Python spells options before that differs by version


HELP = (
    "", "course", "course create", "roster", "release", "due", "sample-class", "collect", "grade", "feedback",
    "report", "status", "export", "validate-rubrics", "new", "new exercise", "new rule",
)  # fmt: skip


@pytest.mark.parametrize("words", HELP)
def test_the_help_of(words, said, snapshot):
    assert said(*words.split(), "--help") == snapshot


def test_every_command_is_among_them():
    named = [one.name or one.callback.__name__ for one in app.app.registered_commands if one.callback]
    groups = {"course": app.course_app, "new": app.new_app}
    within = [f"{name} {one.name or one.callback.__name__}" for name, group in groups.items()
              for one in group.registered_commands]  # fmt: skip
    assert {*HELP} - {"", *groups} == {*named, *within} - {"doctor"}


BAD_INPUT = {
    "an unknown exercise": "release white-wine",
    "no course": "status --course nowhere",
    "a folder in the way": "course create full",
    "a date to be guessed": "due red-wine 01/12/2030",
    "a table without students": "roster colours.csv",
    "a student who is named twice": "roster twice.csv",
    "a student who can have no folder": "roster odd.csv",
    "no gradebook": "course create other --db gradebook",
    "no family": "new rule my-rule",
    "no name": "new exercise My-Exercise",
    "no rule of the doctor": "doctor train.py --select softmax-twcie",
    "no file": "doctor missing.py",
}


def test_one_sentence_for(said, snapshot):
    create_course(Path("course"))
    Path("full").mkdir()
    Path("full", "notes.txt").touch()
    for name, table in {"colours": "colour\nred\n", "twice": "id\nada\nada\n", "odd": "id\n../ada\n"}.items():
        Path(f"{name}.csv").write_text(table)
    assert {kind: said(*words.split()) for kind, words in BAD_INPUT.items()} == snapshot


def result(name: str, points: float, status: Status, message: str = "", **more) -> Result:
    reached = {"reached": "0.61", "target": "at least 0.7"} if status is Status.PARTLY else {}
    return Result(name, f"Title of {name}", points, 4, status, message=message, **reached, **more)


HALF = (
    result("shape", 4, Status.MET),
    result("accuracy", 2, Status.PARTLY, "Too small.", read_next="red-wine.html#claim-order"),
    result("smooth", 0, Status.MISSED, "The curve jumps."),
)
OPEN = (result("seen", 0, Status.LATER, preview=2.5), result("unseen", 0, Status.LATER))
VERDICTS = {
    "graded": Verdict("red-wine", HALF, (Remark("Cell 3 printed a warning."),)),
    "at home": Verdict("red-wine", (*HALF, *OPEN)),
    "no model": Verdict("red-wine", HALF, (Remark("Cell 1 raised E: no"),), no_model="There is no model."),
}


@pytest.mark.parametrize("name", VERDICTS)
def test_a_verdict(name, snapshot):
    assert repr(Checked(VERDICTS[name])) == snapshot


def test_a_check_of_a_half_right_model(monkeypatch, tmp_path, snapshot):
    """The model, its history and its recipe are recorded; the check measures it on rows of its own."""
    import keras

    import autograder as ag
    from autograder.evidence import read_evidence
    from autograder.evidence.recording import forget
    from autograder.judge.data import release_data

    forget()  # what other tests have trained
    kept = EVIDENCE / "red-wine" / "mutants" / "dropout_on_features"
    release_data(load_rubric("red-wine").data, b"what people read", tmp_path)
    monkeypatch.setattr(checking, "_evidence", lambda folder, exercise, model, history: read_evidence(kept, exercise))
    assert repr(ag.check("red-wine", keras.models.load_model(kept / "model.keras", compile=False))) == snapshot


def test_the_head_of_a_feedback_page(snapshot):
    from autograder.report.cell import as_html
    from autograder.report.feedback import as_page

    def marked(name: str, points: float, **more: object) -> dict[str, object]:
        return {"nbgrader": {"grade_id": name, "grade": True, "points": points, "schema_version": 3, **more}}

    shown = nbformat.v4.new_output("display_data", {"text/html": as_html(VERDICTS["graded"])})
    check = marked(load_rubric("red-wine").cell, 12, score=6, solution=False, locked=True)
    answer = marked("explain", 2, score=0, solution=True, locked=False, comment="Say why.", waiting=True)
    cells = [
        nbformat.v4.new_code_cell("ag.check(…)", outputs=[shown], metadata=check),
        nbformat.v4.new_markdown_cell("Because.", metadata=answer),
    ]
    names = {"assignment": "red-wine", "student": "ada", "score": 6, "max_score": 14, "late_penalty": 1}
    page = as_page(nbformat.v4.new_notebook(cells=cells), names)
    head = page[page.index("<header>") : page.index('<section aria-labelledby="notebook">')]
    assert re.sub(r' style="[^"]*"', "", head) == snapshot


def test_validating_rubrics_says_each_trial_as_it_ends(capsys, snapshot):
    judged = (
        Row("solutions/stacked", 0, 10, 10, True, "0.9", "", "3.15.1", ""),
        Row("mutants/raw_rows", 0, 4.25, 10, True, "0.5", "rmse low-most-times", "3.15.1", ""),
        Row("mutants/too_sure", 1, 10, 10, False, "0.9", "", "3.15.1", ""),
    )
    shown.examining(Console(), "red-wine", 3, iter(judged))
    assert "\n".join(line for line in capsys.readouterr().out.splitlines() if "course" in line) == snapshot
