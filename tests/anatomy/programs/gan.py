import keras
from keras import layers
from keras.optimizers import Adam

generator = keras.Sequential([
    keras.Input((16,)), layers.Dense(7 * 7 * 4), layers.LeakyReLU(0.2), layers.Reshape((7, 7, 4)),
    layers.Conv2DTranspose(1, 4, strides=2, padding="same", activation="tanh"),
])
critic = keras.Sequential([
    keras.Input((14, 14, 1)), layers.Conv2D(4, 3, strides=2), layers.LeakyReLU(), layers.Flatten(),
    layers.Dense(1, activation="sigmoid"),
])
critic.compile(loss="binary_crossentropy", optimizer=Adam(2e-4, 0.5))
critic.trainable = False
z = keras.Input((16,))
model = keras.Model(z, critic(generator(z)))
model.compile(loss="binary_crossentropy", optimizer=Adam(learning_rate=2e-4, beta_1=0.5))
