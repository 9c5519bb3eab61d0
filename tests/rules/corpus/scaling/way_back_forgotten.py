# %% logarithms in the file
y = np.log1p(train["price"].to_numpy("float32"))
model.fit(x[rows], y[rows], epochs=3)
price = model.predict(x_new).ravel()
table = pd.DataFrame({"id": test["id"], "price": price})  # ← scaling/way-back-forgotten
table.to_csv("answers.csv")

# %% changed in its place
train["price"] = np.log(train["price"])
model.fit(train[use].values, train["price"].values, epochs=3)
answers["price"] = model.predict(test[use].values)[:, 0]  # ← scaling/way-back-forgotten

# %% compared with the true numbers
x_train, x_test, y_train, y_test = train_test_split(x, table["price"].values)
model.fit(x_train, np.log1p(y_train), epochs=3)
pred = model.predict(x_test).squeeze()
print(mean_absolute_error(y_test, pred))  # ← scaling/way-back-forgotten
print(np.sqrt(np.mean((y_test - pred) ** 2)))  # ← scaling/way-back-forgotten

# %% a scaler
x_train, x_test, y_train, y_test = train_test_split(x, y)
scaler = StandardScaler()
scaled = scaler.fit_transform(y_train.reshape(-1, 1))
model.fit(x_train, scaled, epochs=3)
print(r2_score(y_test, model.predict(x_test)))  # ← scaling/way-back-forgotten

# %% evaluated, and watched, on unchanged numbers
x_train, x_test, y_train, y_test = train_test_split(x, y)
small = y_train / 1000
model.fit(x_train, small, validation_data=(x_test, y_test), epochs=3)  # ← scaling/way-back-forgotten
model.evaluate(x_test, y_test)  # ← scaling/way-back-forgotten

# %% turned back
y = np.log1p(train["price"])
model.fit(x, y, epochs=3)
price = np.expm1(model.predict(x_new).ravel())
table = pd.DataFrame({"id": test["id"], "price": price})
answers["price"] = scaler.inverse_transform(model.predict(x_new))

# %% under another name
y = np.log1p(train["price"])
model.fit(x, y, epochs=3)
table = pd.DataFrame({"id": test["id"], "log_price": model.predict(x_new).ravel()})

# %% both are logarithms
y = np.log1p(table["price"])
x_train, x_test, y_train, y_test = train_test_split(x, y)
model.fit(x_train, y_train, epochs=3)
print(mean_squared_error(y_test, model.predict(x_test)))
print(model.evaluate(x_test, y_test))

# %% multiplied again
x_train, x_test, y_train, y_test = train_test_split(x, y)
model.fit(x_train, y_train / 1000, epochs=3)
pred = 1000 * model.predict(x_test)
print(mean_absolute_error(y_test, pred))

# %% both changed by the same names
x_train, x_test, y_train, y_test = train_test_split(x, y)
y_train, y_test = scaler.fit_transform(y_train), scaler.transform(y_test)
model.fit(x_train, y_train, validation_data=(x_test, y_test), epochs=3)
print(mean_absolute_error(y_test, model.predict(x_test)))

# %% an input that is a logarithm
train["area"] = np.log1p(train["area"])
model.fit(train[["area"]], train["price"], epochs=3)
answers["price"] = model.predict(test[["area"]])

# %% one of two parts of a mask, bounded, under the name of the column
y_log = np.log1p(train["count"].values)
y_tr, y_val = y_log[~held_out.values], y_log[held_out.values]
model.fit(x_tr, y_tr, validation_data=(x_val, y_val))
answers = model.predict(x_new).ravel()
table = pd.DataFrame({"when": new["when"], "count": np.maximum(answers, 0)})  # ← scaling/way-back-forgotten

# %% in a pipeline
model.fit(tf.data.Dataset.from_tensor_slices((x, np.log1p(train["price"].values))).shuffle(999).batch(32))
new["price"] = model.predict(x_new)  # ← scaling/way-back-forgotten

# %% a part of a mask, turned back
y_log = np.log1p(train["count"].values)
y_tr, y_val = y_log[~held_out.values], y_log[held_out.values]
model.fit(x_tr, y_tr, validation_data=(x_val, y_val))
answers = model.predict(x_new).ravel()
table = pd.DataFrame({"when": new["when"], "count": np.maximum(np.expm1(answers), 0)})

# %% a function that gives the logarithms of some rows, and the numbers of others
def load():
    table = pd.read_csv("prices.csv")
    x, y = table[use].to_numpy(), table["price"].to_numpy()
    return x[:900], np.log1p(y[:900]), x[900:], y[900:]


x_train, y_train, x_test, y_test = load()
model.fit(x_train, y_train, epochs=3)
print(mean_absolute_error(y_test, model.predict(x_test).ravel()))  # ← scaling/way-back-forgotten

# %% a function that gives the logarithms of all rows
def load():
    table = pd.read_csv("prices.csv")
    x, y = table[use].to_numpy(), np.log1p(table["price"].to_numpy())
    return x[:900], y[:900], x[900:], y[900:]


x_train, y_train, x_test, y_test = load()
model.fit(x_train, y_train, epochs=3)
print(mean_absolute_error(y_test, model.predict(x_test).ravel()))

# %% a function that gives two columns
def load():
    table = pd.read_csv("prices.csv")
    return table[use].to_numpy(), np.log1p(table["price"].to_numpy()), table["rent"].to_numpy()


x, price, rent = load()
model.fit(x, price, epochs=3)
print(np.corrcoef(rent, model.predict(x).ravel()), np.mean(rent - model.predict(x).ravel()))
