# %% a validation that never ends
def draw(rows):
    while True:
        yield rows, rows


model.fit(draw(a), steps_per_epoch=10, epochs=2, validation_data=draw(b))  # ← training/rows-without-end

# %% an epoch that never ends
def batches():
    at = 0
    while True:
        for start in range(0, 100, 10):
            yield x[start : start + 10], y[start : start + 10]
        at += 1


train = batches()
model.fit(train, epochs=3)  # ← training/rows-without-end

# %% repeated without a number
rows = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(100).repeat().batch(10)
model.fit(rows, epochs=3)  # ← training/rows-without-end

# %% all is said
def draw(rows):
    while True:
        yield rows, rows


model.fit(draw(a), steps_per_epoch=10, validation_data=draw(b), validation_steps=3)
model.predict(draw(b), steps=3)

# %% one pass
def once():
    for start in range(0, 100, 10):
        yield x[start : start + 10], y[start : start + 10]


model.fit(once())

# %% it is left
def some():
    at = 0
    while True:
        if at > 10:
            return
        at += 1
        yield x, y


model.fit(some())

# %% repeated some times, or cut
rows = tf.data.Dataset.from_tensor_slices((x, y)).repeat(3).batch(10)
model.fit(rows)
others = tf.data.Dataset.from_tensor_slices((x, y)).repeat().batch(10).take(5)
model.fit(others, epochs=3)

# %% a function of its own name
def draw(rows):
    return rows, rows


model.fit(draw(a))

# %% a reader of folders in a data set
from tensorflow.keras.preprocessing.image import ImageDataGenerator
photos = ImageDataGenerator(rescale=1 / 255).flow_from_directory("photos", target_size=(64, 64))
rows = tf.data.Dataset.from_generator(lambda: photos, output_types=(tf.float32, tf.float32)).prefetch(1)
net = build()
net.fit(rows, epochs=10)  # ← training/rows-without-end

# %% a generator that goes on, in a data set
def draw():
    while True:
        yield x[:32], y[:32]


rows = tf.data.Dataset.from_generator(draw, output_signature=signature)
net = build()
net.fit(rows, epochs=10)  # ← training/rows-without-end

# %% one that ends, and steps
from tensorflow.keras.preprocessing.image import ImageDataGenerator


def once():
    for row in zip(x, y):
        yield row


rows = tf.data.Dataset.from_generator(once, output_signature=signature).batch(32)
photos = ImageDataGenerator(rescale=1 / 255).flow_from_directory("photos", target_size=(64, 64))
read = tf.data.Dataset.from_generator(lambda: photos, output_types=(tf.float32, tf.float32))
net = build()
net.fit(rows, epochs=10)
net.fit(read, epochs=10, steps_per_epoch=len(photos))
