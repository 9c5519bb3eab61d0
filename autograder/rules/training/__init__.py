"""Rules on optimizer, batches, epochs, callbacks, and what is trained at all."""
