# %% two generators
images, masks = iter(np.zeros((9, 8, 4))), iter(np.zeros((9, 8, 1)))
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="sgd")
model.fit(zip(images, masks), steps_per_epoch=9)  # ← keras3/zip-for-fit

# %% in a variable, and for validation
images, masks = iter(np.zeros((9, 8, 4))), iter(np.zeros((9, 8, 1)))
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="sgd")
pairs = zip(images, masks)
model.fit(np.zeros((8, 4)), np.zeros((8, 1)), validation_data=pairs, validation_steps=9)  # ← keras3/zip-for-fit

# %% a generator of it
images, masks = iter(np.zeros((9, 8, 4))), iter(np.zeros((9, 8, 1)))
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="sgd")
model.fit((pair for pair in zip(images, masks)), steps_per_epoch=9)

# %% data sets
images, masks = (tf.data.Dataset.from_tensor_slices(np.zeros((8, n))).batch(4) for n in (4, 1))
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="sgd")
model.fit(tf.data.Dataset.zip((images, masks)))

# %% a function that yields from it
def pairs():
    images, masks = iter(np.zeros((9, 8, 4))), iter(np.zeros((9, 8, 1)))
    yield from zip(images, masks)


model = Sequential([Input((4,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="sgd")
model.fit(pairs(), steps_per_epoch=9)
