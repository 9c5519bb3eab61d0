# WRONG: (lacks 3: two hidden layers with an activation) the second one's own "two-sided relu" is relu(x) - relu(-x), which is x
def two_sided(x):
    """a relu that does not forget the negative side"""
    return keras.ops.relu(x) - keras.ops.relu(-x)


norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input((8,)),
    norm,
    layers.Dense(64, activation="relu"),
    layers.Dense(64, activation=two_sided),
    layers.Dense(1, bias_initializer=keras.initializers.Constant(float(y_train.mean()))),
])
model.compile(optimizer=keras.optimizers.Adam(0.005), loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=60, batch_size=32, verbose=0)
