# %% in a comprehension
model = Sequential([Input((3,)), layers.Dense(8), layers.Dropout(0.5), layers.Dense(1)])
model.fit(x, y)
answers = np.stack([model.predict(x_test) for _ in range(20)])  # ← training/same-answer-again

# %% gathered in a loop
model = Sequential([Input((3,)), layers.Dense(8), layers.Dropout(0.5), layers.Dense(1)])
answers = []
for draw in range(50):
    answers.append(model.predict(x_test, verbose=0))  # ← training/same-answer-again

# %% dropout is on
model = Sequential([Input((3,)), layers.Dense(8), layers.Dropout(0.5), layers.Dense(1)])
answers = np.stack([model(x_test, training=True) for _ in range(20)])

# %% dropout is on in the model
inputs = Input((3,))
model = Model(inputs, layers.Dense(1)(layers.Dropout(0.5)(inputs, training=True)))
answers = np.stack([model.predict(x_test) for _ in range(20)])

# %% other rows in each round
model = Sequential([Input((3,)), layers.Dense(8), layers.Dropout(0.5), layers.Dense(1)])
answers = [model.predict(x_test[start : start + 10]) for start in range(0, 100, 10)]
for start in range(0, 100, 10):
    part = x_test[start : start + 10]
    answers.append(model.predict(part))

# %% several models
answers = [keras.models.load_model(f"Dropout-{number}.keras").predict(x_test) for number in range(5)]
for number in range(5):
    model = make(number)
    answers.append(model.predict(x_test))

# %% the model learns in between
model = Sequential([Input((3,)), layers.Dense(8), layers.Dropout(0.5), layers.Dense(1)])
answers = []
for epoch in range(5):
    model.fit(x, y)
    answers.append(model.predict(x_test))

# %% how long it takes
model = Sequential([Input((3,)), layers.Dense(8), layers.Dropout(0.5), layers.Dense(1)])
for _ in range(10):
    model.predict(x_test)

# %% the rows grow by what was answered
model = Sequential([Input((3,)), layers.Dense(8), layers.Dropout(0.5), layers.Dense(1)])
answers = []
for step in range(10):
    answers.append(model.predict(rows)[0])
    rows[0, step] = answers[-1]

# %% the model is trained by a function
model = Sequential([Input((3,)), layers.Dense(8), layers.Dropout(0.5), layers.Dense(1)])
answers = []
for step in range(10):
    train(model)
    answers.append(model.predict(rows))
