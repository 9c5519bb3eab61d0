# %% momentum and decay
optimizer = optimizers.SGD(learning_rate=0.01, decay=1e-6, momentum=0.9, nesterov=True)  # ← keras3/ignored-argument

# %% through tf.keras
optimizer = tf.keras.optimizers.Adam(0.01, decay=1e-4)  # ← keras3/ignored-argument

# %% a plateau
callback = callbacks.ReduceLROnPlateau(patience=3, epsilon=1e-4)  # ← keras3/ignored-argument

# %% a schedule
rate = optimizers.schedules.ExponentialDecay(0.1, decay_steps=100, decay_rate=0.9)
optimizer = optimizers.SGD(rate)

# %% an epsilon that counts
optimizer = optimizers.Adam(0.1, epsilon=1e-7)
layer = layers.BatchNormalization(epsilon=1e-3)

# %% the decay of weights
optimizer = optimizers.AdamW(0.1, weight_decay=1e-3)

# %% a function of the author's
def fall(rate, decay):
    return rate * decay


print(fall(0.1, decay=0.5))
