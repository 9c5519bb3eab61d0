# %% by a function, for several arrays at once
def disturb(x):
    return (x + rng.normal(0, 0.15, x.shape)).astype("float32")


clean_train, clean_val = beats(5000), beats(600)
noisy_train, noisy_val = map(disturb, (clean_train, clean_val))
model.fit(noisy_train, noisy_train, validation_data=(noisy_val, noisy_val), epochs=40)  # ← training/target-with-the-noise

# %% images, clipped
# A denoising autoencoder
(x_train, _), (x_test, _) = keras.datasets.mnist.load_data()
x_train_noisy = x_train + 0.5 * np.random.normal(loc=0.0, scale=1.0, size=x_train.shape)
x_train_noisy = np.clip(x_train_noisy, 0.0, 1.0)
autoencoder.fit(x=x_train_noisy, y=x_train_noisy, epochs=10)  # ← training/target-with-the-noise

# %% the wrong way round
# A denoising autoencoder
noise = np.random.normal(0, 0.1, x_train.shape)
corrupted = x_train + noise
autoencoder.fit(x_train, corrupted, epochs=10)  # ← training/target-with-the-noise

# %% from noise to clean rows
# A denoising autoencoder
x_train_noisy = np.clip(x_train + 0.5 * np.random.normal(size=x_train.shape), 0, 1)
autoencoder.fit(x_train_noisy, x_train, epochs=10)

# %% measured rows, of which no clean ones are known
noisy = np.load("measured.npy")
model.fit(noisy, noisy, epochs=10)  # an autoencoder that should not clean

# %% two draws of noise, and noise in the numbers that are to be foretold
# denoise without clean rows
noisy_a = signal + np.random.normal(0, 0.1, signal.shape)
noisy_b = signal + np.random.normal(0, 0.1, signal.shape)
model.fit(noisy_a, noisy_b, epochs=10)

# %% a regression
# clean rows, y with noise
y_noisy = 3 * x + np.random.normal(0, 0.1, x.shape)
model.fit(x, y_noisy, epochs=10)
