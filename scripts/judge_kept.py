"""Train and judge answers in ``tests/validity/kept``: ``python scripts/judge_kept.py EXERCISE [NAME …]``.

Prints for each what it earns and what it misses, and goes on where an answer raises. One course, one seed: an answer
near a target may fare otherwise in another course.
"""

from __future__ import annotations

import argparse
import re
import warnings
from pathlib import Path

from rich.console import Console

from autograder.environment import one_thread, prepare

KEPT = Path(__file__).resolve().parent.parent / "tests" / "validity" / "kept"
SECRET, SEED = b"a made-up course for answers of strangers", 3


def main() -> None:
    """Judge what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("exercise", choices=sorted(folder.name for folder in KEPT.iterdir() if folder.is_dir()))
    parser.add_argument("names", nargs="*", help="how the files begin, such as right_1; all of them by default")
    asked = parser.parse_args()
    prepare()
    one_thread()
    exercise = re.sub(r"-\d$", "", asked.exercise)  # a later round has a number
    console = Console(highlight=False, markup=False, soft_wrap=True)
    for path in sorted((KEPT / asked.exercise).glob("*/*.py")):
        if not asked.names or path.stem.startswith(tuple(asked.names)):
            console.print(f"{path.parent.name}/{path.stem}: {_judged(exercise, path)}")


def _judged(exercise: str, path: Path) -> str:
    from autograder.judge.trial import trial  # noqa: PLC0415 (imports TensorFlow)

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # an answer may do what Keras warns of
            verdict = trial(exercise, path, SECRET, SEED)
    except Exception as error:  # whatever an answer does
        return f"raised {type(error).__name__}: {error}"
    missed = [f"\n    {result.criterion}: {result.message}" for result in verdict.results if result.falls_short]
    return f"{verdict.points:g} of {verdict.max_points:g}{''.join(missed)}"


if __name__ == "__main__":
    main()
