"""Train every answer of an exercise once and keep what it leaves, so that tests judge it without training.

    .venv/bin/python scripts/record_evidence.py red-wine

Answers whose evidence is there, and whose code has not changed, are left alone; it goes on where it stopped.
"""

import contextlib
import io
import json
import shutil
import sys
import tempfile
from pathlib import Path

from autograder.environment import prepare

prepare()

import keras  # noqa: E402 (TensorFlow reads its environment when it is imported)

from autograder.evidence.capture import MODEL, RECORD, capture  # noqa: E402
from autograder.evidence.recording import forget, recorder  # noqa: E402
from autograder.judge.trial import answered  # noqa: E402
from autograder.judge.validity import Answer, answers  # noqa: E402

SECRET, SEED = b"fresh course 1", 1
EVIDENCE = Path(__file__).resolve().parents[1] / "tests" / "validity" / "evidence"
CODE = "code.txt"
LARGEST = 1 << 20


def main(exercise: str) -> None:
    """Record what is missing, and remove what belongs to no answer any more."""
    known = {answer.name: answer for answer in answers(exercise)}
    for place in sorted((EVIDENCE / exercise).glob(f"**/{CODE}")):
        if str(place.parent.relative_to(EVIDENCE / exercise)) not in known:
            shutil.rmtree(place.parent)
    for name, answer in known.items():
        folder = EVIDENCE / exercise / name
        if (folder / CODE).is_file() and (folder / CODE).read_text() == answer.code:
            continue
        print(exercise, name, flush=True)
        record(exercise, answer, folder)


def record(exercise: str, answer: Answer, folder: Path) -> None:
    """Train one answer and keep its evidence, without optimizer and rows."""
    recorder()
    forget()
    with tempfile.TemporaryDirectory() as fresh:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            names = answered(exercise, answer.path, SECRET, SEED)
            capture(Path(fresh), exercise, names["model"], names.get("history"))
        keep(Path(fresh), folder, answer.code)


def keep(left: Path, folder: Path, code: str) -> None:
    """Put evidence into its place, made smaller."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    model = keras.models.load_model(left / MODEL, compile=False)
    model.save(folder / MODEL)
    if (folder / MODEL).stat().st_size > LARGEST:
        sys.exit(f"{folder} would hold more than {LARGEST} bytes: make the answer's network smaller")
    told = json.loads((left / RECORD).read_text())
    (folder / RECORD).write_text(json.dumps({**told, "rows": {}}))
    (folder / CODE).write_text(code)


if __name__ == "__main__":
    for named in sys.argv[1:]:
        main(named)
