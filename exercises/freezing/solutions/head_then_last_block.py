"""The head first; then the last block, too, slowly, compiled again."""

base = keras.models.load_model(ag.datasets.digit_base())
base.trainable = False
inputs = keras.Input((14, 14, 1))
model = keras.Model(inputs, layers.Dense(5, activation="softmax")(base(inputs)))
model.compile(optimizer=keras.optimizers.Adam(0.03), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=25, epochs=20, verbose=0)
for layer in base.layers:
    layer.trainable = layer.name in {"conv_3", "norm_3"}
model.compile(optimizer=keras.optimizers.Adam(0.001), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
later = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=25, epochs=10, verbose=0)
