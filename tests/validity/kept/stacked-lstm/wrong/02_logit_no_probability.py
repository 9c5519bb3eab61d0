# WRONG: (lacks: 2, "the probability") trained with from_logits=True and handed in without a sigmoid, so the answer is a logit
model = keras.Sequential([
    keras.Input((None, 2)),
    layers.LSTM(14, return_sequences=True),
    layers.LSTM(12),
    layers.Dense(1),
])
model.compile(
    optimizer=keras.optimizers.Adam(0.01),
    loss=keras.losses.BinaryCrossentropy(from_logits=True),
    metrics=[keras.metrics.BinaryAccuracy(name="accuracy", threshold=0.0)],
)
history = model.fit(x_train, y_train, batch_size=64, epochs=18, validation_data=(x_valid, y_valid), verbose=0)
