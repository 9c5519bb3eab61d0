"""No layer bends, so the border is one straight line.

Caught by: hidden-layer
"""

model = keras.Sequential(
    [
        keras.Input((2,)),
        layers.Dense(32),
        layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="binary_crossentropy")
history = model.fit(x_train, y_train, batch_size=32, epochs=20, verbose=0)
