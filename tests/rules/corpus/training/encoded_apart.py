# %% named columns of two tables
x = pd.get_dummies(train[use], columns=["sex", "deck"]).values.astype("float32")
x_new = pd.get_dummies(test[use], columns=["sex", "deck"]).values.astype("float32")  # ← training/encoded-apart
x = scaler.fit_transform(x)
model.fit(x, y, epochs=3)
p = model.predict(scaler.transform(x_new))

# %% the codes of a column
train["deck"] = train["deck"].astype("category").cat.codes
test["deck"] = test["deck"].astype("category").cat.codes  # ← training/encoded-apart

# %% in a loop over both
for part in [train, test]:
    part["port"] = LabelEncoder().fit_transform(part["port"])  # ← training/encoded-apart

# %% one encoder, fitted twice
codes = LabelEncoder()
for name in kinds:
    train[name] = codes.fit_transform(train[name])
    test[name] = codes.fit_transform(test[name])  # ← training/encoded-apart

# %% brought together
x = pd.get_dummies(train)
x_new = pd.get_dummies(test).reindex(columns=x.columns, fill_value=0)
model.fit(x, y, epochs=3)
p = model.predict(x_new)

# %% encoded as one table
both = pd.get_dummies(pd.concat([train, test]))
x, x_new = both[:800], both[800:]
model.fit(x, y, epochs=3)
p = model.predict(x_new)

# %% two kinds, and a choice of columns that nobody knows
features = ["Pclass", "Sex", "SibSp", "Parch"]
x = pd.get_dummies(train[features])
x_new = pd.get_dummies(test[features])
model.fit(x, y, epochs=3)
p = model.predict(x_new)

# %% fitted once
codes = LabelEncoder()
train["port"] = codes.fit_transform(train["port"])
test["port"] = codes.transform(test["port"])
for part in (train, test):
    part["Sex"] = LabelEncoder().fit_transform(part["Sex"])

# %% labels
y_train = codes.fit_transform(y_train)
y_test = codes.fit_transform(y_test)
train["label"] = LabelEncoder().fit_transform(train["label"])
test["label"] = LabelEncoder().fit_transform(test["label"])

# %% the kinds are told
kinds = pd.CategoricalDtype(["A", "B", "C"])
train["deck"] = train["deck"].astype(kinds).cat.codes
test["deck"] = test["deck"].astype(kinds).cat.codes

# %% the same rows
x = pd.get_dummies(table)
model.fit(x, y, epochs=3)
p = model.predict(x)

# %% a function that encodes what it gets
def prepare(table):
    table = table.drop(columns=["id"])
    return pd.get_dummies(table).values


x = prepare(train)
x_new = prepare(test)  # ← training/encoded-apart
model.fit(x, y, epochs=3)
p = model.predict(x_new)

# %% rows that were split before
x_train, x_test, y_train, y_test = train_test_split(x, y)
kinds = OneHotEncoder(sparse_output=False)
x_train = kinds.fit_transform(x_train)
x_test = kinds.fit_transform(x_test)  # ← training/encoded-apart
model.fit(x_train, y_train)

# %% the same, fitted once
x_train, x_test, y_train, y_test = train_test_split(x, y)
kinds = OneHotEncoder(sparse_output=False)
x_train = kinds.fit_transform(x_train)
x_test = kinds.transform(x_test)
model.fit(x_train, y_train)
