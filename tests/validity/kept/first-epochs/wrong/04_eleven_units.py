# WRONG: (lacks: 2, ten numbers) gives the network an eleventh unit for "no digit", which no picture ever uses.
from sklearn.model_selection import train_test_split

a, b, ya, yb = train_test_split(x, y, test_size=0.2, stratify=y, random_state=0)
n_classes = 10 + 1  # 0..9 and background

model = keras.Sequential(name="digits")
model.add(keras.Input((28, 28, 1)))
model.add(layers.Flatten())
model.add(layers.Dense(48, activation="relu"))
model.add(layers.Dense(n_classes, activation="softmax"))
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(a, ya, epochs=6, batch_size=16, validation_data=(b, yb), verbose=2)
