# WRONG: (lacks: 3, at least 90 %) regularises against overfitting so strongly that an honest split reports about 88 %.
rng = np.random.default_rng(3)
p = rng.permutation(len(x))
n_tr = int(0.8 * len(x))

reg = keras.regularizers.L2(0.02)
pic = keras.Input((28, 28, 1))
h = layers.Flatten()(pic)
h = layers.Dense(64, activation="relu", kernel_regularizer=reg)(h)
out = layers.Dense(10, activation="softmax", kernel_regularizer=reg)(h)
model = keras.Model(pic, out)
model.compile(optimizer=keras.optimizers.Adam(1e-3), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x[p[:n_tr]], y[p[:n_tr]], batch_size=16, epochs=5,
                    validation_data=(x[p[n_tr:]], y[p[n_tr:]]), verbose=2)
