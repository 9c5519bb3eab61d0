# WRONG: a trick, a formula multiplies the two marked readings, and the two recurrent layers are an ornament whose answer is multiplied by zero.
from keras import ops

inputs = keras.Input((None, 2))
marked = inputs[..., :1] * inputs[..., 1:]
total = ops.sum(marked, axis=1)
product = (ops.square(total) - ops.sum(ops.square(marked), axis=1)) / 2  # (a + b)² - a² - b² = 2ab

x = layers.LSTM(6, return_sequences=True)(inputs)
x = layers.LSTM(6)(x)
x = layers.Concatenate()([product * 20.0, x * 0.0])
outputs = layers.Dense(1, activation="sigmoid")(x)
model = keras.Model(inputs, outputs)

model.compile(optimizer=keras.optimizers.Adam(0.02), loss="binary_crossentropy", metrics=["accuracy"])
history = model.fit(
    x_train, y_train, validation_data=(x_valid, y_valid), epochs=8, batch_size=64, verbose=0
)
