# %% a function, a lambda and a scale
from tensorflow.keras.applications.resnet50 import preprocess_input
from tensorflow.keras.preprocessing.image import ImageDataGenerator

def scaled(image):
    return image / 255

one = ImageDataGenerator(preprocess_input)  # ← training/argument-in-anothers-place
two = ImageDataGenerator(scaled)  # ← training/argument-in-anothers-place
three = ImageDataGenerator(1.0 / 255)  # ← training/argument-in-anothers-place
four = ImageDataGenerator(False, False, lambda image: image / 255)  # ← training/argument-in-anothers-place

# %% smoothing and a reduction for a switch
from keras.losses import BinaryCrossentropy

smooth = 0.1
one = keras.losses.CategoricalCrossentropy(smooth)  # ← training/argument-in-anothers-place
two = BinaryCrossentropy(0.05)  # ← training/argument-in-anothers-place
three = tf.keras.losses.SparseCategoricalCrossentropy("none")  # ← training/argument-in-anothers-place

# %% callbacks
patience = 5
one = callbacks.EarlyStopping(5)  # ← training/argument-in-anothers-place
two = callbacks.EarlyStopping("val_loss", patience)  # ← training/argument-in-anothers-place
three = callbacks.ModelCheckpoint("a.keras", True)  # ← training/argument-in-anothers-place
four = callbacks.ReduceLROnPlateau("val_loss", 0.5, 3, 1e-6)  # ← training/argument-in-anothers-place
five = callbacks.ReduceLROnPlateau(0.2)  # ← training/argument-in-anothers-place

# %% a decay for a momentum
one = optimizers.SGD(0.01, 1e-6)  # ← training/argument-in-anothers-place
two = optimizers.Adam(1e-3, 1e-5)  # ← training/argument-in-anothers-place

# %% epochs and the size of a batch
EPOCHS, BATCH_SIZE = 20, 64
model.compile("adam", "mse")
model.fit(x, y, EPOCHS, BATCH_SIZE)  # ← training/argument-in-anothers-place

# %% words and numbers of a vector
embedding_dim, vocab_size = 64, 20000
one = layers.Embedding(embedding_dim, vocab_size)  # ← training/argument-in-anothers-place

# %% by name
from tensorflow.keras.preprocessing.image import ImageDataGenerator

patience = 5
one = ImageDataGenerator(rescale=1.0 / 255, preprocessing_function=prepare)
two = keras.losses.CategoricalCrossentropy(label_smoothing=0.1)
three = callbacks.EarlyStopping(patience=patience)
four = callbacks.EarlyStopping("val_loss", 0.001, patience)
five = optimizers.SGD(0.01, momentum=0.9)

# %% in their places
from tensorflow.keras.preprocessing.image import ImageDataGenerator

one = ImageDataGenerator(True, False, 1, 0)
two = keras.losses.CategoricalCrossentropy(True)
three = callbacks.ReduceLROnPlateau("val_loss", 0.5, 3, 1, "min", 1e-4)
four = callbacks.ModelCheckpoint("a.keras", "val_loss", 1, True)
five = optimizers.Adam(1e-4, 0.5)
six = optimizers.Adam(1e-4, 0.0, 0.9)
seven = optimizers.SGD(0.01, 0.0)
eight = layers.Embedding(vocab_size, embedding_dim)
nine = layers.Embedding(embeddings.shape[0], embeddings.shape[1])

# %% metrics, whose first argument is their name
from keras.metrics import BinaryCrossentropy

one = keras.metrics.CategoricalCrossentropy("far")
two = BinaryCrossentropy("far")

# %% a model of the author's
class Model:
    def fit(self, x, y, epochs, batch_size):
        return self

    def compile(self):
        return self

epochs, batch_size = 3, 4
model = Model()
model.compile()
model.fit(x, y, epochs, batch_size)

# %% sizes of batches, and a class of the author's
class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience

stop = EarlyStopping(5)
batch_size, epochs = 3, 4
model.compile("adam", "mse")
model.fit(x, y, batch_size, epochs)
