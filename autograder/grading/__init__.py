"""Grading: one submission, and a whole class of them; what cannot be read is said, and costs nobody else."""
