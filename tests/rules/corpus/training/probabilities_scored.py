# %% probabilities, behind a name
from sklearn.metrics import accuracy_score, confusion_matrix
model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(x, y)
answers = model.predict(x_test)
print(accuracy_score(y_test, answers))  # ← training/probabilities-scored
print(confusion_matrix(y_pred=model.predict(x_test), y_true=y_test))  # ← training/probabilities-scored

# %% one-hot rows beside numbers
from sklearn.metrics import classification_report
model = Sequential([Input((8,)), layers.Dense(3, activation="softmax")])
y_test = keras.utils.to_categorical(y_test)
kinds = np.argmax(model.predict(x_test), axis=1)
print(classification_report(y_test, kinds))  # ← training/probabilities-scored

# %% numbers on both sides
from sklearn.metrics import accuracy_score
model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
answers = model.predict(x_test) > 0.5
print(accuracy_score(y_test, answers))
rounded = model.predict(x_test).round()
print(accuracy_score(y_test, rounded))

# %% a model of scikit-learn
from sklearn.metrics import accuracy_score
from sklearn.svm import SVC
model = SVC()
model.fit(x, y)
print(accuracy_score(y_test, model.predict(x_test)))

# %% cut under the same name
from sklearn.metrics import f1_score
model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
answers = model.predict(x_test)
answers = (answers > 0.5).astype(int)
print(f1_score(y_test, answers))

# %% folds of one-hot labels
from sklearn.model_selection import StratifiedKFold
folds = StratifiedKFold(5, shuffle=True)
labels = keras.utils.to_categorical(numbers)
for train, test in folds.split(x, labels):  # ← training/probabilities-scored
    print(len(train))
for train, test in folds.split(x, numbers):
    print(len(train))
