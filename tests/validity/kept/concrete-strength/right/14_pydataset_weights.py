# RIGHT: rows come from a PyDataset with sample weights, so that a mixture that was crushed at many ages does not count many times
class Rows(keras.utils.PyDataset):
    def __init__(self, x, y, w, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.x, self.y, self.w, self.batch_size = x, y, w, batch_size
        self.order = np.arange(len(x))

    def __len__(self):
        return int(np.ceil(len(self.x) / self.batch_size))

    def __getitem__(self, i):
        rows = self.order[i * self.batch_size:(i + 1) * self.batch_size]
        return self.x[rows], self.y[rows], self.w[rows]

    def on_epoch_end(self):
        np.random.shuffle(self.order)


ingredients = list(x_train.columns[:-1]) if x_train.columns[-1] == "age" else [c for c in x_train.columns if c != "age"]
count = x_train.groupby(ingredients)["age"].transform("size").to_numpy()
weights = 1 / np.sqrt(count)
weights = (weights / weights.mean()).astype("float32")

rows = Rows(x_train.to_numpy("float32"), y_train.to_numpy("float32"), weights)
np.random.shuffle(rows.order)
sc = layers.Normalization()
sc.adapt(rows.x)
model = keras.Sequential([keras.Input((8,)), sc, layers.Dense(100, activation="relu"),
                          layers.Dense(50, activation="relu"), layers.Dense(1)])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mae", weighted_metrics=["mae"])
history = model.fit(rows, epochs=70, verbose=0)
