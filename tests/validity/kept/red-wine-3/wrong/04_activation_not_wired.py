# WRONG: (lacks 3: two hidden layers with an activation) the second activation is computed, but the dropout goes on from the tensor before it
norm = layers.Normalization(mean=x_train.mean().to_numpy(), variance=x_train.var().to_numpy())
inputs = keras.Input((11,))
z = norm(inputs)

dense1 = layers.Dense(64)(z)
act1 = layers.Activation("relu")(dense1)
drop1 = layers.Dropout(0.2)(act1)

dense2 = layers.Dense(64)(drop1)
act2 = layers.Activation("relu")(dense2)
drop2 = layers.Dropout(0.2)(dense2)

outputs = layers.Dense(1, bias_initializer=keras.initializers.Constant(float(y_train.mean())))(drop2)
model = keras.Model(inputs, outputs)
model.compile(optimizer="adam", loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=40, batch_size=32, verbose=0)
