# %% more rows before the split
from sklearn.model_selection import train_test_split
more = SMOTE(random_state=1)
x_more, y_more = more.fit_resample(x, y)  # ← training/answers-known-early
x_train, x_test, y_train, y_test = train_test_split(x_more, y_more, test_size=0.2)

# %% columns chosen on all rows, with a cut by hand
from sklearn.feature_selection import SelectKBest
chosen = SelectKBest(k=20).fit_transform(x, y)  # ← training/answers-known-early
x_train, x_test = chosen[:800], chosen[800:]

# %% by way of another name
x, y = RandomOverSampler().fit_sample(x, y)  # ← training/answers-known-early
x = x.astype("float32") / 255
x_train, x_test, y_train, y_test = train_test_split(x, y)

# %% after the split
x_train, x_test, y_train, y_test = train_test_split(x, y)
x_train, y_train = SMOTE().fit_resample(x_train, y_train)

# %% rows that were set apart before: this split is of the training rows
x_train, y_train = SMOTE().fit_resample(x_train, y_train)
a, b = train_test_split(x_train)

# %% no split at all
x, y = SMOTE().fit_resample(x, y)
model = Sequential([Input((8,)), layers.Dense(1)])
model.fit(x, y)

# %% other rows are split
x, y = SMOTE().fit_resample(x, y)
a, b = train_test_split(other)
