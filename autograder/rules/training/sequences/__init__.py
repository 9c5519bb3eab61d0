"""Rules on texts and series: words, padding, masks, and steps in time."""
