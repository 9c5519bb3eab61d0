"""nbgrader reads a submission as we do: what one way of grading opens, all of them open."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode

from autograder.gradebook.intake import read_submission


class SubmissionExporter(NotebookExporter):
    """Reads notebooks as :func:`~autograder.gradebook.intake.read_submission` does, and writes them as usual."""

    def from_filename(
        self, filename: str, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Convert the notebook in a file.

        Raises:
            UnreadableError: it is missing, cut short, or not a notebook.
        """
        path, found = Path(filename), dict(resources or {})
        found["metadata"] = {**(found.get("metadata") or {}), "name": path.stem, "path": str(path.parent)}
        output: tuple[NotebookNode, dict[str, Any]] = self.from_notebook_node(
            read_submission(path), resources=found, **kw
        )
        return output
