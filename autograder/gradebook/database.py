"""Where the gradebook is: whether its address is one, and whether a server answers there.

No message repeats what may be a password.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from autograder.errors import Mendable

if TYPE_CHECKING:
    from sqlalchemy import URL

_EXAMPLE = "postgresql+psycopg://user@host/name or sqlite:////folder/gradebook.db"


class DatabaseError(Mendable):
    """The gradebook cannot be reached; the message says why, and names no password."""


def is_there(address: str) -> bool:
    """Whether there may be a gradebook: an SQLite file that is missing would be made by whoever opens it."""
    return not address.startswith("sqlite:///") or Path(address.removeprefix("sqlite:///")).is_file()


def require_address(address: str) -> URL:
    """Check that this is a gradebook's address.

    Raises:
        DatabaseError: it is none, or of a kind that this installation cannot speak to.
    """
    from sqlalchemy.engine import make_url  # noqa: PLC0415 (not everybody who creates a course waits for it)
    from sqlalchemy.exc import ArgumentError  # noqa: PLC0415

    if address.partition("?")[0].count("@") > 1:
        raise DatabaseError("The gradebook's address holds more than one @. Write the one in a password as %40.")
    try:
        url = make_url(address)
        url.get_dialect().import_dbapi()
    except (ArgumentError, ValueError):
        raise DatabaseError(f"The gradebook's address cannot be read. Write it as in {_EXAMPLE}.") from None
    except ImportError as missing:
        raise DatabaseError(
            f"The package {missing.name} is missing, which speaks to such a gradebook. For PostgreSQL, write the "
            "address as postgresql+psycopg://… and run: pip install 'autograder[postgresql]'"
        ) from missing
    return url


def require_gradebook(address: str) -> None:
    """Check that the server with the gradebook answers; an SQLite file is made when it is first needed.

    Raises:
        DatabaseError: the address is none, or nobody lets us in there.
    """
    from sqlalchemy import NullPool, create_engine  # noqa: PLC0415
    from sqlalchemy.exc import DBAPIError  # noqa: PLC0415

    url = require_address(address)
    if url.get_backend_name() == "sqlite":
        return
    try:
        create_engine(url, poolclass=NullPool).connect().close()
    except DBAPIError as error:
        where = url.set(query={}).render_as_string(hide_password=True)
        raise DatabaseError(f"No gradebook at {where}: {' '.join(str(error.orig).split())}") from error
