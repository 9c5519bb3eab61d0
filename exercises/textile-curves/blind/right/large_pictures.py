"""No early pooling: three convolutions on the full pictures, batch norm, cosine; slow, but within the notebook's ten minutes."""

epochs, batch = 15, 32
rate = keras.optimizers.schedules.CosineDecay(2e-3, epochs * 800 // batch)
model = keras.Sequential([keras.Input((30, 30, 1))])
for maps in (32, 64, 64):
    model.add(layers.Conv2D(maps, 3, padding="same", use_bias=False))
    model.add(layers.BatchNormalization(momentum=0.9))
    model.add(layers.ReLU())
model.add(layers.MaxPooling2D(3))
model.add(layers.GlobalMaxPooling2D())
model.add(layers.Dropout(0.2))
model.add(layers.Dense(5, activation="softmax"))
model.compile(optimizer=keras.optimizers.Adam(rate), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=batch, epochs=epochs, verbose=0)
