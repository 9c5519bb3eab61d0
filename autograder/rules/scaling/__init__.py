"""Rules on the numbers that go in and the numbers that are asked for."""
