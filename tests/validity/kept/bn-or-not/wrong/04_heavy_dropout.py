# WRONG: (lacks: 6, the same network in both modes) so much dropout on pixels and units that the averaged training answers are clearly different
model = keras.Sequential([
    keras.Input((28, 28, 1)),
    layers.Flatten(),
    layers.Dropout(0.75),
    layers.Dense(512, activation="relu"),
    layers.Dropout(0.75),
    layers.Dense(10),
])
model.compile(optimizer=keras.optimizers.Adam(0.01),
              loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=1120, epochs=15,
                    validation_data=(x_valid, y_valid), verbose=2)
