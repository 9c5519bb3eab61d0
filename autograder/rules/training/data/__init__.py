"""Rules on what training is fed: rows beside their targets, batches, generators, data sets."""
