# RIGHT: functional, the whole base frozen before compile and called with training=False, a single Dense layer as head at a high rate
base = keras.models.load_model(ag.datasets.digit_base())
base.trainable = False

inputs = keras.Input((14, 14, 1))
features = base(inputs, training=False)
outputs = layers.Dense(5, activation="softmax", kernel_regularizer=keras.regularizers.L2(1e-4))(features)
model = keras.Model(inputs, outputs)

model.compile(
    optimizer=keras.optimizers.Adam(0.02),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
history = model.fit(x_train, y_train, batch_size=25, epochs=80, validation_data=(x_valid, y_valid), verbose=0)

fresh = keras.models.load_model(ag.datasets.digit_base())
assert all(np.array_equal(a, b) for a, b in zip(base.get_weights(), fresh.get_weights()))
