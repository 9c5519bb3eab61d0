"""Cases that are many and alike take turns: every day another part of them is asked.

``TODAY=2026-11-28`` repeats a day; ``EVERY_CASE=1`` asks all of them, as is due after a change of what they test.
"""

import os
import random
from collections.abc import Sequence
from datetime import date
from typing import TypeVar

TODAY = date.fromisoformat(os.environ.get("TODAY") or date.today().isoformat())
CHOICE = random.Random(TODAY.isoformat())
Case = TypeVar("Case")
EVERY_CASE = os.environ.get("EVERY_CASE") == "1"


def is_todays(number: int, turns: int) -> bool:
    """Whether case `number` is asked today, if each is asked every `turns` days."""
    return EVERY_CASE or number % turns == TODAY.toordinal() % turns


def todays(cases: Sequence[Case], turns: int) -> list[Case]:
    """Those of the cases that are asked today."""
    return [case for number, case in enumerate(cases) if is_todays(number, turns)]
