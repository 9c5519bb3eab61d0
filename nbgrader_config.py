"""nbgrader's configuration when its commands are run from here: the course in ``course/``, judged by autograder."""

from pathlib import Path

from autograder.gradebook.config import configure

configure(get_config(), Path(__file__).parent / "course")  # noqa: F821 (nbgrader provides get_config)
