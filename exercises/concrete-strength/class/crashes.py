"""An exception in the middle: the name of a column that does not exist."""

x_train = x_train.drop(columns="cements")
