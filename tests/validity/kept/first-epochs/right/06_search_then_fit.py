# RIGHT: small search over the width by a three-way split (train, choose, report): widths are chosen on one part and the reported validation is on another.
groups = np.arange(len(x)) % 10          # the file is sorted, so each group has all the digits
report = groups >= 8                     # 20 % nobody touches until the last fit
choose = (groups == 6) | (groups == 7)
train = groups < 6


class Scorer(keras.Model):
    """Dense network with a skip connection from the picture to the answer."""

    def __init__(self, units, **kw):
        super().__init__(**kw)
        self.units = units
        self.flat = layers.Flatten()
        self.hidden = layers.Dense(units, activation="relu")
        self.answer = layers.Dense(10, activation="softmax")
        self.cat = layers.Concatenate()

    def call(self, pictures):
        f = self.flat(pictures)
        return self.answer(self.cat([f, self.hidden(f)]))

    def get_config(self):
        return {**super().get_config(), "units": self.units}


def compiled(units):
    m = Scorer(units)
    m.compile(optimizer="nadam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return m


scores = {}
for units in [32, 48, 64]:
    m = compiled(units)
    h = m.fit(x[train], y[train], epochs=3, batch_size=16, verbose=0,
              validation_data=(x[choose], y[choose]))
    scores[units] = h.history["val_accuracy"][-1]
print(scores)
best = max(scores, key=scores.get)

model = compiled(best)
history = model.fit(x[~report], y[~report], epochs=5, batch_size=16, verbose=2,
                    validation_data=(x[report], y[report]))
del m, h, scores
