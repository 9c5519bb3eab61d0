"""Rules on splits: which rows train, which choose and which judge, and what one part knows of another."""
