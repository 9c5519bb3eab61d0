# RIGHT: four small convolutional networks as nested models, the mean of their probabilities is the answer; L2, a common random move in front, a LearningRateScheduler
def member(number: int) -> keras.Model:
    l2 = keras.regularizers.L2(5e-4)
    common = dict(activation="relu", padding="same", kernel_regularizer=l2)
    net = keras.Sequential(name=f"member_{number}")
    net.add(keras.Input((14, 14, 1)))
    for filters in (12, 24):
        net.add(layers.Conv2D(filters, 3, **common))
        net.add(layers.MaxPooling2D(2))
    net.add(layers.Flatten())
    net.add(layers.Dropout(0.3))
    net.add(layers.Dense(10, activation="softmax", kernel_regularizer=l2))
    return net


def rate(epoch: int) -> float:
    return 3e-3 if epoch < 40 else 1e-3 if epoch < 55 else 3e-4


picture = keras.Input((14, 14, 1))
moved = layers.RandomTranslation(0.08, 0.08, fill_mode="constant")(picture)
moved = layers.RandomRotation(0.03, fill_mode="constant")(moved)
answer = layers.Average(name="vote")([member(i)(moved) for i in range(4)])
model = keras.Model(picture, answer, name="four_opinions")
model.compile(
    optimizer=keras.optimizers.Adam(),
    loss=keras.losses.SparseCategoricalCrossentropy(),
    metrics=["accuracy"],
)
history = model.fit(
    x_train, y_train, batch_size=25, epochs=65, validation_data=(x_valid, y_valid),
    callbacks=[keras.callbacks.LearningRateScheduler(rate)], verbose=0,
)
