# %% in a function that is only given errors
from sklearn.preprocessing import StandardScaler
scaler = StandardScaler()
scaler.fit(load[:900])
z = scaler.transform(load)
model = Sequential([layers.LSTM(32), layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")


def in_megawatts(value):
    return scaler.inverse_transform([[value]])[0, 0]  # ← scaling/error-taken-for-value


mse = model.evaluate(x_test, y_test, verbose=0)
rmse = np.sqrt(mse)
naive = np.sqrt(np.mean((y_test - x_test[:, -24, 0]) ** 2))
print(f"test RMSE {in_megawatts(rmse):.1f}, naive {in_megawatts(naive):.1f}")

# %% scores of scikit-learn, arrays, a loss of the history, a range
from sklearn.metrics import mean_absolute_error as mae_of, mean_squared_error
from sklearn.preprocessing import MinMaxScaler, RobustScaler
sc, rob = MinMaxScaler(feature_range=(0, 1)), RobustScaler()
y_train = sc.fit_transform(train[["price"]])
w_train = rob.fit_transform(train[["weight"]])
pred = model.predict(x_test)
print(sc.inverse_transform(np.array([[mae_of(y_test, pred)]])))  # ← scaling/error-taken-for-value
rmse = mean_squared_error(y_test, pred, squared=False)
rmse_eur = sc.inverse_transform(np.array(rmse).reshape(-1, 1))[0][0]  # ← scaling/error-taken-for-value
gain = 1 - rmse_eur / naive_eur
model.compile("adam", loss="mae")
history = model.fit(x_train, y_train, epochs=3)
curve = rob.inverse_transform(np.array(history.history["val_loss"]).reshape(-1, 1))  # ← scaling/error-taken-for-value
errors = np.abs(y_test - pred)
print(sc.inverse_transform([[np.median(errors)]]))  # ← scaling/error-taken-for-value
dummy = np.zeros((1, 3))
dummy[0, 0] = np.sqrt(mean_squared_error(y_test, pred))
print(sc.inverse_transform(dummy)[0, 0])  # ← scaling/error-taken-for-value

# %% the spread of several answers
from sklearn.preprocessing import StandardScaler
ys = StandardScaler().fit(y_train.reshape(-1, 1))
draws = np.stack([model(x_test, training=True).numpy().ravel() for _ in range(50)])
middle = ys.inverse_transform(draws.mean(axis=0).reshape(-1, 1))
spread = ys.inverse_transform(draws.std(axis=0).reshape(-1, 1))  # ← scaling/error-taken-for-value

# %% in a class, and in a function that is given values, too
from sklearn.preprocessing import StandardScaler


class Forecast:
    def __init__(self, y):
        self.scaler = StandardScaler()
        self.y = self.scaler.fit_transform(y)

    def score(self, x, y):
        error = np.mean(np.abs(y - self.net.predict(x)))
        return self.scaler.inverse_transform([[error]])[0, 0]  # ← scaling/error-taken-for-value


sc = StandardScaler().fit(prices)


def back(v):
    return sc.inverse_transform(np.reshape(v, (-1, 1))).ravel()


def rmse_of(a, b):
    return np.sqrt(np.mean(np.square(a - b)))


forecast = back(model.predict(x_test))
print(forecast[:3], back(rmse_of(y_test, model.predict(x_test))))  # ← scaling/error-taken-for-value

# %% written by hand
mean, std = y_train.mean(), y_train.std()
low, high = y_train.min(), y_train.max()
model.compile(optimizer="adam", loss="mse", metrics=["mae"])
loss, mae = model.evaluate(x_test, (y_test - mean) / std)
print("MAE", mae * std + mean)  # ← scaling/error-taken-for-value
print("RMSE", low + (high - low) * loss ** 0.5)  # ← scaling/error-taken-for-value


def denormalize(v, mean, std):
    return v * std + mean


rmse = np.sqrt(loss)
print(denormalize(model.predict(x_test), mean, std)[:5], denormalize(rmse, mean, std))  # ← scaling/error-taken-for-value
print(rmse * scaler.scale_[0] + scaler.mean_[0])  # ← scaling/error-taken-for-value
print((mae - other.min_[0]) / other.scale_[0])  # ← scaling/error-taken-for-value
Y_MEAN, Y_STD = 22.5, 9.2
print(model.evaluate(x_test, y_test)[1] * Y_STD + Y_MEAN)  # ← scaling/error-taken-for-value

# %% by a layer that was told to invert; and a squared error times the scale
norm = layers.Normalization(axis=None)
norm.adapt(y_train)
undo = layers.Normalization(axis=None, mean=norm.mean, variance=norm.variance, invert=True)
model.compile("adam", "mse")
mse = model.evaluate(x_test, norm(y_test))
print(undo(np.sqrt(mse)))  # ← scaling/error-taken-for-value
print("MSE", mse * y_train.std())  # ← scaling/error-taken-for-value
print("RMSE", np.sqrt(mse * scaler.scale_[0]))  # ← scaling/error-taken-for-value

# %% errors that are multiplied, or computed from what was brought back
from sklearn.metrics import mean_absolute_error, mean_squared_error
from sklearn.preprocessing import MinMaxScaler, StandardScaler
ys, mm = StandardScaler().fit(y_train), MinMaxScaler().fit(y_train)
pred = ys.inverse_transform(model.predict(x_test))
print(mean_absolute_error(ys.inverse_transform(y_test), pred))
mse = mean_squared_error(y_test, model.predict(x_test))
print(np.sqrt(mse) * ys.scale_[0], np.sqrt(mse) / mm.scale_[0], mse * ys.var_[0], mse * ys.scale_[0] ** 2)
print(mse * y_train.std() * y_train.std(), mse * (high - low) ** 2, 100 * mse)

# %% the mean is taken off again, or the scaler knows none
from sklearn.metrics import mean_absolute_error
from sklearn.preprocessing import MaxAbsScaler, RobustScaler, StandardScaler
ys, plain = StandardScaler().fit(y_train), StandardScaler(with_mean=False).fit(y_train)
most, rob = MaxAbsScaler().fit(y_train), RobustScaler(with_centering=False).fit(y_train)
mae = mean_absolute_error(y_test, model.predict(x_test))
print(ys.inverse_transform([[mae]]) - ys.inverse_transform([[0.0]]))
moved = ys.inverse_transform([[mae]])[0, 0]
print(moved - ys.mean_[0])
print(plain.inverse_transform([[mae]]), most.inverse_transform([[mae]]), rob.inverse_transform([[mae]]))


def span(z):
    return ys.inverse_transform([[z]])[0, 0]


print(span(mae) - span(0))

# %% a scaler of errors, of differences, and one that nobody saw fitted
import joblib
from sklearn.preprocessing import MinMaxScaler, StandardScaler
errors = np.mean(np.abs(x_train - model.predict(x_train)), axis=1)
scaler = MinMaxScaler()
scaled = scaler.fit_transform(errors.reshape(-1, 1))
print(scaler.inverse_transform([[np.median(np.abs(scaled - scaled.mean()))]]))
moves = StandardScaler().fit(np.diff(prices).reshape(-1, 1))
print(moves.inverse_transform(model.predict(x_test)), moves.inverse_transform([[np.std(moves_test)]]))
loaded = joblib.load("scaler.pkl")
print(loaded.inverse_transform([[np.std(answers)]]))

# %% bounds, thresholds and weights
from sklearn.preprocessing import StandardScaler
ys = StandardScaler().fit(y_train)
middle, spread = draws.mean(axis=0), draws.std(axis=0)
top = ys.inverse_transform((middle + 2 * spread).reshape(-1, 1))
both = ys.inverse_transform(np.stack([middle, spread], axis=1))
errors = np.abs(y_test - model.predict(x_test))
n_std, sigma = 3, 2.5
limit = errors.mean() + n_std * errors.std()
band = middle.mean() + sigma * np.sqrt(np.mean((y_test - pred) ** 2))
level = np.mean(signal) + n_std * np.std(signal)


def loss(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred)) * scale + offset


model.compile("adam", loss)

# %% values that are brought back, also where a variable once held an error
from sklearn.preprocessing import StandardScaler
ys = StandardScaler().fit(y_train)
value = np.mean(np.abs(y_test - pred))
value = model.predict(x_test)
print(ys.inverse_transform(value), ys.inverse_transform([[np.mean(value)]]))
mean, std = y_train.mean(), y_train.std()
print(value * std + mean, np.abs(value) * std + mean)
late = np.abs(y_test)
print(ys.inverse_transform(late))

# %% a scaler that functions hand on, and results under a name
from sklearn.metrics import mean_squared_error, r2_score
from sklearn.preprocessing import MinMaxScaler


def prepare(path):
    raw = np.loadtxt(path)
    xs, ys = MinMaxScaler(), MinMaxScaler()
    return xs.fit_transform(raw[:, :-1]), ys.fit_transform(raw[:, -1:]), ys


def report(net, x, y, ys):
    p = net.predict(x)
    rmse = np.sqrt(mean_squared_error(y, p))
    return {"rmse": ys.inverse_transform([[rmse]])[0, 0], "r2": r2_score(y, p)}  # ← scaling/error-taken-for-value


x, y, ys = prepare("energy.txt")
model.compile("adam", "mse")
model.fit(x, y)
print(report(model, x, y, ys))
results = model.evaluate(x, y, return_dict=True)
told = model.history.history
middle, spread = y_raw.mean(), y_raw.std()
print("MSE", results["loss"] * spread)  # ← scaling/error-taken-for-value
print("best RMSE", min(told["val_loss"]) ** 0.5 * spread + middle)  # ← scaling/error-taken-for-value

# %% results and settings under a name
middle, spread = y_raw.mean(), y_raw.std()
model.compile("adam", "mse", metrics=["accuracy"])
results = model.evaluate(x, y, return_dict=True)
print(results["loss"] * spread ** 2, results["accuracy"] * spread, results["loss"] ** 0.5 * spread)
settings = {"loss": 0.3, "mae": 0.2}
print(settings["mae"] * spread + middle)
