"""Each measurement at its smallest size, as far as that needs no TensorFlow."""

import re
import shutil
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
import pytest
from bench import bare, dask_cluster, examining, grading, kernels, otter, replay
from bench.page import SENTENCES, ratios
from bench.setting import EXERCISE, ROOT, MeasurementError, Setting, answers, call, tail

from autograder.exercises import grade_id
from autograder.gradebook import Course
from autograder.gradebook.execution import Run
from autograder.grading import classroom, pool
from autograder.grading.events import Outcome
from autograder.grading.job import Done, Job
from autograder.kernel import NAME, Limits, reason, session, warm, write_kernelspec
from autograder.rubric import Observed, Remark, load_rubric


def test_the_class_hands_in_different_answers(setting: Setting) -> None:
    sources = [nbformat.read(path, as_version=4).cells for path in setting.notebooks.values()]
    written = [next(cell.source for cell in cells if grade_id(cell) == "your-model") for cells in sources]
    assert len(set(written)) == setting.submissions == len(written)
    assert len(set(answers(20).values())) == 20


def test_the_doctor_is_measured_on_both_kinds_of_files(setting: Setting) -> None:
    measured = examining.measure(setting)
    assert measured.notes == []
    assert measured.numbers["notebook"] > measured.numbers["python"] > 0
    assert SENTENCES["doctor"].format(**measured.numbers)
    assert len(list(ratios({"doctor": measured}))) == 4


def test_a_doctor_that_fails_is_not_measured(setting: Setting, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = shutil.which("false") or "false"
    monkeypatch.setattr(examining, "_CANNOT", 1)
    monkeypatch.setattr(examining, "_DOCTOR", Path(broken))
    with pytest.raises(MeasurementError, match="ended with 1"):
        examining.measure(setting)


def test_only_cells_that_fit_count_as_training(tmp_path: Path) -> None:
    fits = "class Model:\n    def fit(self):\n        import time; time.sleep(.2)\nModel().fit()"
    slow = "import time; time.sleep(.2); open('data.txt').read()"
    spent = bare.run(bare.Notebook([slow, fits, "raise ValueError", slow], {"data.txt": b"1"}))
    assert 0.2 <= spent.training < spent.cells
    assert spent.cells >= 0.6


@pytest.mark.skipif(bool(reason()), reason=f"no sandbox: {reason()}")
def test_kernels_are_measured(setting: Setting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_kernelspec(tmp_path)
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    monkeypatch.setattr(session, "LIBRARIES", ("numpy", "matplotlib.pyplot"))
    monkeypatch.setattr(kernels, "IMPORTS", "import numpy")
    warm.stop()
    measured = kernels.measure(setting)
    assert SENTENCES["kernel"].format(**measured.numbers)
    assert 0 < measured.numbers["warm"] < measured.numbers["first"]
    monkeypatch.setattr(kernels, "IMPORTS", "import no_such_package")
    try:
        with pytest.raises(MeasurementError, match="No module named 'no_such_package'"):
            kernels.seconds_until_ready(NAME)
    finally:
        warm.stop()


def recorded() -> Done:
    rubric = load_rubric(EXERCISE)
    nb = nbformat.v4.new_notebook()
    verdict = rubric.judge(Observed(None, missing="Replayed."), ())
    return Done(Run(nbformat.writes(nb), {"model.keras": b"weights"}, (Remark("It ran."),)), verdict.to_json())


@pytest.mark.filterwarnings("ignore:Object of type .* not in session")  # as in autograder.cli
def test_a_class_is_replayed_through_the_real_loop_by_two_workers(setting: Setting, tmp_path: Path) -> None:
    course = dask_cluster.make_class(setting, tmp_path / "course")
    replay.record(recorded(), tmp_path / "recording")
    with dask_cluster.cluster(tmp_path) as (address, scheduler), pool.cluster(address) as workers:
        assert scheduler
        assert workers.size == dask_cluster.WORKERS
        replaying = pool.Pool(replay.Replaying(workers.executor, tmp_path / "recording", 0.1), workers.size)
        outcomes = graded(course, replaying)
    assert [outcome.failure for outcome in outcomes] == [""] * setting.recorded
    kept = course.evidence(outcomes[0].student, EXERCISE)
    assert (kept / "model.keras").read_bytes() == b"weights"
    spent = dask_cluster.spent(tmp_path)
    assert 0.1 * setting.recorded / (spent["seconds"] * 2) <= spent["share"] <= 1


def graded(course: Course, workers: pool.Pool) -> list[Outcome]:
    students = course.students(EXERCISE)
    events = classroom.grade(course, EXERCISE, students, workers, classroom.Grading(Limits(), force=True))
    return [event for event in events if isinstance(event, Outcome)]


def test_a_replay_takes_its_time_and_says_when(tmp_path: Path) -> None:
    replay.record(recorded(), tmp_path / "recording")
    job = Job(EXERCISE, b"secret", "{}", {}, (), None, Limits(), 1)
    with ThreadPoolExecutor(1) as threads:
        replaying = replay.Replaying(threads, tmp_path / "recording", 0.1)
        assert replaying.submit(print, job).result() == recorded()
    (times,) = tmp_path.glob("replayed-*")
    ((start, end),) = replay.spans(times)
    assert end - start >= 0.1


def test_growing_memory_is_seen() -> None:
    flat = dask_cluster.flatness([100.0] * 100)
    growing = dask_cluster.flatness([100.0 + number for number in range(100)])
    assert flat["memory_grown"] == 0
    assert growing["memory_grown"] == 80
    assert growing["memory_peak"] == 199


def test_otter_gets_the_notebook_without_the_check(setting: Setting, tmp_path: Path) -> None:
    notebook = next(iter(setting.notebooks.values()))
    with zipfile.ZipFile(otter.converted(notebook, tmp_path / "student.zip")) as archive:
        nb = nbformat.reads(archive.read(notebook.name).decode(), as_version=4)
    assert len(nb.cells) == len(nbformat.read(notebook, as_version=4).cells) - 1
    assert not any("ag.check" in cell.source for cell in nb.cells if cell.cell_type == "code")
    assert not any("nbgrader" in cell.metadata for cell in nb.cells)


def test_otters_notebooks_import_what_ours_do() -> None:
    ours, theirs = (pins(ROOT / path) for path in ("requirements.lock", "scripts/bench/otter-requirements.lock"))
    for package in ("h5py", "keras", "matplotlib", "numpy", "pandas", "scipy", "tensorflow-cpu", "tensorflow"):
        assert theirs[package] == ours[package]
    assert theirs["otter-grader"] == {"7.0.0"}


def pins(lock: Path) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    entries = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8"))
    for entry in entries:
        name, version = re.match(r"([\w.-]+)==([^\s;\\]+)", entry).groups()
        assert "--hash=sha256:" in entry
        found.setdefault(name, set()).add(version)
    return found


def test_verdicts_are_read_by_student(tmp_path: Path) -> None:
    for student, points in (("ada", 1), ("bob", 2)):
        folder = tmp_path / "evidence" / student / EXERCISE
        folder.mkdir(parents=True)
        (folder / "verdict.json").write_text(f'{{"points": {points}}}', encoding="utf-8")
    assert grading.verdicts(tmp_path, EXERCISE) == {"ada": {"points": 1}, "bob": {"points": 2}}


def test_a_program_that_fails_is_quoted(tmp_path: Path) -> None:
    log = tmp_path / "log"
    assert call(["sh", "-c", "echo working; echo out of paper >&2; exit 3"], log) == 3
    assert tail(log) == "out of paper"
