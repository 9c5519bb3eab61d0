# %% trained as it is
model = keras.applications.ResNet50(include_top=False, weights="imagenet")
model.compile("adam", "categorical_crossentropy")
model.fit(x, y)  # ← shape/base-without-head

# %% labels as numbers
net = keras.applications.VGG16(include_top=False, input_shape=(64, 64, 3))
net.trainable = False
net.compile("adam", "sparse_categorical_crossentropy")
net.fit(x, y, epochs=3)  # ← shape/base-without-head

# %% with a head
base = keras.applications.VGG16(include_top=False, input_shape=(64, 64, 3))
model = Sequential([base, layers.Flatten(), layers.Dense(3, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)

# %% the whole network
model = keras.applications.VGG16(weights=None, classes=5)
model.compile("adam", "categorical_crossentropy")
model.fit(x, y)

# %% only asked
model = keras.applications.VGG16(include_top=False)
model.predict(x)
