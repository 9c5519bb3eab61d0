# %% no split
from tensorflow.keras.preprocessing.image import ImageDataGenerator
read = ImageDataGenerator(rescale=1 / 255)
valid = read.flow_from_directory("photos", target_size=(64, 64), subset="validation")  # ← training/subset-of-no-split

# %% made where it is used
from tensorflow.keras.preprocessing.image import ImageDataGenerator
valid = ImageDataGenerator().flow_from_dataframe(table, "photos", subset="validation")  # ← training/subset-of-no-split

# %% a split
from tensorflow.keras.preprocessing.image import ImageDataGenerator
read = ImageDataGenerator(rescale=1 / 255, validation_split=0.2)
valid = read.flow_from_directory("photos", subset="validation")

# %% settings that nobody knows
from tensorflow.keras.preprocessing.image import ImageDataGenerator
read = ImageDataGenerator(**settings)
valid = read.flow_from_directory("photos", subset="validation")

# %% no subset
from tensorflow.keras.preprocessing.image import ImageDataGenerator
read = ImageDataGenerator(rescale=1 / 255)
valid = read.flow_from_directory("photos")
