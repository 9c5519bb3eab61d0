# %% saved and loaded
model = Sequential([Input((2,)), layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.save("model.h5")
again = keras.models.load_model("model.h5")  # ← keras3/short-name-in-h5

# %% the file of a callback, under a name
PATH = "best.h5"
model = Sequential([Input((2,)), layers.Dense(1)])
model.compile("adam", "mae")
model.fit(np.zeros((4, 2)), np.zeros((4, 1)), callbacks=[callbacks.ModelCheckpoint(PATH)])
again = keras.models.load_model("best.h5")  # ← keras3/short-name-in-h5

# %% the long name
model = Sequential([Input((2,)), layers.Dense(1)])
model.compile(optimizer="adam", loss="mean_squared_error", metrics=["mae"])
model.save("model.h5")
again = keras.models.load_model("model.h5")

# %% the new format
model = Sequential([Input((2,)), layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.save("model.keras")
again = keras.models.load_model("model.keras")

# %% not compiled again
model = Sequential([Input((2,)), layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.save("model.h5")
again = keras.models.load_model("model.h5", compile=False)
told = keras.models.load_model("model.h5", custom_objects={"mse": "mse"})
