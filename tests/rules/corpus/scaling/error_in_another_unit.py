# %% through functions, beside a baseline in the unit of the column
def target(table):
    return np.log1p(table["wait_min"].values.astype("float32"))


def main(train, test):
    model = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse", metrics=[keras.metrics.MeanAbsoluteError(name="mae")])
    model.fit(train[FEATURES], target(train), epochs=3)
    base = np.abs(test["wait_min"] - train["wait_min"].median()).mean()
    mse, mae = model.evaluate(test[FEATURES], target(test), verbose=0)
    print(f"always the median: {base:.1f} min")
    print(f"network:           {mae:.1f} min")  # ← scaling/error-in-another-unit

# %% subtracted, divided, compared
model.compile("adam", loss="mae")
model.fit(x_train, np.log(train["price"]), epochs=3)
base = np.mean(np.abs(test["price"] - train["price"].mean()))
mae = model.evaluate(x_test, np.log(test["price"]))
print("better by", base - mae)  # ← scaling/error-in-another-unit
skill = 1 - mae / base  # ← scaling/error-in-another-unit
assert mae < base  # ← scaling/error-in-another-unit

# %% by scikit-learn and by hand, in units, in all ways to print
from sklearn.metrics import mean_absolute_error, mean_squared_error as mse_of
y_train, y_test = np.log1p(train["price"].values), np.log1p(test["price"].values)
model.compile("adam", loss="mse", metrics=["mae"])
history = model.fit(x_train, y_train, validation_data=(x_test, y_test), epochs=3)
pred = model.predict(x_test).ravel()
mae = mean_absolute_error(y_test, pred)
rmse = np.sqrt(mse_of(y_true=y_test, y_pred=pred))
print("MAE: %.2f EUR" % mae)  # ← scaling/error-in-another-unit
print("RMSE: {:.2f} EUR, MAE: {:.2f}".format(rmse, mae))  # ← scaling/error-in-another-unit
print("MAE", np.mean(np.abs(y_test - pred)), "euros")  # ← scaling/error-in-another-unit
print("best", min(history.history["val_mae"]), "€")  # ← scaling/error-in-another-unit
logging.info("MAE %.2f dollars", mae)  # ← scaling/error-in-another-unit

# %% a scaler; results under names; and both in one sentence
from sklearn.metrics import mean_absolute_error
from sklearn.preprocessing import StandardScaler
scaler = StandardScaler().fit(y_train_raw)
model.compile("adam", loss="mse", metrics=["mae"])
model.fit(x_train, scaler.transform(y_train_raw), epochs=3)
results = model.evaluate(x_test, scaler.transform(y_test_raw), return_dict=True)
naive = mean_absolute_error(y_test_raw, np.full_like(y_test_raw, y_train_raw.mean()))
print(f"yesterday {naive:.1f}, network {results['mae']:.1f}")  # ← scaling/error-in-another-unit
print(f"network {results['mae']:.1f} kWh")  # ← scaling/error-in-another-unit

# %% a pipeline
test_set = tf.data.Dataset.from_tensor_slices((x_test, np.log1p(test["weight_kg"]))).batch(32)
model.compile("adam", loss="mse", metrics=["mae"])
model.fit(tf.data.Dataset.from_tensor_slices((x_train, np.log1p(train["weight_kg"]))).batch(32), epochs=3)
print(f"{model.evaluate(test_set)[1]:.3f} kg")  # ← scaling/error-in-another-unit

# %% turned back
from sklearn.metrics import mean_absolute_error
model.compile("adam", loss="mse", metrics=["mae"])
model.fit(x_train, np.log1p(train["wait_min"]), epochs=3)
pred = np.expm1(model.predict(x_test).ravel())
mae = mean_absolute_error(test["wait_min"], pred)
base = np.abs(test["wait_min"] - train["wait_min"].median()).mean()
print(f"median {base:.1f} min, network {mae:.1f} min", base - mae)
inside = model.evaluate(x_test, np.log1p(test["wait_min"]))[1]
print(f"network {mae:.1f} min (in logarithms {inside:.3f})")
print("MAE of logarithms", inside)

# %% a baseline in logarithms as well, and a factor
model.compile("adam", loss="mae")
model.fit(x_train, np.log1p(train["wait_min"]), epochs=3)
mae = model.evaluate(x_test, np.log1p(test["wait_min"]))
base = np.abs(np.log1p(test["wait_min"]) - np.log1p(train["wait_min"]).median()).mean()
print(f"median {base:.3f}, network {mae:.3f}", base - mae, mae < base)
print(f"wrong by a factor of {np.exp(mae):.2f}; {mae:.3f} log minutes; {100 * mae:.0f} %")
print(f"MAE {mae:.3f} min {low:.3f} max {high:.3f}")

# %% multiplied by the scale
from sklearn.preprocessing import StandardScaler
scaler = StandardScaler().fit(y_train_raw)
model.compile("adam", loss="mae")
model.fit(x_train, scaler.transform(y_train_raw), epochs=3)
mae = model.evaluate(x_test, scaler.transform(y_test_raw)) * scaler.scale_[0]
naive = np.mean(np.abs(y_test_raw - y_train_raw.mean()))
print(f"mean {naive:.1f} kWh, network {mae:.1f} kWh")
z = model.evaluate(x_test, scaler.transform(y_test_raw))
print(f"{z:.2f} standard deviations, the mean {naive:.1f} kWh")

# %% the column as it is, the logarithm of an input, a column that was changed in its place
model.compile("adam", loss="mae")
model.fit(np.log1p(train[["distance_km"]]), train["wait_min"], epochs=3)
mae = model.evaluate(np.log1p(test[["distance_km"]]), test["wait_min"])
base = np.abs(test["wait_min"] - train["wait_min"].median()).mean()
print(f"median {base:.1f} min, network {mae:.1f} min", base - mae)
table["price"] = np.log1p(table["price"])
early, late = table[:900], table[900:]
loss = model.evaluate(x, late["price"])
print(loss - np.abs(late["price"] - early["price"].median()).mean())

# %% kinds that a scikit-learn encoder has numbered, and the spread of the column
from sklearn.preprocessing import OrdinalEncoder
encoder = OrdinalEncoder().fit(train[["grade"]])
model.compile("adam", loss="mae")
model.fit(x_train, encoder.transform(train[["grade"]]), epochs=3)
print(f"{model.evaluate(x_test, encoder.transform(test[['grade']])):.2f} years")
mae = model.evaluate(x_test, np.log(test["price"]))
print(f"prices spread by {test['price'].std():.0f}; MAE {mae:.3f}")
took = time.time() - began
print(f"{took:.1f} seconds for an error of {mae:.3f}")
