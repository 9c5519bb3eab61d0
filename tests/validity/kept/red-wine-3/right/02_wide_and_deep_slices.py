# RIGHT: wide and deep; a linear path warm-started from the least-squares line, two branches over slices of the columns
mu = x_train.mean().to_numpy()
sd = x_train.std(ddof=0).to_numpy()

raw = keras.Input((11,), name="wine")
z = layers.Normalization(mean=mu, variance=sd ** 2)(raw)

sour = keras.ops.take(z, [0, 1, 2, 8], axis=1)           # acids and pH
other = keras.ops.take(z, [3, 4, 5, 6, 7, 9, 10], axis=1)  # sugar, salt, sulphur, density, alcohol
branches = []
for part in (sour, other):
    b = layers.Dense(32, activation="mish")(part)
    b = layers.Dropout(0.15)(b)
    branches.append(b)
h = layers.Concatenate()(branches)
h = layers.Dense(32, activation="mish")(h)
h = layers.Dropout(0.15)(h)
deep = layers.Dense(1, kernel_initializer="zeros", name="deep")(h)
wide_layer = layers.Dense(1, name="wide")
wide = wide_layer(z)
model = keras.Model(raw, wide + deep)

# the line of the notebook, written for standardised columns
coef = np.asarray(line)
wide_layer.set_weights([(coef[1:] * sd)[:, None], np.array([coef[0] + mu @ coef[1:]])])

model.compile(optimizer=keras.optimizers.Adam(5e-4), loss="mae", weighted_metrics=[])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=40, batch_size=32, verbose=0)
