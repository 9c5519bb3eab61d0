"""The subcommands. Each opens what it needs, calls one room, and says what became of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from autograder.cli import shown
from autograder.gradebook import Course, create_course

app = typer.Typer(
    help="Release exercises, grade what students hand in, and tell them and you what came of it.\n\n"
    "A course, in order: course create → release → (students hand in) → grade → feedback → report.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    add_completion=False,
)
course_app = typer.Typer(help="Create and look after course folders.", no_args_is_help=True)
app.add_typer(course_app, name="course")
console = Console(highlight=False)
say = partial(console.print, soft_wrap=True)  # paths stay whole, to be copied

Exercise = Annotated[str, typer.Argument(help="The exercise's name, for example red-wine.")]
CourseFolder = Annotated[
    Path, typer.Option("--course", "-c", help="The course folder.", envvar="AUTOGRADER_COURSE", show_default=True)
]
HERE = Path("course")


@course_app.command("create")
def create(folder: Annotated[Path, typer.Argument(help="Where to create it.")] = HERE) -> None:
    """Create a course folder: an ordinary nbgrader course, with a secret that draws its held-out data."""
    course = create_course(folder)
    say(f"Created the course {course.root}")
    say("Keep held-out.secret to yourself: it says which data the judge uses.")
    say(f"Next: autograder release EXERCISE --course {folder}")


@app.command()
def release(exercise: Exercise, course: CourseFolder = HERE) -> None:
    """Make the students' notebook from the solution, and put it with its data into release/."""
    from autograder.gradebook.release import release as make  # noqa: PLC0415 (nbgrader takes a second to import)

    folder = make(Course.open(course), exercise)
    say(f"Released {exercise}. Give students everything in {folder}")


@app.command("sample-class")
def sample_class(exercise: Exercise, course: CourseFolder = HERE) -> None:
    """Hand in as a made-up class would: right, half right, wrong and broken submissions, to try grading on.

    A made-up student who has a folder in submitted/ already is left alone.
    """
    from autograder.gradebook.samples import hand_in  # noqa: PLC0415

    students = hand_in(Course.open(course), exercise)
    say(f"Handed in: {', '.join(students) or 'nobody, all of them had done so before'}.")
    say(f"Next: autograder grade {exercise} --course {course}")


@app.command()
def grade(
    exercise: Exercise,
    course: CourseFolder = HERE,
    student: Annotated[list[str] | None, typer.Option(help="Only this student; may be given several times.")] = None,
    seconds: Annotated[float, typer.Option("--time-limit", min=1, help="Seconds one notebook may run.")] = 600,
    force: Annotated[bool, typer.Option("--force", help="Grade again even where nothing changed.")] = False,
) -> None:
    """Run and judge every submission. Interrupt it whenever you like: it continues where it stopped.

    What was graded before is graded again only if the submission, the rubric or the release changed.
    """
    from autograder.grading.classroom import grade as run  # noqa: PLC0415
    from autograder.grading.classroom import to_grade  # noqa: PLC0415
    from autograder.grading.submission import Limits  # noqa: PLC0415

    opened = Course.open(course)
    students = to_grade(opened, exercise, student or [])
    try:
        failed = shown.grading(console, students, run(opened, exercise, students, Limits(seconds), force))
    except KeyboardInterrupt:
        say("Stopped. What was finished is kept; run the same command again to continue.")
        raise typer.Exit(130) from None
    say(f"Next: autograder feedback {exercise} --course {course}")
    if failed:
        raise typer.Exit(1)


@app.command()
def feedback(exercise: Exercise, course: CourseFolder = HERE) -> None:
    """Write every student's graded notebook as a page."""
    from autograder.grading.classroom import feedback as write  # noqa: PLC0415

    opened = Course.open(course)
    count = write(opened, exercise)
    say(f"Wrote feedback for {count} students below {opened.root / 'feedback'}")
    say(f"Next: autograder report {exercise} --course {course}")


@app.command()
def report(exercise: Exercise, course: CourseFolder = HERE) -> None:
    """Write one page on the whole class: scores, what was missed most, and what needs your attention."""
    from autograder.report.classroom import write_report  # noqa: PLC0415

    say(f"Wrote {write_report(Course.open(course), exercise)}")


@app.command("validate-rubrics")
def validate_rubrics(
    exercises: Annotated[list[str] | None, typer.Argument(help="Exercises; all of them by default.")] = None,
    courses: Annotated[int, typer.Option(min=1, help="In how many made-up courses, each with its own seed.")] = 20,
) -> None:
    """Train every right and every wrong answer in many made-up courses and see whom the rubric fails or lets pass.

    Each finished trial is a line of exercises/NAME/validity.csv; run again, it does only what is missing there.
    """
    from autograder.exercises import exercise_names  # noqa: PLC0415
    from autograder.judge import validity  # noqa: PLC0415
    from autograder.rubric import load_rubric  # noqa: PLC0415

    misjudged = 0
    for exercise in exercises or exercise_names():
        load_rubric(exercise)
        cases = validity.to_examine(exercise, courses)
        try:
            shown.examining(console, exercise, len(cases), validity.examine(exercise, cases))
        except KeyboardInterrupt:
            say("Stopped. Finished trials are kept; run the same command again to continue.")
            raise typer.Exit(130) from None
        misjudged += shown.validity(console, exercise, validity.results(exercise))
    if misjudged:
        raise typer.Exit(1)
