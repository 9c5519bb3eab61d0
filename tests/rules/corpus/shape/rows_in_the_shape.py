# %% the whole shape
model = Sequential([layers.Conv1D(8, 3, input_shape=x_train.shape), layers.Flatten(), layers.Dense(1)])  # ← shape/rows-in-the-shape
model.compile("adam", "mse")
model.fit(x_train, y_train)

# %% under a name
count, width = x.shape[0], x.shape[1]
model = Sequential([Input(shape=(count, width)), layers.Dense(1)])  # ← shape/rows-in-the-shape
model.fit(x=x, y=y)

# %% as many columns as rows
model = Sequential([layers.Dense(1, input_dim=len(x))])  # ← shape/rows-in-the-shape
model.fit(x, y)

# %% one row
model = Sequential([layers.Conv1D(8, 3, input_shape=x_train.shape[1:]), layers.Flatten(), layers.Dense(1)])
model.fit(x_train, y_train)

# %% the width alone
model = Sequential([layers.Dense(8, input_shape=(x_train.shape[1],)), layers.Dense(1)])
model.fit(x_train, y_train)

# %% another array is fed: this one is a single image
model = Sequential([layers.Conv2D(8, 3, input_shape=image.shape), layers.Flatten(), layers.Dense(1)])
model.fit(images, labels)

# %% the axes are moved before the training
steps = x.shape[0]
model = Sequential([layers.LSTM(8, input_shape=(steps, 3))])
model.fit(x.reshape(1, steps, 3), y)
