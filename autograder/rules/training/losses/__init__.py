"""Rules on what is minimized and what is counted: losses, penalties, weights of classes, metrics."""
