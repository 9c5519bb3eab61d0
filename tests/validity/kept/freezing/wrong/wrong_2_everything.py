# WRONG: follows the usual recipe and fine-tunes the whole base at the end with a tiny rate, so the first two blocks are no longer as they were released
base = keras.models.load_model(ag.datasets.digit_base())
base.trainable = False

inputs = keras.Input((14, 14, 1))
outputs = layers.Dense(5, activation="softmax")(base(inputs, training=False))
model = keras.Model(inputs, outputs)
model.compile(keras.optimizers.Adam(0.02), "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=25, epochs=50, validation_data=(x_valid, y_valid), verbose=0)

# fine-tuning; training=False above keeps the statistics of batch norm safe
base.trainable = True
model.compile(keras.optimizers.Adam(1e-4), "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=25, epochs=20, validation_data=(x_valid, y_valid), verbose=0)
