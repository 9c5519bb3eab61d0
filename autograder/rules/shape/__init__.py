"""Rules on what size the data has on its way."""
