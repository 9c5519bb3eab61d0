# %% a file that is known
table = pd.read_csv("creditcard.csv")
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])  # ← training/accuracy-of-a-rare-class

# %% shares that are drawn
x, y = make_classification(n_samples=5000, weights=[0.98, 0.02])
model.compile("adam", "binary_crossentropy", metrics=[keras.metrics.BinaryAccuracy()])  # ← training/accuracy-of-a-rare-class

# %% a comment
# 120 defects among 40,000 parts
parts = pd.read_csv("parts.csv")
model.compile("adam", "binary_crossentropy", metrics=["acc"])  # ← training/accuracy-of-a-rare-class

# %% measured in another way, too
table = pd.read_csv("creditcard.csv")
model.compile("adam", "binary_crossentropy", metrics=["accuracy", keras.metrics.AUC(curve="PR")])

# %% with weights
table = pd.read_csv("creditcard.csv")
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(x, y, class_weight={0: 1, 1: 300})

# %% looked at afterwards
# 2 % of the rows are fraud
table = pd.read_csv("payments.csv")
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
print(confusion_matrix(y_test, model.predict(x_test) > 0.5))

# %% about as many of each
x, y = make_classification(n_samples=5000, weights=[0.6, 0.4])
# 45 % of the rows are positive
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])

# %% other shares in a comment
# 3 % dropout, 20 of 800 steps
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
