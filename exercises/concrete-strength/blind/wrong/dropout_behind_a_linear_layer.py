"""A frozen identity dense layer, then dropout: ingredients are dropped.

Caught by: no-dropout-on-features
"""

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input((8,)), norm, layers.Dense(8, kernel_initializer="identity", trainable=False), layers.Dropout(0.05),
    layers.Dense(64, activation="relu"), layers.Dense(64, activation="relu"), layers.Dense(1, bias_initializer=keras.initializers.Constant(y_train.mean())),
])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=40, verbose=0)
