"""Adapts to a column that is not there: an exception in the middle."""

scale = layers.Normalization()
scale.adapt(x_train["latitude1"])
