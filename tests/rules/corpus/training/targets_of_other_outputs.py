# %% a list, by columns
age = table["age"].to_numpy("float32") / 100
gender = table["gender"].to_numpy("float32")
age_tr, gen_tr = age[:n], gender[:n]
inputs = Input((16,))
h = layers.Dense(64, activation="relu")(inputs)
age_out = layers.Dense(1, name="age")(h)
gen_out = layers.Dense(1, activation="sigmoid", name="gender")(h)
model = Model(inputs, [age_out, gen_out])
model.compile("adam", loss=["mae", "binary_crossentropy"])
model.fit(x, [gen_tr, age_tr], epochs=3)  # ← training/targets-of-other-outputs
gender_p, age_p = model.predict(x)  # ← training/targets-of-other-outputs

# %% keys of others
inputs = Input((16,))
price = layers.Dense(1)(inputs)
rooms = layers.Dense(1)(inputs)
model = Model(inputs=inputs, outputs=[price, rooms])
model.compile("adam", "mse")
model.fit(x, {"price": y_rooms, "rooms": y_price}, epochs=3)  # ← training/targets-of-other-outputs

# %% as validation data
x_train, x_val, colour_train, colour_val, shape_train, shape_val = train_test_split(x, colours, shapes)
inputs = Input((16,))
colour = layers.Dense(3, activation="softmax", name="colour")(inputs)
shape = layers.Dense(3, activation="softmax", name="shape_kind")(inputs)
model = Model(inputs, [colour, shape])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x_train, [colour_train, shape_train], validation_data=(x_val, [shape_val, colour_val]))  # ← training/targets-of-other-outputs

# %% in their order
inputs = Input((16,))
age_out = layers.Dense(1, name="age")(inputs)
gen_out = layers.Dense(1, activation="sigmoid", name="gender")(inputs)
model = Model(inputs, [age_out, gen_out])
model.compile("adam", loss=["mae", "binary_crossentropy"])
model.fit(x, [age_tr, gen_tr], validation_data=(z, {"gender": gen_te, "age": age_te}))
age_p, gen_p = model.predict(x)

# %% names that tell nothing
inputs = Input((16,))
model = Model(inputs, [layers.Dense(1, name="first")(inputs), layers.Dense(1, name="second")(inputs)])
model.compile("adam", "mse")
model.fit(x, [y2, y1])

# %% a target that is made of both
inputs = Input((16,))
model = Model(inputs, [layers.Dense(1, name="speed")(inputs), layers.Dense(1, name="power")(inputs)])
model.compile("adam", "mse")
model.fit(x, [power * 2 - speed, power])
model.fit(x, [table[["power"]], table[["power"]]])

# %% a dictionary of outputs
inputs = Input((16,))
model = Model(inputs, {"speed": layers.Dense(1)(inputs), "power": layers.Dense(1)(inputs)})
model.compile("adam", "mse")
model.fit(x, {"power": power, "speed": speed})
