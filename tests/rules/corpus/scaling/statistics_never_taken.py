# %% two generators, one of them fitted
from keras.preprocessing.image import ImageDataGenerator
maker = ImageDataGenerator(featurewise_center=True)
other = ImageDataGenerator(featurewise_std_normalization=True, zoom_range=0.2)
maker.fit(x)
model.fit(maker.flow(x, y), validation_data=other.flow(a, b))  # ← scaling/statistics-never-taken

# %% in one line
from keras.preprocessing.image import ImageDataGenerator
rows = ImageDataGenerator(zca_whitening=True).flow(x, y)  # ← scaling/statistics-never-taken

# %% fitted
from keras.preprocessing.image import ImageDataGenerator
maker = ImageDataGenerator(featurewise_center=True)
maker.fit(x)
model.fit(maker.flow(x, y))

# %% no statistics
from keras.preprocessing.image import ImageDataGenerator
maker = ImageDataGenerator(samplewise_center=True, featurewise_center=False)
model.fit(maker.flow(x, y))

# %% a mean of the author's
from keras.preprocessing.image import ImageDataGenerator
maker = ImageDataGenerator(featurewise_center=True)
maker.mean = np.array([103.9, 116.8, 123.7])
model.fit(maker.flow(x, y))

# %% fitted by a function
from keras.preprocessing.image import ImageDataGenerator
maker = ImageDataGenerator(featurewise_center=True)
prepare(maker, x)
model.fit(maker.flow(x, y))
