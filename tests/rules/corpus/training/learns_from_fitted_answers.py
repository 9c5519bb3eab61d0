# %% networks in a loop, their answers in columns
level_train, level_test = [], []
for seed in range(3):
    net = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1, activation="sigmoid")])
    net.compile("adam", "binary_crossentropy")
    net.fit(x_train, y_train, epochs=40)
    level_train.append(net.predict(x_train).ravel())  # ← training/learns-from-fitted-answers
    level_test.append(net.predict(x_test).ravel())
meta = LogisticRegression()
meta.fit(np.column_stack(level_train), y_train)

# %% two models, put beside each other
forest.fit(x_train, y_train)
network.fit(x_train, y_train, epochs=3)
a = forest.predict_proba(x_train)[:, 1]  # ← training/learns-from-fitted-answers
b = network.predict(x_train).ravel()
both = np.hstack([a[:, None], b[:, None]])
blend = Sequential([Input((2,)), layers.Dense(1, activation="sigmoid")])
blend.compile("adam", "binary_crossentropy")
blend.fit(both, y_train)

# %% in the call, from a list of models
for m in models:
    m.fit(x_train, y_train, epochs=5)
meta.fit(np.hstack([one.predict(x_train) for one in models]), y_train)  # ← training/learns-from-fitted-answers

# %% calibrated on the same rows
network.fit(x_train, y_train, epochs=3)
p = network.predict(x_train).ravel()  # ← training/learns-from-fitted-answers
curve = IsotonicRegression()
curve.fit(p, y_train)

# %% rows that were kept apart
network.fit(x_train, y_train, epochs=3)
curve.fit(network.predict(x_valid).ravel(), y_valid)

# %% fold by fold
oof = np.zeros((len(x), 1))
for a, b in KFold(5).split(x):
    net = build()
    net.fit(x[a], y[a], epochs=3)
    oof[b] = net.predict(x[b])
meta.fit(oof, y)

# %% a teacher, whose answers are the targets
teacher.fit(x_train, y_train, epochs=3)
student.fit(x_train, teacher.predict(x_train))

# %% the code of an autoencoder
autoencoder.fit(x_train, x_train, epochs=3)
codes = encoder.predict(x_train)
classifier.fit(codes, y_train)

# %% what is left over
first.fit(x_train, y_train)
second.fit(x_train, y_train - first.predict(x_train))

# %% reconstructions as inputs
autoencoder.fit(x_train, x_train, epochs=3)
clean = autoencoder.predict(x_train)
classifier.fit(clean, y_train)

# %% answers that are only looked at
network.fit(x_train, y_train, epochs=3)
wrong = network.predict(x_train).argmax(axis=1) != y_train
again.fit(x_other, y_train)

# %% crossed by scikit-learn
first = cross_val_predict(forest, x_train, y_train, method="predict_proba")
forest.fit(x_train, y_train)
meta.fit(first, y_train)
