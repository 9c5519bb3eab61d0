"""Rules on what is done with a trained model's answers: their order, their names, their numbers."""
