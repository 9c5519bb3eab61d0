"""The subcommands. Each opens what it needs, calls one room, and says what became of it."""

from __future__ import annotations

import errno
import logging
import os
import sys
import traceback
import warnings
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from autograder import book, exercises
from autograder.cli import shown
from autograder.environment import prepare
from autograder.errors import Mendable, TableError
from autograder.gradebook import Course, create_course
from autograder.rubric import Verdict, load_rubric


def course_here() -> Path:
    """The folder where somebody is, if it is a course, else the one called course in it."""
    return here if Course.is_one(here := Path()) else COURSE


def _with_its_exercises(course: Path) -> Path:
    """From now on the exercises of this course are found before the shipped ones, and no others."""
    os.environ[exercises.FOLDER_VARIABLE] = str((course / exercises.FOLDER).resolve())
    return course


app = typer.Typer(
    help="Find out what is wrong with a model; release exercises, grade what students hand in, and tell them and you "
    "what came of it.\n\n"
    "A course, in order: course create → roster → release → due → (students hand in) → collect → grade → "
    "feedback → report → export.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    add_completion=False,
)
course_app = typer.Typer(help="Create and look after course folders.", no_args_is_help=True)
app.add_typer(course_app, name="course")
new_app = typer.Typer(
    help="Begin an exercise, in your course or in a checkout of the repository; or, there, a rule of the doctor. "
    "What is made passes its tests at once; change it step by step, and they say what does not fit any more.",
    no_args_is_help=True,
    rich_markup_mode="rich",
)
app.add_typer(new_app, name="new")
console = Console(highlight=False)
say = partial(console.print, soft_wrap=True)  # paths stay whole, to be copied


def _known(exercise: str) -> str:
    """The exercise, if there is one of this name; whoever mistyped it learns the names."""
    load_rubric(exercise)
    return exercise


def _known_if_any(exercise: str) -> str:
    return exercise and _known(exercise)


Exercise = Annotated[str, typer.Argument(callback=_known, help="The exercise's name, for example red-wine.")]
CourseFolder = Annotated[
    Path,
    typer.Option(
        "--course",
        "-c",
        help="The course folder.",
        envvar="AUTOGRADER_COURSE",
        is_eager=True,  # before the name of an exercise is looked up
        callback=_with_its_exercises,
        default_factory=course_here,
        show_default="where you are, if that is a course; else course",
    ),
]
Database = Annotated[
    str,
    typer.Option(
        "--db",
        help="The gradebook's address, such as postgresql+psycopg://user@host/name; the course's own by default.",
        envvar="AUTOGRADER_DB",
    ),
]
COURSE = Path("course")
LIKE = "units-and-layers"  # the one that trains fastest
OURS = (
    "this is a fault of the autograder, not of yours. What was finished is kept. Please report it to whoever "
    "maintains it, with the lines above, the version (pip show autograder) and the command: autograder"
)
_OF_THE_MACHINE = {
    errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.ENOTDIR, errno.ENAMETOOLONG,
}  # fmt: skip


def main() -> None:
    """Run a subcommand. An error that a person can mend is one sentence on stderr and exit code 2.

    Any other one is a fault of ours: it shows where, and how to report it.
    """
    prepare()
    # nbgrader builds its rows in an order that SQLAlchemy remarks on; the rows are right
    warnings.filterwarnings("ignore", message="Object of type .* not in session")
    # nbclient leaves a task behind when a submission ends its kernel, and asyncio remarks on that
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    try:
        app()
    except Exception as error:
        Console(stderr=True, highlight=False, soft_wrap=True).print(f"[bold red]error:[/] {escape(_said_of(error))}")
        sys.exit(2)


def _said_of(error: Exception) -> str:
    if isinstance(error, Mendable):
        return str(error)
    if isinstance(error, OSError) and error.errno in _OF_THE_MACHINE:
        where = f" {error.filename}" if error.filename else " what is needed"
        return f"cannot write or read{where}: {error.strerror}. What was finished is kept."
    traceback.print_exception(error)
    return f"{OURS} {' '.join(sys.argv[1:])}"


@app.command(add_help_option=False, context_settings={"ignore_unknown_options": True, "allow_extra_args": True})
def doctor(context: typer.Context) -> None:
    """Say what is wrong with scripts, notebooks and saved models, why, and what to do instead.

    Its own options: autograder doctor --help
    """
    from autograder.doctor.command import main as examine  # noqa: PLC0415  (it comes here only in tests and typos)

    raise typer.Exit(examine(context.args))


@course_app.command("create")
def create(
    folder: Annotated[Path, typer.Argument(help="Where to create it.")] = COURSE,
    database: Annotated[
        str, typer.Option("--db", help="The gradebook's address; an SQLite file in the course folder by default.")
    ] = "",
) -> None:
    """Create a course folder: an ordinary nbgrader course, with a secret that draws its held-out data."""
    course = create_course(folder, database)
    say(f"Created the course {course.root}")
    say("Keep held-out.secret to yourself: it says which data the judge uses.")
    say(f"Next: autograder roster TABLE.csv --course {folder}")


@app.command()
def release(exercise: Exercise, course: CourseFolder, database: Database = "") -> None:
    """Make the students' notebook from the solution, and a zip of all that students need.

    The zip holds the notebook, its data, a page that says how to start, and the package that checks: without any
    solution, and without the rows that the course holds out. An exercise may be the course's own; see autograder new
    exercise --help.
    """
    from autograder.gradebook.handout import hand_out  # noqa: PLC0415 (nbgrader takes a second to import)
    from autograder.gradebook.release import release as make  # noqa: PLC0415

    opened = _opened(course, database)
    with console.status(f"Making the notebook, the data and the zip of {exercise}"):
        make(opened, exercise)
        given = hand_out(opened, exercise)
    if exercises.takes_the_place(exercise):
        say(f"[yellow]{exercise} is this course's own[/], not the exercise of this name that comes with it.")
    say(f"Released {exercise}. Give students {given}")
    if not book.named():
        say(f"Their check can link to your book: set {book.VARIABLE} to its address, and release again.")


@app.command()
def roster(
    table: Annotated[
        Path,
        typer.Argument(exists=True, dir_okay=False, help="A CSV file: the gradebook or participants of a platform."),
    ],
    course: CourseFolder,
    database: Database = "",
) -> None:
    """Read who takes the course from a table of Canvas, Moodle or your own. Nobody is removed.

    A student's id, which names folders, is the login or id number, else what stands before the @ of the address.
    """
    from autograder.gradebook.roster import add_students, read_roster  # noqa: PLC0415

    people = read_roster(_text_of(table))
    new, known = add_students(_opened(course, database), people)
    named = ", ".join([person.id for person in people[:5]] + ["…"] * (len(people) > 5))
    say(f"New: {new}; known before: {known} ({escape(named)})")
    say(f"Next: autograder release EXERCISE --course {course}")


@app.command()
def due(
    exercise: Exercise,
    when: Annotated[
        str,
        typer.Argument(help="For example '2030-12-01 23:59', as clocks show here; a day alone lasts until its end."),
    ],
    course: CourseFolder,
    student: Annotated[
        list[str] | None, typer.Option(help="An extension: only for this student; may be given several times.")
    ] = None,
    database: Database = "",
) -> None:
    """Set when an exercise is due, for everybody or, as an extension, for some students.

    Who is late shows in status and report. Points go only if the course's nbgrader_config.py says so, for example
    c.LateSubmissionPlugin.penalty_method = "zero".
    """
    from autograder.gradebook.dates import read_due, set_due  # noqa: PLC0415

    here = read_due(when)
    set_due(_opened(course, database), exercise, here, student or [])
    say(f"{exercise} is due {here:{shown.MOMENT}} for {escape(', '.join(student or ['everybody']))}.")
    say("If being late costs points, the next grading, feedback, report or export reckons with this date.")


@app.command()
def collect(
    exercise: Exercise,
    archive: Annotated[
        Path,
        typer.Argument(
            exists=True,
            help="What Canvas, Moodle, Blackboard or Brightspace gives for 'Download (all) submissions', or the "
            "folder it was unpacked into.",
        ),
    ],
    course: CourseFolder,
    update: Annotated[
        bool, typer.Option("--update", help="Let newer files take the place of older ones, which go to replaced/.")
    ] = False,
    database: Database = "",
) -> None:
    """Put what students handed in to a learning platform where it is graded. The roster says who is who."""
    from autograder.gradebook import collecting, roster  # noqa: PLC0415

    opened = _opened(course, database)
    found = collecting.collect(opened, exercise, archive, roster.enrolled(opened), update=update)
    refused = shown.collecting(console, found)
    say(f"Next: autograder grade {exercise} --course {course}")
    if refused:
        raise typer.Exit(1)


@app.command("sample-class")
def sample_class(exercise: Exercise, course: CourseFolder) -> None:
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
    course: CourseFolder,
    student: Annotated[list[str] | None, typer.Option(help="Only this student; may be given several times.")] = None,
    jobs: Annotated[int | None, typer.Option(min=1, help="How many at a time; as many as there are cores.")] = None,
    scheduler: Annotated[str, typer.Option(help="Grade on a Dask cluster: its scheduler, tcp://host:8786.")] = "",
    seconds: Annotated[
        float,
        typer.Option(
            "--time-limit",
            min=1,
            help="Seconds of computing that one notebook may take; it may last 1.5 times as long, and 10 s.",
        ),
    ] = 600,
    force: Annotated[bool, typer.Option("--force", help="Run and judge again even where nothing changed.")] = False,
    rehearse: Annotated[
        bool, typer.Option("--dry-run", help="Say whose score would change, by how much and where; write nothing.")
    ] = False,
    timings: Annotated[
        bool, typer.Option("--timings", help="Say at the end what each phase cost: cells, check, judge and so on.")
    ] = False,
    database: Database = "",
    sandbox: Annotated[
        bool, typer.Option("--sandbox/--no-sandbox", help="Keep student code away from your files and network.")
    ] = True,
) -> None:
    """Run and judge every submission. Interrupt it whenever you like: it continues where it stopped.

    A submission is run again only if it, the release or a package changed, and judged again if the rubric changed.
    """
    from autograder import kernel  # noqa: PLC0415
    from autograder.grading.ready import require_ready  # noqa: PLC0415

    if not sandbox:
        os.environ[kernel.SWITCH] = "off"
    if kernel.is_off():
        say("[bold red]NO SANDBOX:[/] submissions can read, write and send whatever you can.")
    else:
        kernel.require()
    require_ready(Course.open(course), load_rubric(exercise))  # what is missing is said before anything starts
    say("Starting the kernels and the judge, which takes some seconds.")
    if not scheduler:
        kernel.warm_up()  # imports TensorFlow while nbgrader is imported here
    from autograder.gradebook.journal import read_phases  # noqa: PLC0415
    from autograder.gradebook.standing import standings  # noqa: PLC0415
    from autograder.grading import changes, classroom, pool  # noqa: PLC0415
    from autograder.report.costs import costs  # noqa: PLC0415

    opened = _opened(course, database)
    _say_what_nobody_finds(opened, exercise)
    students = classroom.to_grade(opened, exercise, student or [])
    how = classroom.Grading(kernel.Limits(seconds=seconds), force=force, rehearse=rehearse)
    before = changes.recorded(opened, exercise, students) if rehearse else {}
    verdicts: dict[str, Verdict] = {}
    try:
        with pool.cluster(scheduler) if scheduler else pool.local_pool(jobs) as workers:
            events = classroom.grade(opened, exercise, students, workers, how)
            failed = shown.grading(console, students, events, verdicts)
    except KeyboardInterrupt:
        say("Stopped. What was finished is kept; run the same command again to continue.")
        raise typer.Exit(130) from None
    if timings:
        taken = [read_phases(opened.evidence(student, exercise)) for student in students]
        shown.timings(console, exercise, costs([one for one in taken if one]))
    if rehearse:
        shown.changes(console, len(students), changes.changes(before, verdicts))
    else:
        shown.to_mark(console, standings(opened, exercise))
        say(f"Next: autograder feedback {exercise} --course {course}")
    if failed:
        raise typer.Exit(1)


@app.command()
def feedback(exercise: Exercise, course: CourseFolder, database: Database = "") -> None:
    """Write every student's verdict, scores, comments and notebook as a page that needs no network."""
    from autograder.gradebook.dates import renew_penalties  # noqa: PLC0415
    from autograder.gradebook.standing import standings  # noqa: PLC0415
    from autograder.grading import returning  # noqa: PLC0415

    opened = _opened(course, database)
    students = returning.graded_students(opened, exercise)
    renew_penalties(opened, exercise)
    try:
        failed = shown.pages(console, len(students), returning.feedback(opened, exercise, students))
    except KeyboardInterrupt:
        say("Stopped. Pages that were written are kept; run the same command again for all of them.")
        raise typer.Exit(130) from None
    say(f"They are below {opened.root / 'feedback'}")
    shown.to_mark(console, standings(opened, exercise))
    say(f"Next: autograder report {exercise} --course {course}")
    if failed:
        raise typer.Exit(1)


@app.command()
def report(exercise: Exercise, course: CourseFolder, database: Database = "") -> None:
    """Write one page on the whole class: scores, what was missed most, and what needs your attention."""
    from autograder.gradebook.dates import renew_penalties  # noqa: PLC0415
    from autograder.gradebook.standing import write_report  # noqa: PLC0415

    opened = _opened(course, database)
    renew_penalties(opened, exercise)
    say(f"Wrote {write_report(opened, exercise)}")


@app.command()
def status(
    course: CourseFolder,
    exercise: Annotated[
        str,
        typer.Argument(callback=_known_if_any, help="The exercise's name; without it, all that are released."),
    ] = "",
    database: Database = "",
) -> None:
    """Say who has handed in, and what is graded, marked and given back: of one exercise, or of the whole course."""
    from autograder.gradebook.dates import due_dates  # noqa: PLC0415
    from autograder.gradebook.standing import standings  # noqa: PLC0415

    opened = _opened(course, database)
    if not exercise:
        names = opened.released()
        shown.overview(console, {name: (due_dates(opened, name)[0], standings(opened, name)) for name in names})
        return
    shown.standing(console, exercise, standings(opened, exercise))
    shown.due(console, *due_dates(opened, exercise))
    _say_what_nobody_finds(opened, exercise)


@app.command()
def export(
    exercise: Exercise,
    course: CourseFolder,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", dir_okay=False, help="Where to write; EXERCISE.csv here.")
    ] = None,
    into: Annotated[
        Path | None,
        typer.Option(
            exists=True,
            dir_okay=False,
            help="A gradebook that Canvas, Moodle or another platform exported: fill in this exercise.",
        ),
    ] = None,
    column: Annotated[str, typer.Option(help="The exercise's column in that table; its name by default.")] = "",
    database: Database = "",
) -> None:
    """Write everybody's points as a table: one row a student, one column a criterion.

    With --into, the totals go into a table of your learning platform, which reads it again. Scores that wait to be
    marked by hand are left out and named.
    """
    from autograder.gradebook.dates import renew_penalties  # noqa: PLC0415
    from autograder.gradebook.standing import standings  # noqa: PLC0415
    from autograder.gradebook.tables import as_csv, fill  # noqa: PLC0415

    opened = _opened(course, database)
    renew_penalties(opened, exercise)
    rows = standings(opened, exercise)
    target = output or Path(f"{exercise}.csv")
    target.parent.mkdir(parents=True, exist_ok=True)
    if into is None:
        target.write_text(as_csv(rows), encoding="utf-8-sig")  # Excel takes a file without this sign for another one
        say(f"Wrote {target}. Students: {len(rows)}.")
        return
    filled = fill(_text_of(into), rows, column or exercise)
    target.write_text(filled.text, encoding="utf-8")
    what = "A new" if filled.added else "The"
    say(f"Wrote {target}. {what} column {escape(filled.column)!r} holds the points.")
    say(f"Students were found by the column {escape(filled.by)!r}.")
    if filled.open:
        say(f"[yellow]Left open[/], not graded or not marked yet: {escape(', '.join(filled.open))}")
    if filled.doubled:
        say(
            f"[yellow]Left as they were[/], because several rows or students are called so, and a platform may let "
            f"students choose their address: {escape(', '.join(filled.doubled))}"
        )
    if filled.strangers:
        say(f"[yellow]Not in the table[/]: {escape(', '.join(filled.strangers))}")


@app.command("validate-rubrics")
def validate_rubrics(
    course: CourseFolder,
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[EXERCISES]...", help="Exercises; all of them by default.")
    ] = None,
    courses: Annotated[int, typer.Option(min=1, help="In how many made-up courses, each with its own seed.")] = 20,
    jobs: Annotated[int | None, typer.Option(min=1, help="How many at a time; as many as there are cores.")] = None,
) -> None:
    """Train every right and every wrong answer in many made-up courses and see whom the rubric fails or lets pass.

    Each finished trial is a line of exercises/NAME/validity.csv; run again, it does only what is missing there.
    """
    from autograder.judge import data, validity  # noqa: PLC0415

    misjudged = 0
    for exercise in names or exercises.exercise_names():
        data.require_sound(load_rubric(exercise).data, b"validity")
        cases = validity.to_examine(exercise, courses)
        try:
            shown.examining(console, exercise, len(cases), validity.examine(exercise, cases, jobs))
        except KeyboardInterrupt:
            say("Stopped. Finished trials are kept; run the same command again to continue.")
            raise typer.Exit(130) from None
        misjudged += shown.validity(console, exercise, validity.results(exercise))
    if misjudged:
        raise typer.Exit(1)


@new_app.command("exercise")
def exercise(
    name: Annotated[str, typer.Argument(help="Its name, which is its folder's, such as my-exercise.")],
    course: Annotated[
        Path | None,
        typer.Option(
            "--course",
            "-c",
            help="The course to make it in; where you are, if that is one.",
            envvar="AUTOGRADER_COURSE",
            show_default=False,
        ),
    ] = None,
    like: Annotated[
        str,
        typer.Option(
            help="The exercise to begin with: take the one that is nearest.",
            show_default=f"in a course a small one with data of its own, in a checkout {LIKE}",
        ),
    ] = "",
) -> None:
    """Make a new exercise, in your course or in a checkout of the repository.

    In a course it is yours alone, lies in exercises/NAME/, and can be released and graded at once. It has data of its
    own; with --like it asks for the same as another exercise, on the same data. In a checkout it begins as one that
    there is.

    \b
    Then change it step by step:
      data.py      in a course: the rows. released() gives those of students,
                   held_out(secret) those that only the judge sees. Students
                   get this file, and what lies in the folder public/
      notebook.md  text and solution; the check cell carries the rubric's points
      rubric.py    the criteria; autograder/rubric/usual.py has what many ask
      hints.md     what ag.hint shows, a paragraph a step: a question, what to
                   measure, where to read; never the answer
      solutions/   right answers of different shapes; each is the content of
                   the answer cell. In a checkout five or more
      mutants/     wrong ones; each says Caught by: CRITERION, and each criterion
                   catches one. In a checkout eight or more
      class.toml   made-up students: which answer each hands in, and what each
                   writes. In a checkout ten or more

    \b
    Once an answer has changed:
      autograder validate-rubrics NAME --courses 1
      python scripts/record_evidence.py NAME    (in a checkout)
    Once the rubric has changed, remove exercises/NAME/validity.csv before.
    In a course, release it again once anything else than answers has changed.
    In a checkout, EVERY_CASE=1 make unit ARGS='-k NAME' after each step.
    """
    from autograder.authoring import new_exercise, new_own_exercise  # noqa: PLC0415

    if course or Course.is_one(Path()):
        Course.open(_with_its_exercises(course or Path()))
        _made([new_own_exercise(exercises.own_exercises(), name, like)])
        where = "" if course is None else f" --course {course}"
        say(f"Try it: autograder validate-rubrics {name} --courses 1{where}")
        say(f"Next: autograder release {name}{where}")
        return
    _made(new_exercise(name, like or LIKE))
    say(f"Try it: EVERY_CASE=1 make unit ARGS='-k {name}'")
    say(f"After a change: autograder validate-rubrics {name} --courses 1; autograder new exercise --help says more.")


@new_app.command("rule")
def rule(
    name: Annotated[str, typer.Argument(help="FAMILY/NAME, or FAMILY/TOPIC/NAME where a family has topics.")],
) -> None:
    """Make a new rule of the doctor, with its page and its corpus.

    It sees what nobody writes: make it see your fault.

    \b
    The rule    its docstring is its page: what it sees, why it hurts, an
                example, and the example mended; RULE says how bad it is, and
                which function looks for it: at a model (model=), at the
                text of a program (text=), or at all of it (program=)
    The corpus  programs on which it must speak, each bad line with
                # ← FAMILY/NAME, and look-alikes on which it must not

    An error stops the program, or keeps the model from learning what it should. A warning hurts, and a claim has
    measured how much; or the program contradicts itself (exact=True), and a run in tests/rules/test_proofs.py shows
    it. A note is worth a look.
    """
    from autograder.authoring import new_rule  # noqa: PLC0415

    _made(new_rule(name))
    family, *_, fault = name.split("/")
    say(f"Try it: autograder doctor --explain {family}/{fault}, and make unit ARGS='tests/rules/test_rules.py'")


def _made(paths: list[Path]) -> None:
    for path in paths:
        say(f"Made {path}")


def _text_of(table: Path) -> str:
    try:
        return table.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise TableError(f"{table} is not text in UTF-8. Save the table as CSV in UTF-8.") from error


def _say_what_nobody_finds(course: Course, exercise: str) -> None:
    for name in course.misnamed(exercise):
        say(
            f"[yellow]Not graded:[/] {escape(ascii(name))} in submitted/ is no name for a student. Rename the folder."
        )
    for path in course.astray(exercise):
        where = course.submitted("STUDENT", exercise).relative_to(course.root) / f"{exercise}.ipynb"
        say(f"[yellow]Not graded:[/] {escape(ascii(str(path)))} is where no grading looks. Its place is {where}")


def _opened(folder: Path, database: str) -> Course:
    """The course, after a look whether its gradebook can be reached."""
    from autograder.gradebook.config import gradebook_address  # noqa: PLC0415
    from autograder.gradebook.database import require_gradebook  # noqa: PLC0415

    course = Course.open(folder, database)
    require_gradebook(gradebook_address(course))
    return course
