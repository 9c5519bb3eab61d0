# %% a grid
best = 0
for units, rate in itertools.product([8, 32], [1e-2, 1e-3]):
    model = keras.Sequential([layers.Dense(units, activation="relu"), layers.Dense(1, activation="sigmoid")])
    model.compile(keras.optimizers.Adam(rate), "binary_crossentropy", metrics=["accuracy"])
    model.fit(x_train, y_train, epochs=3)
    accuracy = model.evaluate(x_test, y_test)[1]  # ← training/test-chose-the-settings
    if accuracy > best:
        best, best_setting = accuracy, (units, rate)

# %% a list of results, by a function
def trained(units):
    model = keras.Sequential([layers.Dense(units, activation="relu"), layers.Dense(1)])
    model.compile("adam", "mse")
    model.fit(x_train, y_train, epochs=3)
    return model


results = {}
for units in [8, 16, 32, 64]:
    results[units] = trained(units).evaluate(x_test, y_test)  # ← training/test-chose-the-settings
best_units = min(results, key=results.get)

# %% a study
def objective(trial):
    model = keras.Sequential([layers.Dense(trial.suggest_int("units", 8, 64)), layers.Dense(1)])
    model.compile("adam", "mse")
    model.fit(x_train, y_train, epochs=3)
    return model.evaluate(x_test, y_test)  # ← training/test-chose-the-settings


study.optimize(objective, n_trials=50)

# %% by validation rows
best = 0
for units in [8, 16, 32, 64]:
    model = keras.Sequential([layers.Dense(units, activation="relu"), layers.Dense(1, activation="sigmoid")])
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    model.fit(x_train, y_train, epochs=3)
    accuracy = model.evaluate(x_val, y_val)[1]
    if accuracy > best:
        best, best_model = accuracy, model
print(best_model.evaluate(x_test, y_test))

# %% other rows in the end
best = 0
for units in [8, 16, 32, 64]:
    model = keras.Sequential([layers.Dense(units, activation="relu"), layers.Dense(1, activation="sigmoid")])
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    model.fit(x_train, y_train, epochs=3)
    accuracy = model.evaluate(x_test, y_test)[1]
    if accuracy > best:
        best, best_model = accuracy, model
print(best_model.evaluate(x_holdout, y_holdout))

# %% seeds, and widths that are compared without a choice
results = []
for seed in [1, 2, 3, 4]:
    keras.utils.set_random_seed(seed)
    model = keras.Sequential([layers.Dense(8, activation="relu"), layers.Dense(1)])
    model.compile("adam", "mse")
    model.fit(x_train, y_train, epochs=3)
    results.append(model.evaluate(x_test, y_test))
print(np.mean(results), max(results))
for units in [8, 16, 32, 64]:
    model = keras.Sequential([layers.Dense(units, activation="relu"), layers.Dense(1)])
    model.compile("adam", "mse")
    model.fit(x_train, y_train, epochs=3)
    print(units, model.evaluate(x_test, y_test))

# %% by the history
best_accuracy = 0
for units in [8, 16, 32]:
    for rate in [0.1, 0.3, 0.5]:
        model = keras.Sequential([layers.Dense(units, activation="relu"), layers.Dropout(rate), layers.Dense(1)])
        model.compile("adam", "mse", metrics=["mae"])
        history = model.fit(x_train, y_train, epochs=3, validation_data=(x_test, y_test))  # ← training/test-chose-the-settings
        found = max(history.history["val_mae"])
        if found > best_accuracy:
            best_accuracy, best = found, (units, rate)
