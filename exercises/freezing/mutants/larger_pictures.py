"""Takes pictures of 28 by 28 and halves them itself.

Caught by: pictures-in
"""

base = keras.models.load_model(ag.datasets.digit_base())
base.trainable = False
model = keras.Sequential(
    [keras.Input((28, 28, 1)), layers.AveragePooling2D(2), base, layers.Dense(5, activation="softmax")]
)
model.compile(optimizer=keras.optimizers.Adam(0.03), loss="sparse_categorical_crossentropy")
large = np.repeat(np.repeat(x_train, 2, axis=1), 2, axis=2)
history = model.fit(large, y_train, batch_size=25, epochs=30, verbose=0)
