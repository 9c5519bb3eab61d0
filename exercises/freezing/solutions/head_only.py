"""The whole base frozen, a head behind it."""

base = keras.models.load_model(ag.datasets.digit_base())
base.trainable = False
model = keras.Sequential([base, layers.Dense(5, activation="softmax")])
model.compile(optimizer=keras.optimizers.Adam(0.03), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=25, epochs=30, verbose=0)
