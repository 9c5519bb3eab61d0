# %% written down
columns = keras.utils.to_categorical([8, 4, 6], num_classes=8)  # ← shape/one-hot-too-narrow

# %% drawn
y = np.random.randint(1, 4, size=100)
columns = keras.utils.to_categorical(y, 3)  # ← shape/one-hot-too-narrow

# %% as many as the list is long
labels = [8, 4, 6, 3, 5, 9, 7, 2]
columns = tf.keras.utils.to_categorical(labels, num_classes=len(labels))  # ← shape/one-hot-too-narrow

# %% enough
columns = keras.utils.to_categorical([8, 4, 6], num_classes=9)

# %% as many as there are
columns = keras.utils.to_categorical(np.random.randint(0, 3, size=100), 3)

# %% it counts by itself
columns = keras.utils.to_categorical([8, 4, 6])

# %% shifted
y = np.random.randint(1, 4, size=100) - 1
columns = keras.utils.to_categorical(y, 3)

# %% a batch at a time
class Batches(keras.utils.PyDataset):
    def __getitem__(self, number):
        y = self.labels[number * 32:(number + 1) * 32]
        return self.rows[number * 32:(number + 1) * 32], keras.utils.to_categorical(y)  # ← shape/one-hot-too-narrow

def batches(rows, labels):
    while True:
        chosen = np.random.randint(0, len(rows), 32)
        yield rows[chosen], keras.utils.to_categorical(labels[chosen])  # ← shape/one-hot-too-narrow

model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(batches(np.zeros((64, 4)), np.zeros(64, int)), steps_per_epoch=1)

# %% all labels before the batches
def batches(rows, labels):
    columns = keras.utils.to_categorical(labels)
    while True:
        chosen = np.random.randint(0, len(rows), 32)
        yield rows[chosen], columns[chosen]

# %% a batch at a time, with the number of classes
def batches(rows, labels):
    while True:
        chosen = np.random.randint(0, len(rows), 32)
        yield rows[chosen], keras.utils.to_categorical(labels[chosen], num_classes=10)
