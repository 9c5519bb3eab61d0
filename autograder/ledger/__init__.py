"""The claims ledger: what the answers said, and what the recorded runs say to it.

How to add a claim
------------------
Write in the chapter the anchor ``(claim-NAME)=`` before the paragraph that says the verdict, NAME into
``experiments/claims/CHAPTER/order.txt``, at the same place among the chapter's claims, and ``NAME.toml`` beside it::

    says = "Batch norm is what makes the raw features usable."  # in the course's own words
    by = "the lesson"                   # who says it; "the course" for a finding of ours, put as a claim
    units = {first = 10, looks = [20, 40]}  # judge units 10 to 29; where that is undecided, 10 to 49

    [margin.points]                     # for each word in "measured_in": the smallest difference that matters
    matters = 0.01
    reason = "About 2 % of a good network's error; less would not make anybody choose another network."

    [[effect]]                          # one comparison or more
    where = "at the lesson's size"      # what it covers
    experiment = "red_wine_lesson"      # a file in experiments/results
    measure = "val_mae_last_10"         # a column of it; "a - b" is the difference of two
    changed = "lesson"                  # the variant with the advice; "a - b" is the difference of two
    base = "plain"                      # the variant without it (again "a - b"), or a plain number
    predicts = "lower"                  # "changed" is lower, or higher, than "base"; or the same, or exactly the same
    measured_in = "points"
    varies = "weights"                  # from unit to unit; "data and weights" where each unit draws its data anew

The order of work
-----------------
1. *Explore*: ``python experiments/NAME.py --explore 10`` runs units 0 to 9. Look at them, find the claim, choose the
   margin by what a reader would care about. These units decide nothing.
2. *Plan*: write the claim's file. Its ``first`` lies behind the units that you explored.
3. *Confirm*: ``python experiments/NAME.py`` runs the units of the first look, ``--look 2`` those of the second. Each
   row keeps the digests of the plans that it was run for (column ``plans``; ``exploration`` if there was none).
4. ``python -m autograder.ledger`` says what came out, or what is wrong, with file and line.

A plan is its arms, measure, prediction, margin and units. Whoever changes one of these after the runs has another
plan: the rows are *stale*, which is an error. Words (``says``, ``where``, ``reason``) may be mended at any time.

How a verdict is computed
-------------------------
A *unit* is one draw of the data and one seed, shared by all variants. The *difference* is taken unit by unit, and is
positive where it is as predicted. Its *interval* holds the median difference, whatever the distribution: see
`autograder.ledger.intervals`. The intervals of a chapter's planned effects hold all their medians *together* with a
confidence of 95 %, all looks included. With the margin m, an effect

- *helps* if the whole interval is at least m,
- makes *no difference* that matters if the whole interval lies between -m and m,
- *hurts* if the whole interval is at most -m,
- is *no help* if the whole interval is below m, so that it makes no difference or hurts, we do not know which,
- is *undecided* otherwise.

Where the claim is that two things are the same, an interval that lies beyond the margin on either side *differs*.
A claim that two numbers are ``exactly`` the same needs no interval: it holds *always*, or *not always*.

A claim is *confirmed* if all its effects are as predicted, *refuted* if all are decided against it, it *depends* if
some are as predicted and some decided against it, and is *undecided* in all other cases.

A second backend
----------------
A claim with ``again_on = "jax"`` is measured once more with Keras on JAX, by the same plans, with the same units:
``KERAS_BACKEND=jax python experiments/NAME.py`` writes to ``experiments/results/jax``. `again` judges these runs. The
data are the same, the first weights are not: each backend draws its own random numbers.

Planned rows decide an effect as soon as a whole look of them is there. Until then the exploration speaks: each of its
intervals holds its own median with 95 %, and everything that rests on it is marked ``exploration``.
"""

from __future__ import annotations

from autograder.ledger.intervals import interval, signed_rank_interval
from autograder.ledger.judging import Ledger, again, claim, read
from autograder.ledger.plans import CLAIMS, Effect, Margin, Plan, Units
from autograder.ledger.runs import RESULTS, LedgerError
from autograder.ledger.verdicts import Claim, Finding, outcome

__all__ = [
    "CLAIMS",
    "RESULTS",
    "Claim",
    "Effect",
    "Finding",
    "Ledger",
    "LedgerError",
    "Margin",
    "Plan",
    "Units",
    "again",
    "claim",
    "interval",
    "outcome",
    "read",
    "signed_rank_interval",
]
