# RIGHT: bagging, three networks each trained on rows drawn with replacement, averaged by one functional model
def member(name):
    scale = layers.Normalization()
    scale.adapt(x_train.to_numpy())
    net = keras.Sequential([
        keras.Input((11,)),
        scale,
        layers.Dense(50, activation="elu"),
        layers.Dropout(0.3),
        layers.Dense(50, activation="elu"),
        layers.Dropout(0.3),
        layers.Dense(1, bias_initializer=keras.initializers.Constant(float(y_train.mean()))),
    ], name=name)
    net.compile(optimizer=keras.optimizers.Adam(1e-3), loss="mae")
    return net


members, history = [], []
for k in range(3):
    net = member(f"taster_{k}")
    drawn = np.random.randint(len(x_train), size=len(x_train))
    history.append(net.fit(x_train.iloc[drawn], y_train.iloc[drawn], batch_size=32, epochs=40,
                           validation_data=(x_valid, y_valid), verbose=0))
    members.append(net)

bottle = keras.Input((11,), name="bottle")
model = keras.Model(bottle, layers.Average()([net(bottle) for net in members]), name="jury")
model.compile(loss="mae")
