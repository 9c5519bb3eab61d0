"""Rules on the output layer and the loss it is trained with."""
