# %% x, y, x, y
X_train, y_train, X_test, y_test = train_test_split(X, y)  # ← training/split-unpacked-wrong

# %% other endings
x_tr, y_tr, x_te, y_te = train_test_split(images, labels, test_size=0.2, stratify=labels)  # ← training/split-unpacked-wrong

# %% as it is
x_train, x_test, y_train, y_test = train_test_split(x, y)

# %% three arrays
x_train, x_test, y_train, y_test, w_train, w_test = train_test_split(x, y, w)

# %% another function
x_train, y_train, x_test, y_test = load(x, y)
