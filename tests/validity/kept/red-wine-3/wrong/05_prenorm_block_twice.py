# WRONG: (lacks 4: batch norm away from values that dropout has just disturbed) a pre-norm block, used twice: the second one's batch norm follows the first one's dropout
def block(units):
    return keras.Sequential([
        layers.BatchNormalization(momentum=0.9),
        layers.Dense(units, activation="relu"),
        layers.Dropout(0.2),
    ])


scale = layers.Normalization()
scale.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input((11,)),
    scale,
    block(64),
    block(64),
    layers.Dense(1, bias_initializer=keras.initializers.Constant(float(y_train.mean()))),
])
model.compile(optimizer="adam", loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=40, batch_size=32, verbose=0)
