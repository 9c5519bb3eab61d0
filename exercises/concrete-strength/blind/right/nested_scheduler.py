"""Three nested models (scaler, body, head) put together by a fourth, learning rate by LearningRateScheduler."""

scaling = layers.Normalization(name="zscore")
scaling.adapt(x_train.to_numpy())
preprocess = keras.Sequential([keras.Input((8,)), scaling], name="preprocess")

body_in = keras.Input((8,))
t = layers.Dense(64, activation="swish")(body_in)
t = layers.Dense(64, activation="swish")(t)
body = keras.Model(body_in, t, name="body")

head = keras.Sequential([keras.Input((64,)), layers.Dense(1, bias_initializer=keras.initializers.Constant(y_train.mean()))], name="head")

raw = keras.Input((8,), name="raw")
model = keras.Model(raw, head(body(preprocess(raw))))


def schedule(epoch, lr):
    if epoch < 30:
        return 0.01
    if epoch < 50:
        return 0.004
    return 0.001


model.compile("adam", loss="mean_squared_error")
history = model.fit(x_train, y_train, batch_size=32, epochs=65, verbose=0,
                    callbacks=[keras.callbacks.LearningRateScheduler(schedule)])
