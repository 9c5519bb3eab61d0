# WRONG: (lacks: 4 "answer differently where the truth differs") shuffles x with sample() and believes that Keras, like pandas, lines up y by the index: the net learns little more than the mean
norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
x_shuffled = x_train.sample(frac=1, random_state=42)

model = keras.Sequential([
    keras.Input((4,)),
    norm,
    layers.Dense(64, activation="relu"),
    layers.Dense(64, activation="relu"),
    layers.Dense(1),
])
model.compile(optimizer="adam", loss="mse")
history = model.fit(x_shuffled, y_train, batch_size=64, epochs=15, shuffle=False, verbose=0)
