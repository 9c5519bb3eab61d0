"""Rules on optimizers: learning rates, steps, epochs, and whether there is one at all."""
