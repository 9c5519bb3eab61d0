"""Rules on spellings that no longer run."""
