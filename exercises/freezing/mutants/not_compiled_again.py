"""Frozen after the first training, and not compiled again: nothing is frozen.

Caught by: base-kept
"""

base = keras.models.load_model(ag.datasets.digit_base())
model = keras.Sequential([base, layers.Dense(5, activation="softmax")])
model.compile(optimizer=keras.optimizers.Adam(0.003), loss="sparse_categorical_crossentropy")
model.fit(x_train, y_train, batch_size=25, epochs=1, verbose=0)
base.trainable = False
history = model.fit(x_train, y_train, batch_size=25, epochs=20, verbose=0)
