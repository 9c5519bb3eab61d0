# %% one pass
def batches(rows, size):
    for start in range(0, len(rows), size):
        yield rows[start : start + size], rows[start : start + size]


model.fit(batches(x, 32), epochs=5)  # ← training/generator-ends

# %% in a method, counted by hand
class Reader:
    def batches(self, size):
        at = 0
        while at < len(self.rows):
            yield self.rows[at : at + size], self.answers[at : at + size]
            at += size


reader = Reader()
epochs, steps = 20, len(x) // 32
model.fit(reader.batches(32), steps_per_epoch=steps, epochs=epochs)  # ← training/generator-ends

# %% again and again
def batches(rows, size):
    while True:
        for start in range(0, len(rows), size):
            yield rows[start : start + size], rows[start : start + size]


model.fit(batches(x, 32), epochs=5, steps_per_epoch=len(x) // 32)

# %% it counts the epochs itself
def batches(rows, size):
    for _ in range(5):
        for start in range(0, len(rows), size):
            yield rows[start : start + size], rows[start : start + size]


model.fit(batches(x, 32), epochs=5, steps_per_epoch=len(x) // 32)

# %% begins anew when it is at the end
def batches(rows, size):
    at = 0
    while at < len(rows):
        yield rows[at : at + size], rows[at : at + size]
        at += size
        if at >= len(rows):
            at = 0


model.fit(batches(x, 32), epochs=5, steps_per_epoch=len(x) // 32)

# %% TensorFlow asks again for each epoch
def batches():
    for start in range(0, 320, 32):
        yield x[start : start + 32], y[start : start + 32]


model.fit(tf.data.Dataset.from_generator(batches, output_types=(tf.float32, tf.float32)), epochs=5)

# %% one epoch
def batches(rows, size):
    for start in range(0, len(rows), size):
        yield rows[start : start + size], rows[start : start + size]


model.fit(batches(x, 32), epochs=1)

# %% a method of the author's, handed on to another
class Rows:
    def batches(self, size):
        at = 0
        while at < len(self.rows):
            yield self.rows[at:at + size], self.answers[at:at + size]
            at += size

class Network:
    def train(self, batches, epochs, steps):
        self.model.fit(batches, steps_per_epoch=steps, epochs=epochs)  # ← training/generator-ends

rows, network = Rows(), Network()
network.train(rows.batches(32), epochs=20, steps=int(np.ceil(len(rows.rows) / 32)))
