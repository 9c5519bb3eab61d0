# WRONG: the dropout layers are called with training=False, so no unit is ever dropped
norm = layers.Normalization()
norm.adapt(x_train.to_numpy())

inputs = keras.Input((11,))
h = norm(inputs)
for units in (16, 8):
    h = layers.Dense(units, activation="relu", kernel_regularizer="l2")(h)
    h = layers.Dropout(0.3)(h, training=False)
outputs = layers.Dense(1, bias_initializer=keras.initializers.Constant(float(y_train.mean())))(h)

model = keras.Model(inputs, outputs)
model.compile(optimizer=keras.optimizers.Adam(2e-3), loss="mae")
history = model.fit(x_train, y_train, epochs=30, batch_size=32,
                    validation_data=(x_valid, y_valid), verbose=0)
