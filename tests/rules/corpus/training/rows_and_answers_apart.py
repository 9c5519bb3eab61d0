# %% in their places
x, y = np.load("x.npy"), np.load("y.npy")
np.random.shuffle(x)
np.random.shuffle(y)  # ← training/rows-and-answers-apart
model.fit(x, y, epochs=3)

# %% two splits
x, y = np.load("x.npy"), np.load("y.npy")
x_train, x_test = train_test_split(x, test_size=0.2)
y_train, y_test = train_test_split(y, test_size=0.2)  # ← training/rows-and-answers-apart
model.fit(x_train, y_train, epochs=3)

# %% two samples
table = pd.read_csv("t.csv")
x = table.drop("y", axis=1).sample(frac=1).values
y = table["y"].sample(frac=1).values  # ← training/rows-and-answers-apart
model.fit(x, y, epochs=3)

# %% the same seed
np.random.seed(1)
np.random.shuffle(x)
np.random.seed(1)
np.random.shuffle(y)
model.fit(x, y, epochs=3)

# %% together
x_train, x_test, y_train, y_test = train_test_split(x, y)
model.fit(x_train, y_train, epochs=3)

# %% the same numbers
x_train, x_test = train_test_split(x, random_state=3)
y_train, y_test = train_test_split(y, random_state=3)
model.fit(x_train, y_train, epochs=3)

# %% the table is mixed first
table = pd.read_csv("t.csv").sample(frac=1)
x, y = table.drop("y", axis=1).values, table["y"].values
model.fit(x, y, epochs=3)

# %% one table is set apart
train, test = train_test_split(table)
x, y = train.drop("y", axis=1).values, train["y"].values
model.fit(x, y, epochs=3)

# %% two seeds
from sklearn.model_selection import train_test_split

x_train, x_test = train_test_split(x, random_state=0)
y_train, y_test = train_test_split(y, random_state=1)  # ← training/rows-and-answers-apart
model.fit(x_train, y_train, epochs=3)

# %% shuffled by two seeds
from sklearn.utils import shuffle

x = shuffle(x, random_state=0)
y = shuffle(y, random_state=1)  # ← training/rows-and-answers-apart
model.fit(x, y, epochs=3)

# %% one seed by name, and a data set
from sklearn.utils import shuffle

x = shuffle(x, random_state=SEED)
y = shuffle(y, random_state=SEED)
model.fit(x, y, epochs=3)
rows = rows.shuffle(100)
answers = answers.shuffle(200)
model.fit(rows, answers, epochs=3)
