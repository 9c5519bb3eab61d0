"""The asker imports a base, puts a head behind it, and trains it all.

Caught by: base-kept
"""

base = keras.models.load_model(ag.datasets.digit_base())
model = keras.Sequential([base, layers.Dense(5, activation="softmax")])
model.compile(optimizer=keras.optimizers.Adam(0.001), loss="sparse_categorical_crossentropy")
history = model.fit(x_train, y_train, batch_size=25, epochs=20, verbose=0)
