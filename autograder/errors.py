"""What every room's errors for people have in common."""


class Mendable(Exception):
    """An error that a person can mend: one sentence that says what is wrong, where, and what to do."""


class SettingError(Mendable):
    """A setting of the environment says something that cannot be; the message names it and what it may be."""


class TableError(Mendable):
    """A table of a learning platform cannot be read or filled; the message says why."""
