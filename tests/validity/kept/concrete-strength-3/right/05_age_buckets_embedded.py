# RIGHT: besides the eight standardised numbers, the age goes through Discretization and an Embedding; joined before the dense layers
inputs = keras.Input((8,), dtype="float32")
norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
z = norm(inputs)

days = inputs[:, 7:8]
bucket = layers.Discretization(bin_boundaries=[2.0, 5.0, 10.0, 20.0, 40.0, 70.0, 150.0])(days)
young_or_old = layers.Flatten()(layers.Embedding(8, 3)(bucket))

h = layers.Concatenate()([z, young_or_old])
skip = h
h = layers.Dense(64, activation="gelu")(h)
h = layers.Concatenate()([h, skip])
h = layers.Dense(64, activation="gelu")(h)
o = layers.Dense(1, bias_initializer=keras.initializers.Constant(35.0))(h)

model = keras.Model(inputs, o)
model.compile(optimizer=keras.optimizers.Adam(learning_rate=0.005), loss=keras.losses.Huber(delta=3.0), metrics=["mae"])
history = model.fit(x_train, y_train, epochs=60, batch_size=32, validation_data=(x_valid, y_valid), verbose=0)
