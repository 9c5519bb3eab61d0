# %% trained as it is
x, y = np.zeros((4, 64, 64, 3)), np.zeros((4, 5))
model = keras.applications.MobileNet(alpha=0.25, weights=None, include_top=False, input_shape=(64, 64, 3))
model.compile("adam", "categorical_crossentropy")
model.fit(x, y)  # ← shape/base-without-head

# %% labels as numbers
x, y = np.zeros((4, 64, 64, 3)), np.zeros(4)
net = keras.applications.MobileNet(alpha=0.25, weights=None, include_top=False, input_shape=(64, 64, 3))
net.trainable = False
net.compile("adam", "sparse_categorical_crossentropy")
net.fit(x, y, epochs=3)  # ← shape/base-without-head

# %% with a head
x, y = np.zeros((4, 64, 64, 3)), np.zeros(4)
base = keras.applications.MobileNet(alpha=0.25, weights=None, include_top=False, input_shape=(64, 64, 3))
model = Sequential([base, layers.Flatten(), layers.Dense(3, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)

# %% the whole network
x, y = np.zeros((4, 64, 64, 3)), np.zeros((4, 5))
model = keras.applications.MobileNet(alpha=0.25, weights=None, classes=5, input_shape=(64, 64, 3))
model.compile("adam", "categorical_crossentropy")
model.fit(x, y)

# %% only asked
x, y = np.zeros((4, 64, 64, 3)), np.zeros(4)
model = keras.applications.MobileNet(alpha=0.25, weights=None, include_top=False, input_shape=(64, 64, 3))
model.predict(x)

# %% settings that come from elsewhere
import json

settings = json.loads('{"pooling": "avg"}')
model = keras.applications.MobileNet(alpha=0.25, weights=None, include_top=False, input_shape=(64, 64, 3), **settings)
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(np.zeros((4, 64, 64, 3)), np.zeros((4, 256)), verbose=0)
