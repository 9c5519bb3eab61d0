"""The judge's own seeds for repeating a training."""

SEEDS = (101, 102, 103)
