# RIGHT: trained with three quantile heads and a pinball loss; afterwards the median's column becomes a head of one unit
quantiles = np.array([[0.25, 0.5, 0.75]], dtype="float32")


def pinball(y, q_hat):
    y = keras.ops.reshape(keras.ops.cast(y, "float32"), (-1, 1))
    off = y - q_hat
    return keras.ops.mean(keras.ops.maximum(quantiles * off, (quantiles - 1) * off), axis=-1)


adapted = layers.Normalization()
adapted.adapt(x_train.to_numpy())

inputs = keras.Input((11,))
h = adapted(inputs)
h = layers.Dense(64, activation="softplus")(h)
h = layers.Dropout(0.1)(h)
h = layers.Dense(64, activation="relu")(h)
h = layers.Dropout(0.2)(h)
heads = layers.Dense(3, bias_initializer=keras.initializers.Constant(5.5), name="heads")
three = keras.Model(inputs, heads(h))
three.compile(optimizer=keras.optimizers.Adam(1e-3), loss=pinball)
history = three.fit(x_train.to_numpy(), y_train.to_numpy().astype("float32"), epochs=45, batch_size=32,
                    validation_data=(x_valid.to_numpy(), y_valid.to_numpy().astype("float32")), verbose=0)

kernel, bias = heads.get_weights()
median = layers.Dense(1, name="median")
model = keras.Model(inputs, median(h))
median.set_weights([kernel[:, 1:2], bias[1:2]])
model.compile(loss="mae")
print("mae of the median head:", model.evaluate(x_valid, y_valid, verbose=0))
