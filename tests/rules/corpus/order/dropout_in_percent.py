# %% twenty
model = Sequential([Input((8,)), layers.Dense(64, activation="relu"), layers.Dropout(20), layers.Dense(1)])  # ← order/dropout-in-percent

# %% of maps
model = Sequential([Input((8, 8, 3)), layers.SpatialDropout2D(1.5), layers.Flatten(), layers.Dense(1)])  # ← order/dropout-in-percent

# %% a share
model = Sequential([Input((8,)), layers.Dense(64, activation="relu"), layers.Dropout(0.2), layers.Dense(1)])

# %% a rate that is not known
model = Sequential([Input((8,)), layers.Dense(64, activation="relu"), layers.Dropout(rate), layers.Dense(1)])

# %% nothing is dropped
model = Sequential([Input((8,)), layers.Dense(64, activation="relu"), layers.Dropout(0), layers.Dense(1)])
