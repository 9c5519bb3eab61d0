# %% a layer
class Double(layers.Layer):
    def call(self, x):
        return 2 * x


model = Sequential([Input((2,)), Double(), layers.Dense(1)])
model.save("model.keras")
again = keras.models.load_model("model.keras")  # ← keras3/own-class-in-file

# %% a model, under a name for the path
class Net(Model):
    def __init__(self):
        super().__init__()
        self.last = layers.Dense(1)

    def call(self, x):
        return self.last(x)


PATH = "net.keras"
net = Net()
net(np.zeros((1, 2)))
net.save(PATH)
again = keras.saving.load_model(PATH)  # ← keras3/own-class-in-file

# %% told of it
class Double(layers.Layer):
    def call(self, x):
        return 2 * x


model = Sequential([Input((2,)), Double(), layers.Dense(1)])
model.save("model.keras")
again = keras.models.load_model("model.keras", custom_objects={"Double": Double})

# %% registered
@keras.saving.register_keras_serializable()
class Double(layers.Layer):
    def call(self, x):
        return 2 * x


model = Sequential([Input((2,)), Double(), layers.Dense(1)])
model.save("model.keras")
again = keras.models.load_model("model.keras")

# %% layers of Keras only
model = Sequential([Input((2,)), layers.Dense(1)])
model.save("model.keras")
again = keras.models.load_model("model.keras")
