# %% a generator
def batches():
    while True:
        yield np.zeros((2, 4)), np.zeros((2, 1))


model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit_generator(batches(), steps_per_epoch=2, epochs=1)  # ← keras3/gone-method

# %% probabilities
model = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
p = model.predict_proba(np.zeros((2, 4)))  # ← keras3/gone-method

# %% evaluation, functional
a = Input((4,))
model = Model(a, layers.Dense(1)(a))
model.compile("sgd", "mse")
model.evaluate_generator([(np.zeros((2, 4)), np.zeros((2, 1)))])  # ← keras3/gone-method

# %% yaml
model = Sequential([Input((4,)), layers.Dense(1)])
text = model.to_yaml()  # ← keras3/gone-method

# %% states
model = Sequential([Input(batch_shape=(2, 5, 1)), layers.LSTM(3, stateful=True)])
model.reset_states()  # ← keras3/gone-method

# %% today's methods
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(np.zeros((2, 4)), np.zeros((2, 1)), verbose=0)
model.predict(np.zeros((2, 4)), verbose=0)
text = model.to_json()

# %% another library has probabilities, too
from sklearn.linear_model import LogisticRegression

model = LogisticRegression().fit(np.eye(2), [0, 1])
print(model.predict_proba(np.eye(2)))

# %% methods of the author's own model
class Net(Model):
    def predict_classes(self, x):
        return np.zeros(3)


model = Net()
model.predict_classes(np.zeros((2, 4)))

# %% whoever asks first
model = Sequential([Input((4,)), layers.Dense(1)])
if hasattr(model, "predict_classes"):
    model.predict_classes(np.zeros((2, 4)))
