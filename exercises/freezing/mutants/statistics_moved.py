"""Convolutions are frozen, batch norms are not: their statistics and scales follow the new pictures.

Caught by: base-kept
"""

base = keras.models.load_model(ag.datasets.digit_base())
for layer in base.layers:
    layer.trainable = not layer.name.startswith("conv")
model = keras.Sequential([base, layers.Dense(5, activation="softmax")])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="sparse_categorical_crossentropy")
history = model.fit(x_train, y_train, batch_size=25, epochs=30, verbose=0)
