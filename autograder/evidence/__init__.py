"""Evidence: what leaves a student's kernel, as plain data, and its safe way back in."""

from autograder.evidence.capture import capture
from autograder.evidence.inspection import Refused, inspect_archive
from autograder.evidence.record import Evidence, read_evidence

__all__ = ["Evidence", "Refused", "capture", "inspect_archive", "read_evidence"]
