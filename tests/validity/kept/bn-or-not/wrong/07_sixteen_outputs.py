# WRONG: (lacks: 2, ten numbers) sixteen outputs, because "powers of two are faster" and the other six simply stay small
inputs = keras.Input((28, 28, 1))
x = layers.Flatten()(inputs)
x = layers.Dense(64, use_bias=False)(x)
x = layers.BatchNormalization(momentum=0.7)(x)
x = layers.ReLU()(x)
outputs = layers.Dense(16, activation="softmax")(x)
model = keras.Model(inputs, outputs)
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=224, epochs=4,
                    validation_data=(x_valid, y_valid), verbose=2)
