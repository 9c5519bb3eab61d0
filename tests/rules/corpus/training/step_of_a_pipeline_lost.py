# %% a batch
rows = tf.data.Dataset.from_tensor_slices((x, y))
rows.batch(8)  # ← training/step-of-a-pipeline-lost

# %% files in the order of their classes
photos = keras.utils.image_dataset_from_directory("photos", shuffle=False)
photos.shuffle(1000)  # ← training/step-of-a-pipeline-lost

# %% kept
rows = tf.data.Dataset.from_tensor_slices((x, y))
rows = rows.batch(8)
train = rows.take(4)

# %% a list of another kind
queue = Jobs()
queue.batch(8)
frame = pd.DataFrame(x)
frame.map(print)

# %% what is done at once
rows = tf.data.Dataset.from_tensor_slices((x, y))
rows.save("folder")
