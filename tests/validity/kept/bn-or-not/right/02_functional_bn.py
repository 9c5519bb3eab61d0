# RIGHT: functional with batch norm whose momentum of 0.6 forgets its start in time, exactly 25 steps per epoch, one-hot labels
y_train_cat = keras.utils.to_categorical(y_train, 10)
y_valid_cat = keras.utils.to_categorical(y_valid, 10)

inputs = keras.Input((28, 28, 1), name="picture")
h = layers.Reshape((784,))(inputs)
h = layers.Dense(96, use_bias=False, kernel_initializer="he_normal")(h)
h = layers.BatchNormalization(momentum=0.6)(h)
h = layers.Activation("relu")(h)
outputs = layers.Dense(10, name="logits")(h)
model = keras.Model(inputs, outputs)
model.summary()

model.compile(
    loss=keras.losses.CategoricalCrossentropy(from_logits=True),
    optimizer=keras.optimizers.Adam(0.01),
    metrics=["accuracy"],
)
history = model.fit(x_train, y_train_cat, batch_size=224, epochs=3,
                    validation_data=(x_valid, y_valid_cat), verbose=0)
print(history.history["val_accuracy"])
