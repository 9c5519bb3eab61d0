# WRONG: (lacks: 3, "no way leads around them") the head also gets the mean ink of each quarter of the raw picture
base = keras.models.load_model(ag.datasets.digit_base())
base.trainable = False
inputs = keras.Input((14, 14, 1))
features = base(inputs, training=False)
quarters = layers.Flatten()(layers.AveragePooling2D(7)(inputs))    # where is the ink?
x = layers.Concatenate()([features, quarters])
outputs = layers.Dense(5, activation="softmax")(x)
model = keras.Model(inputs, outputs)
model.compile(keras.optimizers.Adam(0.03), "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=25, epochs=40, validation_data=(x_valid, y_valid), verbose=0)
