# RIGHT: branches with small and large windows side by side, two convolutions on each; three fits, each with a lower rate
def conv(x, maps, size, stride=1):
    x = layers.Conv2D(maps, size, strides=stride, padding="same", use_bias=False)(x)
    x = layers.BatchNormalization(momentum=0.8)(x)
    return layers.ReLU()(x)


fabric = keras.Input((30, 30, 1), name="fabric")
branches = []
for size in (3, 5, 7):
    branch = conv(fabric, 16, size, stride=2)
    branches.append(conv(branch, 24, 3, stride=2))
x = layers.Concatenate()(branches)
x = conv(x, 64, 3)
x = layers.Concatenate()([layers.GlobalAveragePooling2D()(x), layers.GlobalMaxPooling2D()(x)])
x = layers.Dropout(0.3)(x)
model = keras.Model(fabric, layers.Dense(5, activation="softmax", name="weave")(x))

model.compile(optimizer=keras.optimizers.Nadam(2e-3), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = []
for rate, epochs in [(2e-3, 8), (2e-4, 6), (2e-5, 6)]:
    model.optimizer.learning_rate.assign(rate)
    history.append(model.fit(x_train, y_train, batch_size=20, epochs=epochs,
                             validation_data=(x_valid, y_valid), verbose=0))
