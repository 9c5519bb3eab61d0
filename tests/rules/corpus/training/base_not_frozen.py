# %% nothing is frozen
base = keras.applications.MobileNetV2(include_top=False, input_shape=(96, 96, 3))
model = Sequential([base, layers.GlobalAveragePooling2D(), layers.Dense(3, activation="softmax")])
model.compile("adam", "categorical_crossentropy")  # ← training/base-not-frozen
model.fit(x, y)

# %% functional
base = keras.applications.VGG16(include_top=False, weights="imagenet", input_shape=(96, 96, 3))
inputs = Input((96, 96, 3))
head = layers.Dense(3, activation="softmax")(layers.Flatten()(base(inputs)))
model = Model(inputs, head)
model.compile(optimizers.RMSprop(0.001), "categorical_crossentropy")  # ← training/base-not-frozen
model.fit(x, y)

# %% frozen
base = keras.applications.MobileNetV2(include_top=False, input_shape=(96, 96, 3))
base.trainable = False
model = Sequential([base, layers.GlobalAveragePooling2D(), layers.Dense(3, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(x, y)

# %% slowly
base = keras.applications.MobileNetV2(include_top=False, input_shape=(96, 96, 3))
model = Sequential([base, layers.GlobalAveragePooling2D(), layers.Dense(3, activation="softmax")])
model.compile(optimizers.Adam(0.00001), "categorical_crossentropy")
model.fit(x, y)

# %% no trained weights
base = keras.applications.MobileNetV2(include_top=False, weights=None, input_shape=(96, 96, 3))
model = Sequential([base, layers.GlobalAveragePooling2D(), layers.Dense(3, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(x, y)
