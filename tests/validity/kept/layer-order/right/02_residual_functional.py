# RIGHT: functional with a residual connection; the batch norms sit inside the branches, right behind a bias-free Dense
def dense_bn_relu_drop(h, units, rate):
    h = layers.Dense(units, use_bias=False, kernel_initializer="he_normal")(h)
    h = layers.BatchNormalization(momentum=0.95)(h)
    h = layers.ReLU()(h)
    return layers.Dropout(rate)(h)


inp = keras.Input(shape=(5,), name="readings")
x = layers.BatchNormalization(name="scale_readings")(inp)
x = dense_bn_relu_drop(x, 64, 0.15)
shortcut = x
x = dense_bn_relu_drop(x, 64, 0.15)
x = layers.Add()([shortcut, x])
out = layers.Dense(1, activation="sigmoid", name="p_leak")(x)
model = keras.Model(inp, out, name="leaks")
model.summary()

model.compile("adam", "binary_crossentropy")
history = model.fit(
    x_train, y_train,
    epochs=45, batch_size=64,
    validation_data=(x_valid, y_valid),
    verbose=2,
)
