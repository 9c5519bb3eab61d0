# WRONG: (lacks: 3, "every number as it is in the file") freezes the base after a first fit and does not compile again; the warm-up has changed it already, too
base = keras.models.load_model(ag.datasets.digit_base())
model = keras.Sequential([keras.Input((14, 14, 1)), base, layers.Dense(5, activation="softmax")])
model.compile(keras.optimizers.Adam(0.003), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x_train, y_train, batch_size=25, epochs=2, verbose=0)         # warm up

base.trainable = False
history = model.fit(x_train, y_train, batch_size=25, epochs=30, validation_data=(x_valid, y_valid), verbose=0)
