"""Rules on steps of one's own: tapes, gradients, modes, state, noise."""
