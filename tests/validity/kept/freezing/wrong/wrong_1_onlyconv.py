# WRONG: freezes only the convolutions; gamma, beta and the stored statistics of norm_1 and norm_2 move during training
base = keras.models.load_model(ag.datasets.digit_base())
for layer in base.layers:
    if layer.name.startswith("conv"):
        layer.trainable = False

model = keras.Sequential([keras.Input((14, 14, 1)), base, layers.Dense(5, activation="softmax")])
model.compile(keras.optimizers.Adam(0.01), "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=20, epochs=60, validation_data=(x_valid, y_valid), verbose=0)
