"""The first block alone, and the rest is new: little is left of what the base knows.

Caught by: base-kept
"""

base = keras.models.load_model(ag.datasets.digit_base())
base.trainable = False
model = keras.Sequential(
    [
        keras.Input((14, 14, 1)),
        *base.layers[:3],
        layers.Conv2D(32, 3, strides=2, activation="relu"),
        layers.GlobalAveragePooling2D(),
        layers.Dense(5, activation="softmax"),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=25, epochs=60, verbose=0)
