# %% the default size of a batch
def draw(rows, goals, size=32):
    while True:
        chosen = np.random.choice(len(rows), size)
        yield rows[chosen], goals[chosen]


model.fit(draw(x, y), epochs=2, steps_per_epoch=len(x))  # ← training/rows-for-steps

# %% a size of the author's, for the validation
BATCH = 16


def draw(rows, goals, batch_size):
    while True:
        yield rows[:batch_size], goals[:batch_size]


train, valid = draw(x, y, BATCH), draw(a, b, BATCH)
model.fit(
    train,
    steps_per_epoch=len(x) // BATCH,
    validation_data=draw(a, b, BATCH),
    validation_steps=a.shape[0],  # ← training/rows-for-steps
)

# %% images of a folder
flow = reader.flow_from_directory("photos")
model.fit(flow, steps_per_epoch=flow.samples)  # ← training/rows-for-steps

# %% divided
def draw(rows, goals, size=32):
    while True:
        chosen = np.random.choice(len(rows), size)
        yield rows[chosen], goals[chosen]


model.fit(draw(x, y), epochs=2, steps_per_epoch=len(x) // 32)
flow = reader.flow_from_directory("photos", batch_size=8)
model.fit(flow, steps_per_epoch=flow.samples // 8)
model.fit(flow, steps_per_epoch=len(flow))

# %% one row at a time
def draw(rows, goals, size=1):
    while True:
        chosen = np.random.choice(len(rows), size)
        yield rows[chosen], goals[chosen]


model.fit(draw(x, y), epochs=2, steps_per_epoch=len(x))
flow = reader.flow_from_directory("photos", batch_size=1)
model.fit(flow, steps_per_epoch=flow.n)

# %% a list of batches
def draw(batches, size=32):
    while True:
        yield from batches


model.fit(make(parts, size=32), steps_per_epoch=len(parts))

# %% more batches than the folder holds
from keras.preprocessing.image import ImageDataGenerator
train = ImageDataGenerator(rescale=1 / 255).flow_from_directory("train", batch_size=32, class_mode="binary")
# Found 2000 images belonging to 2 classes.
model.fit(
    train,
    steps_per_epoch=100,  # ← training/rows-for-steps
    epochs=10,
)

# %% as many steps as samples, under a name
from keras.preprocessing.image import ImageDataGenerator
nb_train_samples, batch_size = 2000, 16
train = ImageDataGenerator(rescale=1 / 255).flow_from_directory("train", batch_size=batch_size)
model.fit(train, steps_per_epoch=nb_train_samples, epochs=10)  # ← training/rows-for-steps

# %% as many batches as the folder holds, and of samples
from keras.preprocessing.image import ImageDataGenerator
nb_train_samples, batch_size = 2000, 16
train = ImageDataGenerator(rescale=1 / 255).flow_from_directory("train", batch_size=20, class_mode="binary")
# Found 2000 images belonging to 2 classes.
model.fit(train, steps_per_epoch=100, epochs=10)
model.fit(train, steps_per_epoch=nb_train_samples // batch_size, epochs=10)
single = ImageDataGenerator().flow_from_directory("train", batch_size=1)
model.fit(single, steps_per_epoch=nb_train_samples, epochs=10)

# %% two folders, and what Keras said of both behind them
from keras.preprocessing.image import ImageDataGenerator
train = ImageDataGenerator(rescale=1 / 255).flow_from_directory("train", batch_size=32, class_mode="binary")
test = ImageDataGenerator(rescale=1 / 255).flow_from_directory("test", batch_size=32, class_mode="binary")
# Found 2000 images belonging to 2 classes.
# Found 1600 images belonging to 2 classes.
model.fit(
    train,
    steps_per_epoch=100,  # ← training/rows-for-steps
    validation_data=test,
    validation_steps=50,
)
