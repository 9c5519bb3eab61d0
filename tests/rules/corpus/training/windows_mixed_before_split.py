# %% a comprehension
x = np.array([rows[i - 100 + 1 : i + 1] for i in range(99, len(labels))])
y = labels[99:]
x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.2)  # ← training/windows-mixed-before-split

# %% lists that grow
x_list, y_list = [], []
for i in range(60, len(prices)):
    x_list.append(prices[i - 60 : i, 0])
    y_list.append(prices[i, 0])
x, y = np.array(x_list), np.array(y_list)
x_train, x_test, y_train, y_test = train_test_split(x, y, random_state=1)  # ← training/windows-mixed-before-split

# %% in the order of time
x = np.array([rows[i : i + 30] for i in range(len(rows) - 30)])
x_train, x_test, y_train, y_test = train_test_split(x, rows[30:], test_size=0.2, shuffle=False)

# %% windows that share nothing
x = np.array([rows[i : i + 30] for i in range(0, len(rows) - 30, 30)])
x_train, x_test, y_train, y_test = train_test_split(x, y)

# %% blocks by number
x = np.array([rows[i * 30 : (i + 1) * 30] for i in range(n)])
x_train, x_test, y_train, y_test = train_test_split(x, y)

# %% rows of a table
x = np.array([table[i] for i in range(len(table))])
x_train, x_test, y_train, y_test = train_test_split(x, y)

# %% the beginnings of texts
x = np.array([text[:30] for text in texts])
x_train, x_test, y_train, y_test = train_test_split(x, y)
