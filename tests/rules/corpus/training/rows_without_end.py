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
