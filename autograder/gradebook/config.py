"""Hang autograder's steps on nbgrader's extension points, so that every way to grade goes the same way."""

from __future__ import annotations

from pathlib import Path

from nbconvert.preprocessors import ClearMetadataPreprocessor
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import CheckCellMetadata, ClearOutput, DeduplicateIds, LimitOutput, OverwriteKernelspec
from traitlets.config import Config, PyFileConfigLoader

from autograder.gradebook.course import CONFIG, Course
from autograder.gradebook.exchange import ReleaseFeedback
from autograder.gradebook.marking import ShowModelAnswers
from autograder.gradebook.reading import SubmissionExporter
from autograder.gradebook.sanitizing import RestoreCells, Scrub
from autograder.gradebook.steps import RunForEvidence, SaveVerdict
from autograder.report.feedback import FeedbackPage, Grades

BEFORE_RUN = (Scrub, ClearOutput, DeduplicateIds, OverwriteKernelspec, RestoreCells, CheckCellMetadata)
AFTER_RUN = (ClearMetadataPreprocessor, LimitOutput)


def configure(config: Config, root: Path) -> Config:
    """Fill an nbgrader configuration for the course folder ``root``; returns the same ``config``."""
    config.CourseDirectory.root = str(root.resolve())
    config.Autograde.exporter_class = SubmissionExporter
    config.Autograde.sanitize_preprocessors = [*BEFORE_RUN]
    config.Autograde.autograde_preprocessors = [RunForEvidence, *AFTER_RUN, SaveVerdict, CheckCellMetadata]
    config.GenerateFeedback.exporter_class = FeedbackPage
    config.GenerateFeedback.preprocessors = [Grades]
    config.ExchangeFactory.release_feedback = ReleaseFeedback
    config.HTMLExporter.preprocessors = [ShowModelAnswers]  # nothing but the Formgrader exports in this way
    config.ClearMetadataPreprocessor.preserve_cell_metadata_mask = {"nbgrader"}
    return config


def nbgrader_config(course: Course, exercise: str, student: str = "*") -> Config:
    """nbgrader's configuration of a course, as its own file says, for one exercise and one student or all."""
    config = PyFileConfigLoader(CONFIG, path=str(course.root)).load_config()
    if course.database:
        config.CourseDirectory.db_url = course.database
    config.CourseDirectory.assignment_id = exercise
    config.CourseDirectory.student_id = student
    return config


def gradebook_address(course: Course) -> str:
    """Where the course's gradebook is."""
    address: str = CourseDirectory(config=nbgrader_config(course, "")).db_url
    return address
