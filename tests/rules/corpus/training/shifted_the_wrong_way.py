# %% the next close, which is the last one
table = pd.read_csv("prices.csv").sort_values("date")
table["next_close"] = table["close"].shift(1)  # ← training/shifted-the-wrong-way
table["up"] = (table["next_close"] > table["close"]).astype("float32")

# %% a horizon, and a frame that looks back
HORIZON = 5
table["mean"] = table["close"].rolling(10).mean()
table["target"] = table.close.shift(periods=HORIZON).fillna(0)  # ← training/shifted-the-wrong-way

# %% the array is rolled
table = table.sort_index()
rain_tomorrow = np.roll(rain, 1)  # ← training/shifted-the-wrong-way

# %% lags in a loop
table["change"] = table["load"].diff()
for k in range(1, 8):
    table[f"lag_{k}"] = table["load"].shift(-k)  # ← training/shifted-the-wrong-way

# %% a centred mean among the inputs
table = pd.read_csv("load.csv", parse_dates=["time"]).sort_values("time")
table["smooth"] = table["load"].rolling(7, center=True).mean()  # ← training/shifted-the-wrong-way
table["target"] = table["load"].shift(-1)
inputs = table[["load", "smooth"]]

# %% in assign
table = table.sort_values("day").assign(next_load=lambda t: t["load"].shift(1))  # ← training/shifted-the-wrong-way

# %% the right way
table = pd.read_csv("prices.csv").sort_values("date")
table["next_close"] = table["close"].shift(-1)
table["target"] = np.roll(table["close"], -1)
for k in (1, 2, 3):
    table[f"lag_{k}"] = table["close"].shift(k)
    table[f"ahead_{k}"] = table["close"].shift(-k)

# %% the newest rows come first
table = pd.read_csv("prices.csv").sort_values("date", ascending=False)
table["mean"] = table["close"].rolling(10).mean()
table["next_close"] = table["close"].shift(1)

# %% nobody knows in which order the rows stand
table = pd.read_csv("prices.csv")
table["next_close"] = table["close"].shift(1)

# %% whether today is above yesterday, and inputs of yesterday
table = pd.read_csv("prices.csv").sort_values("date")
table["target"] = (table["close"] > table["close"].shift(1)).astype(int)
table["volume_before"] = table["volume"].shift(1)

# %% the distance from now, moved back
table["change"] = table["close"].pct_change()
table["target"] = table["close"].pct_change(5).shift(-5)

# %% a centred mean that is only drawn, and one that is the target
table["trend"] = table["load"].rolling(7, center=True).mean()
table["target"] = table["load"].shift(-1)
table[["load"]].plot()
table["smooth"] = table["load"].rolling(7, center=True).mean()
table["later"] = table["smooth"].shift(-3)
columns = ["load", "smooth"]

# %% by a number that nobody knows
table = table.sort_values("day")
table["target"] = table["load"].shift(steps)

# %% an echo, which is to be learned
drawn = np.cumsum(np.random.choice(2, 5000))
order = table.sort_values("name")
y = np.roll(drawn, 3)

# %% a centred mean of what is foretold itself
table["level"] = table["count"].rolling(24, center=True).mean()  # ← training/shifted-the-wrong-way
features = ["temp", "level"]
x = table[features].to_numpy("float32")
y = table["count"].to_numpy("float32")

# %% a centred mean of an input, and one that is moved
table["warm"] = table["temp"].rolling(24, center=True).mean()
table["level"] = table["count"].rolling(24, center=True).mean()
table["level"] = table["level"].shift(24)
features = ["temp", "warm", "level"]
y = table["count"].to_numpy("float32")
