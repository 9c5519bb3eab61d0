# WRONG: (lacks: 3, drop units after every hidden layer) the second dropout's result is stored in a variable that the next layer never uses
inputs = keras.Input(shape=(5,))
x0 = layers.BatchNormalization()(inputs)

x1 = layers.Dense(64)(x0)
x1 = layers.BatchNormalization()(x1)
x1 = layers.ReLU()(x1)
x1_drop = layers.Dropout(0.2)(x1)

x2 = layers.Dense(64)(x1_drop)
x2 = layers.BatchNormalization()(x2)
x2 = layers.ReLU()(x2)
x2_drop = layers.Dropout(0.2)(x2)

outputs = layers.Dense(1, activation="sigmoid")(x2)

model = keras.Model(inputs, outputs)
model.compile(optimizer=keras.optimizers.Adam(1.5e-3), loss="binary_crossentropy")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=40, batch_size=64, verbose=0)
