# RIGHT: a committee of three small networks in one functional model whose softmaxes are averaged; L2, dropout and random shifts
from keras import regularizers

def member(x, k, n):
    l2 = regularizers.L2(1e-4)
    x = layers.Conv2D(n, k, padding="same", activation="relu", kernel_regularizer=l2)(x)
    x = layers.MaxPooling2D()(x)
    x = layers.Conv2D(2 * n, 3, padding="same", activation="relu", kernel_regularizer=l2)(x)
    x = layers.MaxPooling2D()(x)
    x = layers.Flatten()(x)
    x = layers.Dropout(0.4)(x)
    return layers.Dense(10, activation="softmax")(x)

picture = keras.Input(shape=(14, 14, 1))
moved = layers.RandomTranslation(height_factor=0.1, width_factor=0.1, fill_mode="constant")(picture)
answers = [member(moved, k, n) for k, n in ((3, 16), (5, 16), (3, 24))]
model = keras.Model(picture, layers.Average()(answers))
model.compile(optimizer=keras.optimizers.Adam(learning_rate=0.002), loss="sparse_categorical_crossentropy",
              metrics=["accuracy"])
history = model.fit(x_train, y_train, epochs=60, batch_size=16, validation_data=(x_valid, y_valid), verbose=0)
