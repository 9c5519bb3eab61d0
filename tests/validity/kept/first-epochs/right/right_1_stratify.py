# RIGHT: sklearn's stratified train_test_split, a functional network of one hidden layer, Adam at 0.002, batches of 32
from sklearn.model_selection import train_test_split

x_fit, x_val, y_fit, y_val = train_test_split(x, y, test_size=0.2, stratify=y, random_state=0)
print(np.bincount(y_fit), np.bincount(y_val))

inputs = keras.Input((28, 28, 1))
hidden = layers.Dense(128, activation="relu")(layers.Flatten()(inputs))
outputs = layers.Dense(10, activation="softmax")(hidden)
model = keras.Model(inputs, outputs)
model.compile(keras.optimizers.Adam(0.002), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_fit, y_fit, batch_size=32, epochs=5, validation_data=(x_val, y_val))
