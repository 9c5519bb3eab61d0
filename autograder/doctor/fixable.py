"""Which findings ``--fix`` knows something for, without loading what it works with."""

from __future__ import annotations

from autograder.rules.rule import Finding

SAFE = frozenset({"keras3", "head/loss-repeated-as-metric"})
"""Rules and families whose mending changes no result."""
UNSAFE = frozenset({
    "training/early-stopping-restores-nothing", "training/optimizer-not-passed", "head/probabilities-as-logits",
    "head/linear-on-binary-loss", "head/linear-on-probability-loss",
})  # fmt: skip
"""Rules whose mending changes what is learned: done with ``--unsafe-fixes`` only."""

_NO_SUCCESSOR = (" is gone", "predict_classes(", "keras.preprocessing.", "save_freq=")


def is_mended(finding: Finding, *, unsafe: bool = False) -> bool:
    """Whether ``--fix`` tries to mend a finding; what is simply gone has no new name."""
    rule, gone = finding.rule, any(word in finding.fault.message for word in _NO_SUCCESSOR)
    known = (SAFE | UNSAFE) if unsafe else SAFE
    return rule.id in known or (rule.family in known and not gone)
