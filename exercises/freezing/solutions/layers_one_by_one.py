"""The layers of the base taken out and frozen one by one, in one flat model, dropout before the head."""

base = keras.models.load_model(ag.datasets.digit_base())
for layer in base.layers:
    layer.trainable = False
model = keras.Sequential(
    [keras.Input((14, 14, 1)), *base.layers, layers.Dropout(0.1), layers.Dense(5, activation="softmax")]
)
model.compile(optimizer=keras.optimizers.Adam(0.03), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=25, epochs=30, verbose=0)
