# RIGHT: scales inside the model with an adapted Normalization layer, then two fits, the second with smaller batches and steps
scale = layers.Normalization(axis=None)
scale.adapt(x_train)

def build():
    inp = layers.Input(shape=x_train.shape[1:])
    x = scale(inp)
    x = layers.Flatten()(x)
    x = layers.Dense(128, activation="relu", kernel_initializer="he_uniform")(x)
    x = layers.Dense(10)(x)
    out = layers.Softmax()(x)
    return keras.Model(inp, out)

model = build()
loss = "sparse_categorical_crossentropy"

# phase 1: five epochs of five steps
model.compile(optimizer=keras.optimizers.Adam(5e-3), loss=loss, metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=1120, epochs=5,
                    validation_data=(x_valid, y_valid), verbose=0)
print("after 25 steps", history.history["val_accuracy"][-1])

# phase 2: polish
model.compile(optimizer=keras.optimizers.Adam(1e-3), loss=loss, metrics=["accuracy"])
more = model.fit(x_train, y_train, batch_size=128, epochs=3,
                 validation_data=(x_valid, y_valid), verbose=0)
print("at the end", more.history["val_accuracy"][-1])
