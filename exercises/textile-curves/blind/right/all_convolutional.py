"""All-convolutional: a 1 by 1 convolution with five maps, one for each class, each averaged to one unit, softmax."""

epochs, batch = 14, 16
rate = keras.optimizers.schedules.CosineDecay(3e-3, epochs * 800 // batch)
model = keras.Sequential([keras.Input((30, 30, 1)), layers.AveragePooling2D(2)])
for maps in (16, 24, 32):
    model.add(layers.Conv2D(maps, 3, padding="same"))
    model.add(layers.BatchNormalization(momentum=0.9))
    model.add(layers.ReLU())
    if maps < 32:
        model.add(layers.MaxPooling2D())
model.add(layers.Conv2D(5, 1))
model.add(layers.GlobalMaxPooling2D())
model.add(layers.Softmax())
model.compile(optimizer=keras.optimizers.Adam(rate), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=batch, epochs=epochs, verbose=0)
