# %% two models in one
generator = Sequential([Input((10,)), layers.Dense(4)])
judge = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
judge.compile(loss="binary_crossentropy", optimizer="adam")
noise = Input((10,))
gan = Model(noise, judge(generator(noise)))
gan.compile(loss="binary_crossentropy", optimizer="adam")  # ← training/judge-not-frozen
for _ in range(100):
    judge.train_on_batch(generator.predict(np.random.normal(size=(8, 10))), np.zeros((8, 1)))
    gan.train_on_batch(np.random.normal(size=(8, 10)), np.ones((8, 1)))

# %% one by one
generator = Sequential([Input((10,)), layers.Dense(4)])
judge = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
judge.compile(loss="binary_crossentropy", optimizer="adam")
gan = Sequential()
gan.add(generator)
gan.add(judge)
gan.compile(loss="binary_crossentropy", optimizer="adam")  # ← training/judge-not-frozen
for _ in range(100):
    judge.train_on_batch(generator.predict(np.random.normal(size=(8, 10))), np.zeros((8, 1)))
    gan.train_on_batch(np.random.normal(size=(8, 10)), np.ones((8, 1)))

# %% frozen
generator = Sequential([Input((10,)), layers.Dense(4)])
judge = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
judge.compile(loss="binary_crossentropy", optimizer="adam")
judge.trainable = False
gan = Sequential([generator, judge])
gan.compile(loss="binary_crossentropy", optimizer="adam")
for _ in range(100):
    judge.train_on_batch(generator.predict(np.random.normal(size=(8, 10))), np.zeros((8, 1)))
    gan.train_on_batch(np.random.normal(size=(8, 10)), np.ones((8, 1)))

# %% an encoder and a decoder, trained together only
encoder = Sequential([Input((10,)), layers.Dense(4)])
decoder = Sequential([Input((4,)), layers.Dense(10)])
both = Sequential([encoder, decoder])
both.compile(loss="mse", optimizer="adam")
for _ in range(100):
    both.train_on_batch(x, x)

# %% opened and frozen in turns
generator = Sequential([Input((10,)), layers.Dense(4)])
judge = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
judge.compile(loss="binary_crossentropy", optimizer="adam")
gan = Sequential([generator, judge])
gan.compile(loss="binary_crossentropy", optimizer="adam")
for _ in range(100):
    judge.trainable = True
    judge.train_on_batch(generator.predict(np.random.normal(size=(8, 10))), np.zeros((8, 1)))
    judge.trainable = False
    gan.train_on_batch(np.random.normal(size=(8, 10)), np.ones((8, 1)))
