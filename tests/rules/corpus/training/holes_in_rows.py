# %% before and after
table = pd.read_csv("t.csv")
table["before"] = table["price"].shift(1)  # ← training/holes-in-rows
x, y = table[["before"]].values, table["price"].values
model.fit(x, y, epochs=3)

# %% a mean over days
table = pd.read_csv("t.csv")
table["mean"] = table.price.rolling(5).mean()  # ← training/holes-in-rows
x = table.drop(columns="price")[["mean", "volume"]]
model.fit(x, table["price"], epochs=3)

# %% taken out
table = pd.read_csv("t.csv")
table["before"] = table["price"].shift(1)
table = table.dropna()
x, y = table[["before"]].values, table["price"].values
model.fit(x, y, epochs=3)

# %% cut away
table = pd.read_csv("t.csv")
table["before"] = table["price"].shift(1)
table = table.iloc[1:]
x, y = table[["before"]].values, table["price"].values
model.fit(x, y, epochs=3)

# %% rolled from the first row on
table = pd.read_csv("t.csv")
table["mean"] = table["price"].rolling(5, min_periods=1).mean()
model.fit(table[["mean"]].values, table["price"].values, epochs=3)
