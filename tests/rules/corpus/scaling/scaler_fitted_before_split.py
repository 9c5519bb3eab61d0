# %% before the split
scaler = StandardScaler()
x = scaler.fit_transform(x)  # ← scaling/scaler-fitted-before-split
x_train, x_test, y_train, y_test = train_test_split(x, y)

# %% a series that is cut into windows, and then in two
scaler = MinMaxScaler(feature_range=(0, 1))
rows = scaler.fit_transform(rows)  # ← scaling/scaler-fitted-before-split
windows = []
for start in range(len(rows) - 7):
    windows.append(rows[start : start + 7])
train_x, test_x = np.array(windows[:700]), np.array(windows[700:])

# %% a series of which both parts are cut by themselves
scaler = MinMaxScaler(feature_range=(0, 1))
scaled = scaler.fit_transform(prices)  # ← scaling/scaler-fitted-before-split
train_data = scaled[0:n, :]
test_data = scaled[n - 60 :, :]

# %% fitted by itself
scaler = MinMaxScaler()
scaler.fit(prices)  # ← scaling/scaler-fitted-before-split
scaled = scaler.transform(prices)
train = scaled[:800]
test = scaled[800:]

# %% fitted on the first part
scaler = MinMaxScaler().fit(prices[:800])
scaled = scaler.transform(prices)
train = scaled[:800]
test = scaled[800:]

# %% the training part alone is cut again
scaled = MinMaxScaler().fit_transform(prices[:n])
train = scaled[:m]
test = scaled[m:]

# %% columns, not rows
scaled = MinMaxScaler().fit_transform(table)
train_x = scaled[:, :n]
tested = scaled[:, n:]

# %% after the split
x_train, x_test, y_train, y_test = train_test_split(x, y)
scaler = StandardScaler()
x_train, x_test = scaler.fit_transform(x_train), scaler.transform(x_test)

# %% labels become numbers
y = LabelEncoder().fit_transform(y)
x_train, x_test, y_train, y_test = train_test_split(x, y)

# %% nothing is set apart
x = StandardScaler().fit_transform(x)
model = Sequential([Input((8,)), layers.Dense(1)])
model.fit(x, y, validation_split=0.2)

# %% other rows are split
z = StandardScaler().fit_transform(x)
x_train, x_test = train_test_split(x)

# %% before the folds
from sklearn.model_selection import KFold
from sklearn.preprocessing import StandardScaler
x = StandardScaler().fit_transform(x)  # ← scaling/scaler-fitted-before-split
for train, test in KFold(5).split(x):
    model = Sequential([Input((8,)), layers.Dense(1)])
    model.compile("adam", "mse")
    model.fit(x[train], y[train])
