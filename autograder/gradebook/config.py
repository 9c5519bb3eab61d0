"""Hang autograder's steps on nbgrader's extension points, so that every way to grade goes the same way."""

from __future__ import annotations

from pathlib import Path

from nbconvert.preprocessors import ClearMetadataPreprocessor
from nbgrader.preprocessors import (
    AssignLatePenalties,
    CheckCellMetadata,
    ClearOutput,
    DeduplicateIds,
    LimitOutput,
    OverwriteKernelspec,
)
from traitlets.config import Config

from autograder.gradebook.course import Course
from autograder.gradebook.execution import RunForEvidence
from autograder.gradebook.sanitizing import RestoreCells, Scrub
from autograder.gradebook.verdicts import SaveVerdict


def configure(config: Config, root: Path) -> Config:
    """Fill an nbgrader configuration for the course folder ``root``; returns the same ``config``."""
    config.CourseDirectory.root = str(root.resolve())
    config.Autograde.sanitize_preprocessors = [
        Scrub,
        ClearOutput,
        DeduplicateIds,
        OverwriteKernelspec,
        RestoreCells,
        CheckCellMetadata,
    ]
    config.Autograde.autograde_preprocessors = [
        RunForEvidence,
        ClearMetadataPreprocessor,
        LimitOutput,
        SaveVerdict,
        AssignLatePenalties,
        CheckCellMetadata,
    ]
    config.HTMLExporter.mathjax_url = ""  # feedback pages need no network
    config.ClearMetadataPreprocessor.preserve_cell_metadata_mask = {"nbgrader"}
    return config


def nbgrader_config(course: Course, exercise: str, student: str = "*") -> Config:
    """nbgrader's configuration for one exercise of a course, and one student or all."""
    config = configure(Config(), course.root)
    config.CourseDirectory.assignment_id = exercise
    config.CourseDirectory.student_id = student
    return config
