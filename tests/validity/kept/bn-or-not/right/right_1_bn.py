# RIGHT: Sequential with batch norm of momentum 0.6, batches of 256 (22 steps in the first epoch), Adam at 0.006 and a LearningRateScheduler that lowers it afterwards
model = keras.Sequential([
    keras.Input((28, 28, 1)),
    layers.Flatten(),
    layers.Dense(128, use_bias=False),
    layers.BatchNormalization(momentum=0.6),  # 0.6 ** 22 is next to nothing: the zeros and ones are forgotten
    layers.Activation("relu"),
    layers.Dense(10, activation="softmax"),
])
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.006),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
print("steps per epoch:", int(np.ceil(len(x_train) / 256)))
history = model.fit(
    x_train, y_train,
    batch_size=256,
    epochs=5,
    validation_data=(x_valid, y_valid),
    callbacks=[keras.callbacks.LearningRateScheduler(lambda epoch, rate: 0.006 * 0.5 ** epoch)],
)
