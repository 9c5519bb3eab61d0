"""Adapt was forgotten; batch norm after the first dense layer (which reads raw values) repairs training.

Caught by: standardised-inputs
"""

inputs = keras.Input((11,))
h = layers.Normalization()(inputs)
for _ in range(2):
    h = layers.Dense(64)(h)
    h = layers.BatchNormalization()(h)
    h = layers.ReLU()(h)
    h = layers.Dropout(0.2)(h)
model = keras.Model(inputs, layers.Dense(1, bias_initializer=keras.initializers.Constant(y_train.mean()))(h))
model.compile(optimizer="adam", loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=40, verbose=0)
