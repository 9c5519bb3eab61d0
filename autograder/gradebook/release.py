"""From an exercise's one source, the solution as text, to the notebook and data that students get."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
from nbgrader.api import Course as NamedCourse
from nbgrader.api import Gradebook
from nbgrader.converters import GenerateAssignment
from nbgrader.coursedir import CourseDirectory

from autograder.aside import put
from autograder.exercises import given_out, solution
from autograder.gradebook.config import nbgrader_config
from autograder.gradebook.course import Course, CourseError
from autograder.gradebook.log import log_file, logger
from autograder.gradebook.points import check_points
from autograder.judge.data import release_data, require_sound
from autograder.rubric import load_rubric


def release(course: Course, exercise: str) -> Path:
    """Make ``source/`` and ``release/`` of an exercise in a course; returns the release folder.

    Releasing again replaces both, as long as the cells are the same.

    Raises:
        RubricError: no such exercise, or its notebook and its rubric disagree about points.
        DataError: a data file is missing or damaged, or an own exercise's data are none.
        ExerciseError: an own exercise lacks a file, or gives out what it must not.
        CourseError: nbgrader refuses the notebook.
    """
    rubric = load_rubric(exercise)
    notebook = solution(exercise)
    check_points(notebook, rubric)
    require_sound(rubric.data, course.secret)
    given = given_out(exercise)
    source = course.source(exercise)
    shutil.rmtree(source, ignore_errors=True)
    source.mkdir(parents=True)
    nbformat.write(notebook, source / f"{exercise}.ipynb")
    release_data(rubric.data, course.secret, source)
    put(given, source)
    _generate(course, exercise)
    return course.release(exercise)


def _generate(course: Course, exercise: str) -> None:
    config = nbgrader_config(course, exercise)
    folder = CourseDirectory(config=config)
    converter = GenerateAssignment(coursedir=folder, config=config, log=logger(course))
    converter.force = True
    try:
        _enter_course(folder)
        converter.start()
    except (Exception, SystemExit) as error:
        raise CourseError(f"nbgrader could not release {exercise}: {error} Details: {log_file(course)}") from error


def _enter_course(folder: CourseDirectory) -> None:
    """Assignments refer to a course; PostgreSQL insists that it is there, and nbgrader enters none without a name."""
    with Gradebook(folder.db_url, folder.course_id) as gradebook:
        gradebook.db.merge(NamedCourse(id=folder.course_id))
        gradebook.db.commit()
