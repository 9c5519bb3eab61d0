# %% fit
model = Sequential([Input((4,)), layers.Dense(1)])
model.fit(x, y, epochs=3)  # ← training/never-compiled

# %% evaluate
a = Input((4,))
model = Model(a, layers.Dense(1)(a))
print(model.evaluate(x, y))  # ← training/never-compiled

# %% compiled
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y, epochs=3)

# %% by a function
model = Sequential([Input((4,)), layers.Dense(1)])
prepare(model)
model.fit(x, y, epochs=3)

# %% only asked
model = Sequential([Input((4,)), layers.Dense(1)])
print(model.predict(x))

# %% in a loop over optimizers
model = Sequential([Input((4,)), layers.Dense(1)])
for made in every:
    model.compile(made, "mse")
    model.fit(x, y, epochs=3)
