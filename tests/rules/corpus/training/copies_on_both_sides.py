# %% drawn again
from sklearn.utils import resample
few = table[table["left"] == 1]
many = table[table["left"] == 0]
more = resample(few, n_samples=len(many), random_state=1)
table = pd.concat([many, more])
x, y = table[["a", "b"]].values, table["left"].values
x_train, x_test, y_train, y_test = train_test_split(x, y)  # ← training/copies-on-both-sides

# %% in a function, with pandas alone
def load():
    few = table[table["left"] == 1].sample(5000, replace=True)
    whole = pd.concat([table[table["left"] == 0], few]).sample(frac=1)
    return train_test_split(whole[["a"]], whole["left"])  # ← training/copies-on-both-sides

# %% the few below all, three times the few
few = table[table["left"] == 1]
table = pd.concat([table, few], ignore_index=True)
train, test = train_test_split(table)  # ← training/copies-on-both-sides

# %% the few, three times
few = table[table["left"] == 1]
many = table[table["left"] == 0]
both = pd.concat([many, few, few, few])
for a, b in StratifiedKFold(5).split(both, both["left"]):  # ← training/copies-on-both-sides
    pass

# %% repeated
x = np.repeat(x, 3, axis=0)
y = np.repeat(y, 3)
x_train, x_test, y_train, y_test = train_test_split(x, y)  # ← training/copies-on-both-sides

# %% turned round
x = np.concatenate([x, x[:, :, ::-1]])
y = np.concatenate([y, y])
x_train, x_test, y_train, y_test = train_test_split(x, y)  # ← training/copies-on-both-sides

# %% turned round, file by file
images, labels = [], []
for path in paths:
    image = keras.utils.load_img(path)
    images.append(image)
    labels.append(path.parent.name)
    images.append(np.fliplr(image))
    labels.append(path.parent.name)
images = np.array(images)
x_train, x_test, y_train, y_test = train_test_split(images, labels)  # ← training/copies-on-both-sides

# %% after the split
x_train, x_test, y_train, y_test = train_test_split(x, y)
more = np.random.choice(np.flatnonzero(y_train), size=1000, replace=True)
x_train = np.concatenate([x_train, x_train[more]])
x_train, x_valid = train_test_split(x_train)

# %% both classes, fewer of the one
few = table[table["left"] == 1]
many = table[table["left"] == 0].sample(len(few))
table = pd.concat([few, many])
train, test = train_test_split(table)

# %% the parts of a table, and more columns
x = np.concatenate([x, x**2], axis=1)
rows = np.vstack([x[:100], x[200:]])
a, b = train_test_split(rows)

# %% colours from grey, labels that are written
x = np.repeat(x, 3, axis=-1)
y = np.repeat([0, 1, 2], 50)
a, b, c, d = train_test_split(x, y)

# %% several patches of each
y = np.repeat(y, 9)
a, b, c, d = train_test_split(patches, y)

# %% other rows below
x = np.concatenate([x, others])
y = np.concatenate([np.zeros(len(x)), np.ones(len(others))])
a, b, c, d = train_test_split(x, y)

# %% whole groups
table = pd.concat([table, table])
for a, b in GroupKFold(5).split(table, groups=table["id"]):
    pass

# %% copies are gone again
table = pd.concat([table, table[table["left"] == 1]]).drop_duplicates()
a, b = train_test_split(table)

# %% a bootstrap for the error of the mean
drawn = resample(scores, replace=True, n_samples=100)
a, b = train_test_split(table)

# %% numbers that are drawn
x = np.random.choice(values, size=(1000, 4), replace=True)
a, b = train_test_split(x)

# %% lists that are added
few = table[table.left == 1]
whole = pd.concat([table[table.left == 0]] + [few] * 5).sample(frac=1)
a, b = train_test_split(whole)  # ← training/copies-on-both-sides

# %% with noise
noisy = x + np.random.normal(0, 0.01, x.shape)
every = np.vstack([x, noisy])
labels = np.hstack([y, y])
a, b, c, d = train_test_split(every, labels)  # ← training/copies-on-both-sides

# %% with noise, which is to be told from the rest
noisy = x + np.random.normal(0, 0.01, x.shape)
every = np.vstack([x, noisy])
labels = np.hstack([np.zeros(100), np.ones(100)])
a, b, c, d = train_test_split(every, labels)
