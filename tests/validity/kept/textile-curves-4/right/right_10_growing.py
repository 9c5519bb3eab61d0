# RIGHT: separable convolutions, RMSprop, and instead of only a smaller rate growing batches: 16, then 50, then 200 patches a step; class weights from counts
counts = np.bincount(y_train, minlength=5)
class_weight = {c: len(y_train) / (5 * n) for c, n in enumerate(counts)}

model = keras.Sequential()
model.add(keras.Input((30, 30, 1)))
model.add(layers.Conv2D(32, (5, 5), strides=(2, 2), padding="same", activation="relu"))
model.add(layers.BatchNormalization(momentum=0.8))
for filters in [64, 64]:
    model.add(layers.SeparableConv2D(filters, (3, 3), padding="same", activation="relu"))
    model.add(layers.BatchNormalization(momentum=0.8))
    model.add(layers.MaxPooling2D((2, 2)))
model.add(layers.GlobalAveragePooling2D())
model.add(layers.Dense(5, activation="softmax"))

model.compile(loss="sparse_categorical_crossentropy", optimizer=keras.optimizers.RMSprop(2e-3), metrics=["accuracy"])
history = []
for batch_size, epochs, learning_rate in [(16, 9, 2e-3), (50, 6, 5e-4), (200, 6, 2e-4)]:
    model.optimizer.learning_rate = learning_rate
    history.append(model.fit(x_train, y_train, batch_size=batch_size, epochs=epochs, class_weight=class_weight,
                             validation_data=(x_valid, y_valid), verbose=0))
