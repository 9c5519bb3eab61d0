"""Two stem convolutions and a residual block with batch norm, global max pooling."""

epochs, batch = 14, 16
rate = keras.optimizers.schedules.CosineDecay(2e-3, epochs * 800 // batch)
inputs = keras.Input((30, 30, 1))
h = layers.AveragePooling2D(2)(inputs)
for maps in (12, 24):
    h = layers.Conv2D(maps, 3, padding="same", use_bias=False)(h)
    h = layers.BatchNormalization(momentum=0.9)(h)
    h = layers.ReLU()(h)
    h = layers.MaxPooling2D()(h)
r = layers.Conv2D(24, 3, padding="same", use_bias=False)(h)
r = layers.BatchNormalization(momentum=0.9)(r)
h = layers.ReLU()(layers.Add()([h, r]))
h = layers.Flatten()(h)
model = keras.Model(inputs, layers.Dense(5, activation="softmax")(h))
model.compile(optimizer=keras.optimizers.Adam(rate), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=batch, epochs=epochs, verbose=0)
