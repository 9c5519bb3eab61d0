# %% a regression
from sklearn.metrics import r2_score
model = build()
model.fit(x_train, y_train)
guess = model.predict(x_test)
print(r2_score(guess.ravel(), y_test))  # ← training/truth-and-answer-swapped

# %% classes
from sklearn import metrics
model = build()
model.fit(x_train, y_train)
chance = model.predict(x_test)
guess = np.argmax(chance, axis=1)
truth = np.argmax(y_test, axis=1)
print(metrics.classification_report(guess, truth))  # ← training/truth-and-answer-swapped
print(metrics.confusion_matrix(guess, truth))  # ← training/truth-and-answer-swapped

# %% the right way round
from sklearn.metrics import confusion_matrix, r2_score
model = build()
model.fit(x_train, y_train)
guess = model.predict(x_test)
print(r2_score(y_test, guess), confusion_matrix(y_test > 0, guess > 0))

# %% the same either way
from sklearn.metrics import accuracy_score, mean_squared_error
model = build()
model.fit(x_train, y_train)
guess = model.predict(x_test)
print(mean_squared_error(guess, y_test), accuracy_score(guess > 0, y_test > 0))

# %% one model against another
from sklearn.metrics import confusion_matrix
first, second = build(), build()
print(confusion_matrix(first.predict(x_test) > 0, second.predict(x_test) > 0))
