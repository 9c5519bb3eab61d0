# %% a dictionary that a loop fills, with windows
def make_windows(x, y, window):
    starts = range(len(x) - window)
    return np.stack([x[s : s + window] for s in starts]), np.stack([y[s + window] for s in starts])


def prepare(parts, window):
    sx = StandardScaler().fit(parts["train"])
    sy = StandardScaler().fit(parts["train"][["flow"]])
    data = {}
    for name, part in parts.items():
        x = sx.transform(part.to_numpy()).astype("float32")
        y = sy.transform(part[["flow"]].to_numpy()).astype("float32")
        data[name] = make_windows(x, y, window)
    return data, sy


data, flow_scaler = prepare(parts, 30)
model.fit(*data["train"], validation_data=data["val"], epochs=3)
x_test, y_test = data["test"]
flow = flow_scaler.inverse_transform(model.predict(x_test, verbose=0))
rmse = np.sqrt(np.mean((flow - y_test) ** 2))  # ← scaling/truth-still-scaled
mae = np.mean(np.abs(y_test - flow[:, 0:1]))  # ← scaling/truth-still-scaled

# %% changed under the same names, and split after the scaling
scaler = MinMaxScaler()
y = scaler.fit_transform(y.reshape(-1, 1))
x_train, x_test, y_train, y_test = train_test_split(x, y)
model.fit(x_train, y_train, epochs=3)
pred = scaler.inverse_transform(model.predict(x_test).reshape(-1, 1)).ravel()
print(mean_absolute_error(y_test, pred))  # ← scaling/truth-still-scaled
print(r2_score(y_true=y_test.ravel(), y_pred=pred))  # ← scaling/truth-still-scaled

# %% a function that compares, and logarithms
def rmse(a, b):
    return np.sqrt(np.mean((a - b) ** 2))


def load():
    price = np.log1p(table["price"].to_numpy())
    return table[use].to_numpy()[:900], price[:900], table[use].to_numpy()[900:], price[900:]


x_train, y_train, x_test, y_test = load()
model.fit(x_train, y_train, epochs=3)
answers = np.expm1(model.predict(x_test).squeeze())
print(rmse(y_test, answers))  # ← scaling/truth-still-scaled

# %% in functions, with a list that grows
def windows(values, size):
    rows, answers = [], []
    for at in range(len(values) - size):
        rows.append(values[at : at + size])
        answers.append(values[at + size])
    return np.array(rows), np.array(answers)


def report(model, scaler, x, y):
    pred = scaler.inverse_transform(model.predict(x))
    return mean_squared_error(y, pred)  # ← scaling/truth-still-scaled


def main():
    scaler = MinMaxScaler()
    values = scaler.fit_transform(series.reshape(-1, 1))
    x, y = windows(values, 20)
    model.fit(x[:800], y[:800], epochs=3)
    print(report(model, scaler, x[800:], y[800:]))

# %% both are brought back
scaler = MinMaxScaler()
y = scaler.fit_transform(y.reshape(-1, 1))
x_train, x_test, y_train, y_test = train_test_split(x, y)
model.fit(x_train, y_train, epochs=3)
pred = scaler.inverse_transform(model.predict(x_test))
true = scaler.inverse_transform(y_test)
print(mean_absolute_error(true, pred))
print(mean_absolute_error(scaler.inverse_transform(y_test), pred))
y_test = scaler.inverse_transform(y_test)
print(mean_absolute_error(y_test, pred), np.abs(y_test - pred).mean())

# %% neither is, or only the answers were ever scaled
scaler = StandardScaler()
x_train, x_test, y_train, y_test = train_test_split(x, y)
small = scaler.fit_transform(y_train)
model.fit(x_train, small, epochs=3)
print(mean_absolute_error(y_test, scaler.inverse_transform(model.predict(x_test))))
print(mean_absolute_error(scaler.transform(y_test), model.predict(x_test)))
print(np.mean(np.abs(np.exp(model.predict(x_test)) - y_test)))

# %% a dictionary with both, of which the loop keeps the true ones
def prepare(parts):
    sy = StandardScaler().fit(parts["train"]["y"])
    data = {}
    for name, part in parts.items():
        data[name] = (part["x"], sy.transform(part["y"]), part["y"])
    return data, sy


data, scaler = prepare(parts)
x_test, y_scaled, y_test = data["test"]
answers = scaler.inverse_transform(model.predict(x_test))
print(mean_absolute_error(y_test, answers))
first = data["test"][2]
print(np.mean((first - answers) ** 2))

# %% two scalers, one for the inputs, and a difference of scaled numbers
sx, sy = StandardScaler(), StandardScaler()
x_all = sx.fit_transform(x)
y_all = sy.fit_transform(y)
other = StandardScaler().fit(y)
pred = other.inverse_transform(model.predict(x_all))
print(np.abs(pred - y_all))
steps = sy.inverse_transform(model.predict(x_all)) - sy.mean_
print(mean_absolute_error(np.log(y), np.log(np.exp(model.predict(x_all)))))

# %% read in a function, where another has a variable of the same name
def prepare(table):
    data = table.to_numpy()
    scaler = StandardScaler().fit(data[:, :1])
    return {"x": data[:, 1:], "y": scaler.transform(data[:, :1])}, scaler


data, scaler = prepare(pd.read_csv("a.csv"))
model.fit(data["x"], data["y"], epochs=3)


def report():
    answers = scaler.inverse_transform(model.predict(data["x"]))
    print(mean_absolute_error(data["y"], answers))  # ← scaling/truth-still-scaled

# %% scaled, and brought back, on one of two ways
y_train, y_test = targets[:900], targets[900:]
if scale:
    scaler = StandardScaler()
    y_train, y_test = scaler.fit_transform(y_train), scaler.transform(y_test)
model.fit(x_train, y_train, epochs=3)
answers = model.predict(x_test)
if scale:
    answers = scaler.inverse_transform(answers)
    true = scaler.inverse_transform(y_test)
else:
    true = y_test
print(mean_absolute_error(true, answers), np.mean(y_test - answers))

# %% brought back in its place
y_test = scaler.transform(targets)
scaler = StandardScaler().fit(targets)
y_test = scaler.transform(targets)
answers = scaler.inverse_transform(model.predict(x_test))
y_test[:] = scaler.inverse_transform(y_test)
print(mean_absolute_error(y_test, answers))


def report(x, y):
    y = np.log(y)
    y *= spread
    return mean_absolute_error(y, np.exp(model.predict(x)))
