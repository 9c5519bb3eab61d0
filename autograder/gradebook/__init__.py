"""The seam to nbgrader: the course folder, its configuration, and the steps that hang on nbgrader's own hooks."""

from autograder.gradebook.course import Course, CourseError, create_course

__all__ = ["Course", "CourseError", "create_course"]
