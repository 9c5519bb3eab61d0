"""``python -m autograder.ledger`` says all verdicts, or what is wrong with a claim or a result file, and where."""

from __future__ import annotations

import sys

from autograder.ledger import Claim, LedgerError, again, read
from autograder.ledger.plans import OTHER_BACKENDS
from autograder.ledger.verdicts import Finding


def lines(claim: Claim, where: str = "") -> list[str]:
    """A claim as text: its verdict, then its effects."""
    basis = ", exploration" if claim.exploration else ""
    return [f"{claim.chapter}/{claim.name}{where}: {claim.verdict}{basis}", *map(effect_line, claim.findings)]


def effect_line(found: Finding) -> str:
    """An effect as text: outcome, median, interval and number of units."""
    numbers = f"{found.median:+.3g} ({found.low:+.3g} to {found.high:+.3g}) {found.effect.measured_in}"
    return f"    {found.outcome:14} {numbers}, {found.n} units, {found.basis}: {found.effect.where}"


def main() -> None:
    """Print every claim; exit with 1 and one line if something is not as it should be."""
    try:
        said = [line for claim in read() for line in lines(claim)]
        for backend in OTHER_BACKENDS:
            said += [line for claim in again(backend) for line in lines(claim, f", again on {backend}")]
    except LedgerError as error:
        sys.exit(str(error))
    print("\n".join(said))


if __name__ == "__main__":
    main()
