# %% one list for both
i = keras.Input((8,))
model = keras.Model(i, [layers.Dense(3, activation="softmax")(i), layers.Dense(3, activation="softmax")(i)])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])  # ← keras3/metrics-for-several-outputs
model.fit(np.ones((4, 8)), [np.ones(4), np.ones(4)])

# %% three for two
i = keras.Input((8,))
model = keras.Model(i, [layers.Dense(1)(i), layers.Dense(1)(i)])
model.compile("adam", "mse", metrics=["mae", "mse", keras.metrics.RootMeanSquaredError()])  # ← keras3/metrics-for-several-outputs
model.fit(np.ones((4, 8)), [np.ones(4), np.ones(4)])

# %% one for each, and a dictionary
i = keras.Input((8,))
model = keras.Model(i, [layers.Dense(1, name="a")(i), layers.Dense(1, name="b")(i)])
model.compile("adam", "mse", metrics=["mae", "mae"])
model.fit(np.ones((4, 8)), [np.ones(4), np.ones(4)])
model.compile("adam", "mse", metrics={"a": ["mae", "mse"]})
model.fit(np.ones((4, 8)), [np.ones(4), np.ones(4)])

# %% lists in a list
i = keras.Input((8,))
model = keras.Model(i, [layers.Dense(1)(i), layers.Dense(1)(i)])
model.compile("adam", "mse", metrics=[["mae", "mse"], ["mae"]])
model.fit(np.ones((4, 8)), [np.ones(4), np.ones(4)])

# %% one output
model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
model.compile("adam", "mse", metrics=["mae", "mse"])
model.fit(np.ones((4, 8)), np.ones(4))
