# %% the accuracy first
model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(x, y)
test_acc, test_loss = model.evaluate(x, y)  # ← training/results-named-wrong

# %% only the accuracy is kept
model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(x, y)
acc, _ = model.evaluate(x, y, verbose=0)  # ← training/results-named-wrong

# %% batch by batch
model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
for _ in range(100):
    acc, loss = model.train_on_batch(x, y)  # ← training/results-named-wrong

# %% three numbers, two of them the other way round
model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam",
              metrics=["accuracy", keras.metrics.Precision(), keras.metrics.Recall()])
model.fit(x, y)
loss, accuracy, recall, precision = model.evaluate(x, y)  # ← training/results-named-wrong

# %% said in a sentence
model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(x, y)
scores = model.evaluate(x, y)
print("Test accuracy:", scores[0])  # ← training/results-named-wrong
print(f"accuracy {scores[0]:.2f}")  # ← training/results-named-wrong
print("Accuracy: %.2f%%" % (scores[0] * 100))  # ← training/results-named-wrong
print("Accuracy: {:.2f}".format(scores[0]))  # ← training/results-named-wrong
print("Test loss:", scores[0], "and accuracy:", scores[1])
print("loss and accuracy: %f %f" % (scores[0], scores[1]))
print("loss, accuracy:", scores[0], scores[1])

# %% the loss first
model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy", keras.metrics.Precision()])
model.fit(x, y)
loss, accuracy, precision = model.evaluate(x, y)
print("accuracy: %s: %.2f%%" % (model.metrics_names[1], accuracy * 100))

# %% the loss of the accuracy branch
model = Model(a, [b, c])
model.compile(loss={"acc": "mse", "rest": "mse"}, optimizer="adam")
total, acc_loss, rest_loss = model.evaluate(x, y)

# %% one of scikit-learn, and a function of the author's
accuracy, loss = judge.evaluate(x, y)
accuracy, loss = evaluate(model, x, y)

# %% a model that says for itself what it reports
class Own(keras.Model):
    def test_step(self, data):
        return {"accuracy": 1.0, "loss": 0.0}


model = Own()
model.compile(optimizer="adam")
accuracy, loss = model.evaluate(x, y)

# %% one number alone
model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(x, y)
scores = model.evaluate(x, y)
test_accuracy = scores[0]  # ← training/results-named-wrong
accuracy = model.evaluate(x, y)[0]  # ← training/results-named-wrong
print("Accuracy: " + str(scores[0]))  # ← training/results-named-wrong

# %% one number alone, the right one
model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(x, y)
scores = model.evaluate(x, y)
test_accuracy, test_loss = scores[1], scores[0]
accuracy = model.evaluate(x, y)[1]
