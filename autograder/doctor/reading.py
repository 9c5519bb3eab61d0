"""What could not be read, as findings like those of the rules: family ``read``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from autograder.rules.rule import Fault, Finding, Level, Rule

if TYPE_CHECKING:
    from autograder.anatomy.source import Failure

_TOLD = {
    "unreadable": (Level.ERROR, "unreadable file", "Check the path, the rights to read it, and that it is UTF-8."),
    "notebook": (Level.ERROR, "not a notebook", "Save the notebook again in Jupyter, or restore it from a backup."),
    "language": (Level.NOTE, "another language", "Examine the Python part of the work."),
    "syntax": (Level.ERROR, "not Python", "Mend the syntax first: Python would stop here, too."),
    "python2": (Level.ERROR, "Python 2", "Write it for Python 3: print(…), except E as error."),
    "large": (Level.ERROR, "too large to read", "Split the file, or examine the part that builds the model."),
    "budget": (Level.NOTE, "too large to follow", "Examine the part that builds the model by itself."),
    "archive": (Level.ERROR, "not a saved model", "Save the model again with model.save('NAME.keras')."),
    "mistake": (Level.NOTE, "a mistake of the doctor's", "Report it, with the file if you can share it."),
}
_OTHER_NAMES = {"reader": "mistake"}
READING = {
    f"read/{kind}": Rule(
        level, title, instead, id=f"read/{kind}", page=f"# {title[0].upper()}{title[1:]}\n\n{instead}\n"
    )
    for kind, (level, title, instead) in _TOLD.items()
}
"""The rules of this family, by id; they look at nothing by themselves."""


def finding_of(failure: Failure, path: str) -> Finding:
    """A failure of the reader as a finding."""
    kind = _OTHER_NAMES.get(failure.kind, failure.kind)
    rule = READING[f"read/{kind}"]
    return Finding(rule, Fault(failure.message, failure.place), path)


def archive(message: str, path: str) -> Finding:
    """A ``.keras`` file that is none."""
    return Finding(READING["read/archive"], Fault(message), path)


def mistake(rule: str, error: Exception, path: str) -> Finding:
    """A rule that raised something; the others go on."""
    sentence = f"The rule {rule} made a mistake here ({type(error).__name__}); the others looked all the same."
    return Finding(READING["read/mistake"], Fault(sentence), path)
