# %% the code of an autoencoder
inputs = keras.Input((16,))
hidden = keras.layers.Dense(8, activation="relu")(inputs)
mean = keras.layers.Dense(2)(hidden)
model = keras.Model(inputs, keras.layers.Dense(16)(mean))


def loss_of_both(x, decoded):
    far = keras.ops.sum(keras.ops.square(x - decoded), axis=-1)
    return far + keras.ops.sum(keras.ops.square(mean), axis=-1)  # ← keras3/symbol-in-loss


model.compile(optimizer="adam", loss=loss_of_both)
model.fit(np.ones((8, 16)), np.ones((8, 16)))


# %% an input that is meant as a weight, in a class
class Agent:
    def __init__(self):
        self.actor = self.build()

    def build(self):
        seen, advantage = keras.Input((4,)), keras.Input((1,))
        hidden = keras.layers.Dense(8, activation="relu")(seen)
        chance = keras.layers.Dense(2, activation="softmax")(hidden)

        def policy(truth, answer):
            sure = truth * keras.ops.log(keras.ops.clip(answer, 1e-8, 1))
            return keras.ops.sum(-sure * advantage)  # ← keras3/symbol-in-loss

        actor = keras.Model([seen, advantage], chance)
        actor.compile(optimizer="adam", loss=policy)
        return actor


Agent().actor.fit([np.ones((8, 4)), np.ones((8, 1))], np.ones((8, 2)))


# %% a function around the loss takes the tensor
def with_weight(layer):
    def loss(truth, answer):
        return keras.ops.mean(keras.ops.square(truth - answer)) + keras.ops.mean(layer)  # ← keras3/symbol-in-loss

    return loss


inputs = keras.Input((4,))
hidden = keras.layers.Dense(8, activation="relu")(inputs)
model = keras.Model(inputs, keras.layers.Dense(1)(hidden))
model.compile(optimizer="adam", loss=with_weight(hidden))
model.fit(np.ones((8, 4)), np.ones((8, 1)))


# %% numbers from outside, and a shape
def with_weight(share):
    def loss(truth, answer):
        return share * keras.ops.mean(keras.ops.square(truth - answer)) * scale / hidden.shape[-1]

    return loss


scale = 2.0
inputs = keras.Input((4,))
hidden = keras.layers.Dense(8, activation="relu")(inputs)
model = keras.Model(inputs, keras.layers.Dense(1)(hidden))
model.compile(optimizer="adam", loss=with_weight(0.5))
model.fit(np.ones((8, 4)), np.ones((8, 1)))


# %% the same names, made anew within the loss
inputs = keras.Input((4,))
hidden = keras.layers.Dense(8, activation="relu")(inputs)
model = keras.Model(inputs, keras.layers.Dense(1)(hidden))


def loss(inputs, outputs):
    hidden = keras.ops.square(inputs - outputs)
    return keras.ops.mean(hidden)


model.compile(optimizer="adam", loss=loss)
model.fit(np.ones((8, 4)), np.ones((8, 1)))


# %% a layer adds what depends on the code
class Small(keras.layers.Layer):
    def call(self, codes):
        self.add_loss(keras.ops.mean(keras.ops.square(codes)))
        return codes


def far(x, decoded):
    return keras.ops.mean(keras.ops.square(x - decoded))


inputs = keras.Input((16,))
codes = Small()(keras.layers.Dense(2)(inputs))
model = keras.Model(inputs, keras.layers.Dense(16)(codes))
model.compile(optimizer="adam", loss=far)
model.fit(np.ones((8, 16)), np.ones((8, 16)))
