"""The base is frozen before it was loaded."""

base.trainable = False
model = keras.Sequential([base, layers.Dense(5, "softmax")])
