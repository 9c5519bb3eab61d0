"""Called with training=False and thawed at a tiny rate: batch norm follows the new pictures all the same.

Caught by: base-kept
"""

base = keras.models.load_model(ag.datasets.digit_base())
inputs = keras.Input((14, 14, 1))
model = keras.Model(inputs, layers.Dense(5, activation="softmax")(base(inputs, training=False)))
base.trainable = False
model.compile(optimizer=keras.optimizers.Adam(0.03), loss="sparse_categorical_crossentropy")
first = model.fit(x_train, y_train, batch_size=25, epochs=30, verbose=0)
base.trainable = True
model.compile(optimizer=keras.optimizers.Adam(1e-5), loss="sparse_categorical_crossentropy")
history = model.fit(x_train, y_train, batch_size=25, epochs=5, verbose=0)
