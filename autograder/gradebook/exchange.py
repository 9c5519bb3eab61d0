"""Give feedback back through nbgrader's exchange, also in a class of which some handed in by another way."""

from __future__ import annotations

import glob
from pathlib import Path

from nbgrader.exchange.default import ExchangeReleaseFeedback

from autograder.gradebook.beside import SECRET, TIMESTAMP


class ReleaseFeedback(ExchangeReleaseFeedback):
    """nbgrader's own step, which stops at the first page of somebody who did not hand in through the exchange."""

    src_path: str  # the pages of an exercise, with a star for the student

    def copy_files(self) -> None:
        """Give back the pages that have an owner in the exchange, and name the others."""
        pages = glob.glob(f"{self.src_path}/*.html")  # noqa: PTH207 (the pattern is absolute)
        aside = []
        for folder in sorted({Path(page).parent for page in pages}):
            if (folder / TIMESTAMP).is_file() and (folder / SECRET).is_file():
                self.src_path = glob.escape(str(folder))
                super().copy_files()
            else:
                aside.append(folder.parent.name)
        if aside:
            self.log.warning(
                "Not given back here: %s, who did not hand in through the exchange. Their pages lie in %s.",
                ", ".join(aside), Path(self.coursedir.root) / self.coursedir.feedback_directory,
            )  # fmt: skip
