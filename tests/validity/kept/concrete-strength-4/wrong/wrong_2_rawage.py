# WRONG: only the seven ingredients are standardised, the age goes into the first dense layer in raw days
ingredients = x_train.drop(columns="age").to_numpy()
norm = layers.Normalization()
norm.adapt(ingredients)

inputs = keras.Input((8,))
mixture = norm(inputs[:, :7])
days = inputs[:, 7:]
x = layers.Concatenate()([mixture, days])
x = layers.Dense(64, activation="relu")(x)
x = layers.Dense(64, activation="relu")(x)
outputs = layers.Dense(1, bias_initializer=keras.initializers.Constant(float(y_train.mean())))(x)
model = keras.Model(inputs, outputs)
model.compile(optimizer=keras.optimizers.Adam(5e-3), loss="mae")
history = model.fit(x_train, y_train, batch_size=32, epochs=120,
                    validation_data=(x_valid, y_valid), verbose=0)
