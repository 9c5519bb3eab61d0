"""Two frozen 1 by 1 convolutions with one map each stand in front for show (they compute nothing); dense layers do the work.

Caught by: two-convolutions
"""

model = keras.Sequential([
    keras.Input((30, 30, 1)),
    layers.Conv2D(1, 1, trainable=False, kernel_initializer="ones"), layers.Conv2D(1, 1, trainable=False, kernel_initializer="ones"),
    layers.AveragePooling2D(2), layers.Flatten(), layers.Dense(128, activation="relu"), layers.Dropout(0.3), layers.Dense(5, activation="softmax"),
])
model.compile(optimizer=keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(2e-3, 12 * 25)), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=12, verbose=0)
