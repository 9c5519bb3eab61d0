"""Ends in logits.

Caught by: probability-out
"""

model = keras.Sequential(
    [
        keras.Input((None, 2)),
        layers.LSTM(12, return_sequences=True),
        layers.LSTM(12),
        layers.Dense(1),
    ]
)
model.compile(keras.optimizers.Adam(0.01), loss=keras.losses.BinaryCrossentropy(from_logits=True))
history = model.fit(x_train, y_train, batch_size=64, epochs=10, verbose=0)
