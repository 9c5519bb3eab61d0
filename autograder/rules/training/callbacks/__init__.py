"""Rules on callbacks: what they watch, when they stop, and what they keep."""
