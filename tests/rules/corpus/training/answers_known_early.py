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

# %% chosen before the folds
x = SelectKBest(f_classif, k=50).fit_transform(x, y)  # ← training/answers-known-early
for train, test in StratifiedKFold(5, shuffle=True).split(x, y):
    model.fit(x[train], y[train])

# %% chosen by the scores, and folds in a function
scores = f_classif(x, y)[0]  # ← training/answers-known-early
best = np.argsort(scores)[-20:]
x = x[:, best]


def validate(rows, labels):
    folds = KFold(5, shuffle=True)
    for train, test in folds.split(rows, labels):
        model.fit(rows[train], labels[train])


validate(x, y)

# %% chosen in each fold, and scores that are only shown
print(mutual_info_classif(x, y))
for train, test in KFold(5).split(x, y):
    choice = SelectKBest(k=50).fit(x[train], y[train])
    model.fit(choice.transform(x[train]), y[train])
    print(model.evaluate(choice.transform(x[test]), y[test]))
