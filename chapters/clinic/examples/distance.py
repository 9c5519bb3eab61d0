# Two points of a city go in, the distance by road should come out.
# After a thousand epochs it answers the same number, whatever it is asked.
from keras import Input, Sequential, layers, optimizers

model = Sequential([
    Input((4,)),
    layers.Dense(100, activation="relu"),
    layers.Dense(100, activation="relu"),
    layers.Dense(1, activation="sigmoid"),
])
slow = optimizers.SGD(learning_rate=1e-8)
model.compile(loss="mse", optimizer="sgd", metrics=["mse"])
model.fit(pairs, metres, batch_size=1, epochs=1000)
