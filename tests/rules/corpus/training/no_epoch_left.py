# %% ten more, as its author means
from keras.models import load_model
model = load_model("net.keras")
epochs = 10
model.fit(x, y, epochs=epochs, initial_epoch=15)  # ← training/no-epoch-left

# %% just as many
model = build()
model.fit(x, y, epochs=10)
model.fit(x, y, epochs=10, initial_epoch=10, callbacks=[stop])  # ← training/no-epoch-left

# %% up to the last
model = build()
model.fit(x, y, epochs=15)
model.fit(x, y, epochs=25, initial_epoch=15)

# %% from wherever it stopped
model = build()
history = model.fit(x, y, epochs=15)
model.fit(x, y, epochs=10, initial_epoch=history.epoch[-1])

# %% from the first on
model = build()
start = 0
model.fit(x, y, epochs=10, initial_epoch=start)
