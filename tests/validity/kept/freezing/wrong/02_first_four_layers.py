# WRONG: (lacks: 3, "norm_2 with every number as it is in the file") keeps layers[:4] frozen when tuning, but relu_1 is one of these four, so norm_2 learns
base = keras.models.load_model(ag.datasets.digit_base())
base.trainable = False
model = keras.Sequential([keras.Input((14, 14, 1)), base, layers.Dense(5, activation="softmax")])
model.compile(keras.optimizers.Adam(0.03), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x_train, y_train, batch_size=25, epochs=30, verbose=0)

# fine tuning: conv_1, norm_1, conv_2, norm_2 stay frozen
base.trainable = True
for layer in base.layers[:4]:
    layer.trainable = False
model.compile(keras.optimizers.Adam(1e-4), "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=25, epochs=10, validation_data=(x_valid, y_valid), verbose=0)
