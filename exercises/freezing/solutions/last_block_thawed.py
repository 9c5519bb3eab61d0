"""The last block learns from the start, behind two frozen ones; stopped early."""

base = keras.models.load_model(ag.datasets.digit_base())
for layer in base.layers:
    layer.trainable = layer.name.endswith("_3") and layer.name != "norm_3"
inputs = keras.Input((14, 14, 1))
outputs = layers.Dense(5, activation="softmax")(base(inputs, training=False))
model = keras.Model(inputs, outputs)
model.compile(optimizer=keras.optimizers.Adam(0.003), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
stop = keras.callbacks.EarlyStopping(monitor="val_accuracy", patience=10, restore_best_weights=True)
history = model.fit(
    x_train, y_train, validation_data=(x_valid, y_valid), batch_size=25, epochs=20, callbacks=[stop], verbose=0
)
