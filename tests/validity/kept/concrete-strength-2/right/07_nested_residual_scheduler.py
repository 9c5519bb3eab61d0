# RIGHT: preprocessing model and residual body nested in one model, LearningRateScheduler with a step schedule, dropout 0.05 between hidden layers
def make_preprocessing():
    norm = layers.Normalization(name="zscore")
    norm.adapt(x_train.to_numpy())
    return keras.Sequential([keras.Input((8,)), norm], name="prep")


def make_body(width=64):
    i = keras.Input((8,))
    a = layers.Dense(width, activation="elu")(i)
    b = layers.Dense(width, activation="elu")(a)
    b = layers.Dropout(0.05)(b)
    b = layers.Dense(width)(b)
    c = layers.Activation("elu")(layers.Add()([a, b]))
    return keras.Model(i, layers.Dense(1)(c), name="body")


raw = keras.Input((8,))
model = keras.Model(raw, make_body()(make_preprocessing()(raw)))


def step_schedule(epoch, lr):
    if epoch < 40:
        return 0.005
    return 0.001


model.compile("adam", "mae")
history = model.fit(x_train, y_train, epochs=70, batch_size=32, validation_data=(x_valid, y_valid),
                    callbacks=[keras.callbacks.LearningRateScheduler(step_schedule)], verbose=0)
