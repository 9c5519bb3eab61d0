# %% never cut into batches
rows = tf.data.Dataset.from_tensor_slices((x, y))
rows = rows.shuffle(100).prefetch(1)
model = build()
model.fit(rows, epochs=3)  # ← training/rows-without-batches

# %% the batch size of fit does not reach it
model = build()
model.fit(tf.data.Dataset.from_tensor_slices((x, y)), batch_size=32)  # ← training/rows-without-batches

# %% batches
rows = tf.data.Dataset.from_tensor_slices((x, y))
rows = rows.shuffle(100).batch(32)
model = build()
model.fit(rows, epochs=3)

# %% a function may have done it
rows = tf.data.Dataset.from_tensor_slices((x, y))
rows = prepare(rows)
model = build()
model.fit(rows, epochs=3)

# %% whole arrays in lists are one batch
rows = tf.data.Dataset.from_tensor_slices(([x], [y]))
model = build()
model.fit(rows, epochs=3)

# %% an axis is added
rows = tf.data.Dataset.from_tensor_slices((x, y)).map(lambda a, b: (a[None], b[None]))
model = build()
model.fit(rows, epochs=3)
