"""Ten answers, for ten digits; there are five.

Caught by: five-answers
"""

base = keras.models.load_model(ag.datasets.digit_base())
base.trainable = False
model = keras.Sequential([base, layers.Dense(10, activation="softmax")])
model.compile(optimizer=keras.optimizers.Adam(0.03), loss="sparse_categorical_crossentropy")
history = model.fit(x_train, y_train, batch_size=25, epochs=30, verbose=0)
