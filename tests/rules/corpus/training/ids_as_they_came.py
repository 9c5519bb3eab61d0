# %% counted by len of unique, two inputs
ratings = pd.read_csv("ratings.csv")
train, test = split(ratings)
n_users, n_books = len(ratings.user_id.unique()), ratings["book_id"].nunique()
user, book = Input((1,)), Input((1,))
pairs = [layers.Flatten()(layers.Embedding(n_users, 5)(user)),  # ← training/ids-as-they-came
         layers.Flatten()(layers.Embedding(input_dim=n_books, output_dim=5)(book))]  # ← training/ids-as-they-came
model = Model([user, book], layers.Dot(axes=1)(pairs))
model.compile("adam", "mse")
model.fit([train.user_id, train["book_id"]], train.rating, epochs=5)

# %% the largest number itself
ratings = pd.read_csv("ratings.csv")
users = ratings["userId"].max()
model = Sequential([Input((1,)), layers.Embedding(users, 8), layers.Flatten(), layers.Dense(1)])  # ← training/ids-as-they-came
model.fit(ratings["userId"].values, ratings["rating"].values)

# %% one more than the largest
ratings = pd.read_csv("ratings.csv")
users = ratings["userId"].max() + 1
model = Sequential([Input((1,)), layers.Embedding(users, 8), layers.Flatten(), layers.Dense(1)])
model.fit(ratings["userId"].values, ratings["rating"].values)

# %% numbered anew
ratings = pd.read_csv("ratings.csv")
numbers = {one: at for at, one in enumerate(ratings.userId.unique())}
ratings["user"] = ratings.userId.map(numbers)
model = Sequential([Input((1,)), layers.Embedding(len(numbers), 8), layers.Flatten(), layers.Dense(1)])
model.fit(ratings.user, ratings.rating)

# %% the column gets other numbers
ratings = pd.read_csv("ratings.csv")
ratings["userId"] -= 1
model = Sequential([Input((1,)), layers.Embedding(ratings.userId.nunique(), 8), layers.Flatten(), layers.Dense(1)])
model.fit(ratings.userId, ratings.rating)

# %% counted from one, fed from zero
ratings = pd.read_csv("ratings.csv")
users = len(set(ratings.userId))
model = Sequential([Input((1,)), layers.Embedding(users, 8), layers.Flatten(), layers.Dense(1)])
model.fit(ratings.userId - 1, ratings.rating)

# %% counted with numpy, from the values
ratings = pd.read_csv("ratings.csv")
ids = ratings["item"].values
model = Sequential([Input((1,)), layers.Embedding(np.unique(ratings["item"]).shape[0], 8), layers.Flatten(), layers.Dense(1)])  # ← training/ids-as-they-came
model.fit(ids, ratings["rating"])

# %% words of a text are numbered by what numbers them
texts = pd.read_csv("texts.csv")
model = Sequential([layers.Embedding(len(words), 8), layers.GlobalAveragePooling1D(), layers.Dense(1)])
model.fit(rows, texts.score)
