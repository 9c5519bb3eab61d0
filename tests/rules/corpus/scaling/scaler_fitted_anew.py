# %% two commands of one program
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

FEATURES = ["income", "amount", "months"]


def read(path):
    return pd.read_csv(path).dropna(subset=FEATURES)


def train(args):
    frame = read(args.csv)
    x_train, x_val, y_train, y_val = train_test_split(frame[FEATURES].to_numpy(), frame["bad"].to_numpy())
    scaler = StandardScaler()
    x_train = scaler.fit_transform(x_train)
    x_val = scaler.transform(x_val)
    model = Sequential([Input((3,)), layers.Dense(1, activation="sigmoid")])
    model.compile(loss="binary_crossentropy", optimizer="adam")
    model.fit(x_train, y_train, epochs=args.epochs, validation_data=(x_val, y_val))
    model.save("credit.keras")


def score(args):
    frame = read(args.csv)
    model = keras.models.load_model("credit.keras")
    scaler = StandardScaler()
    x = scaler.fit_transform(frame[FEATURES].to_numpy())  # ← scaling/scaler-fitted-anew
    frame["p"] = model.predict(x, verbose=0).ravel()
    frame.to_csv(args.out)


command = {"train": train, "score": score}[args.command]
command(args)

# %% a class that fits its one scaler in both methods
from sklearn.preprocessing import MinMaxScaler


class Forecaster:
    def __init__(self):
        self.scaler = MinMaxScaler()
        self.model = Sequential([Input((6,)), layers.Dense(16, activation="relu"), layers.Dense(1)])
        self.model.compile("adam", "mse")

    def train(self, x, y):
        x = self.scaler.fit_transform(x)
        self.model.fit(x, y, epochs=20, validation_split=0.2)

    def forecast(self, x):
        return self.model.predict(self.scaler.fit_transform(x))  # ← scaling/scaler-fitted-anew

# %% fitted and asked in two steps, in a helper, beside a scaler that was saved
import joblib
from sklearn.preprocessing import RobustScaler


def train(x, y):
    scaler = RobustScaler().fit(x)
    joblib.dump(scaler, "scaler.joblib")
    model = Sequential([Input((6,)), layers.Dense(1)])
    model.compile("adam", "mse")
    model.fit(scaler.transform(x), y, epochs=20)
    return model


def prepare(rows):
    scaler = RobustScaler()
    scaler.fit(rows)  # ← scaling/scaler-fitted-anew
    return scaler.transform(rows)


def serve(model, rows):
    return model.predict(prepare(rows))

# %% loaded, and fitted again
import pickle


def answer(path):
    scaler = pickle.load(open("scaler.pkl", "rb"))
    model = keras.models.load_model("model.keras")
    rows = scaler.fit_transform(pd.read_csv(path))  # ← scaling/scaler-fitted-anew
    return model.predict(rows)

# %% files by their names
from sklearn.preprocessing import StandardScaler


def learn():
    data = pd.read_csv("houses.csv").values
    scaler = StandardScaler()
    x = scaler.fit_transform(data[:800, :6])
    held = scaler.transform(data[800:, :6])
    model = Sequential([Input((6,)), layers.Dense(1)])
    model.compile("adam", "mse")
    model.fit(x, data[:800, 6], validation_data=(held, data[800:, 6]), epochs=20)
    model.save("houses.keras")


def ask():
    new = pd.read_csv("new_houses.csv").values
    new = StandardScaler().fit_transform(new)  # ← scaling/scaler-fitted-anew
    print(keras.models.load_model("houses.keras").predict(new))

# %% the scaler of the training is kept, or loaded
import joblib
from sklearn.preprocessing import StandardScaler


class Model6:
    def __init__(self):
        self.scaler = StandardScaler()
        self.model = Sequential([Input((6,)), layers.Dense(1)])
        self.model.compile("adam", "mse")

    def train(self, x, y):
        self.model.fit(self.scaler.fit_transform(x), y, epochs=20)
        joblib.dump(self.scaler, "scaler.joblib")

    def ask(self, x):
        return self.model.predict(self.scaler.transform(x))


def serve(path):
    scaler = joblib.load("scaler.joblib")
    return keras.models.load_model("a.keras").predict(scaler.transform(pd.read_csv(path)))

# %% each recording is scaled by itself, in training as well
from sklearn.preprocessing import StandardScaler


def recording(path):
    return StandardScaler().fit_transform(np.load(path))


def train(path, y):
    model = Sequential([Input((6,)), layers.Dense(1)])
    model.compile("adam", "mse")
    model.fit(recording(path), y, epochs=20)
    model.save("a.keras")


def ask(path):
    return keras.models.load_model("a.keras").predict(recording(path))

# %% each recording by itself, written out twice
from sklearn.preprocessing import StandardScaler


def train(path, y):
    x = StandardScaler().fit_transform(np.load(path))
    model = Sequential([Input((6,)), layers.Dense(1)])
    model.compile("adam", "mse")
    model.fit(x, y, epochs=20)
    model.save("a.keras")


def ask(path):
    x = StandardScaler().fit_transform(np.load(path))
    return keras.models.load_model("a.keras").predict(x)

# %% the scaler is fitted again on the training rows
from sklearn.preprocessing import StandardScaler


def train():
    data = np.load("train.npy")
    scaler = StandardScaler().fit(data[:800])
    model = Sequential([Input((6,)), layers.Dense(1)])
    model.compile("adam", "mse")
    model.fit(scaler.transform(data[:800]), np.load("y.npy"), epochs=20)
    model.evaluate(scaler.transform(data[800:]), np.load("z.npy"))
    model.save("a.keras")


def ask(path):
    scaler = StandardScaler().fit(np.load("train.npy")[:800])
    return keras.models.load_model("a.keras").predict(scaler.transform(np.load(path)))


def again():
    x = StandardScaler().fit_transform(np.load("train.npy"))
    return keras.models.load_model("a.keras").predict(x)

# %% fitted on both, which were joined
from sklearn.preprocessing import StandardScaler


def train(x, held, y, z):
    scaler = StandardScaler()
    x, held = scaler.fit_transform(x), scaler.transform(held)
    model = Sequential([Input((6,)), layers.Dense(1)])
    model.compile("adam", "mse")
    model.fit(x, y, validation_data=(held, z), epochs=20)
    return model


def ask(model, old, new):
    both = np.concatenate([old, new])
    return model.predict(StandardScaler().fit_transform(both)[len(old):])

# %% the answers are scaled, for a second model of another kind
from sklearn.preprocessing import StandardScaler


def train(x, held, y, z):
    scaler = StandardScaler()
    x, held = scaler.fit_transform(x), scaler.transform(held)
    model = Sequential([Input((6,)), layers.Dense(1)])
    model.compile("adam", "mse")
    model.fit(x, y, validation_data=(held, z), epochs=20)
    return model, scaler


def codes(model, scaler, x):
    found = model.predict(scaler.transform(x))
    return StandardScaler().fit_transform(found)

# %% one program reads one table for both
from sklearn.preprocessing import StandardScaler


def train(args):
    x = pd.read_csv(args.table).values
    scaler = StandardScaler()
    held, x = x[:100], scaler.fit_transform(x[100:])
    model = Sequential([Input((6,)), layers.Dense(1)])
    model.compile("adam", "mse")
    model.fit(x, y[100:], epochs=20)
    print(model.evaluate(scaler.transform(held), y[:100]))
    model.save("a.keras")


def plot(args):
    x = StandardScaler().fit_transform(pd.read_csv(args.table).values)
    return keras.models.load_model("a.keras").predict(x)


train(args)
plot(args)

# %% by hand, and at once by a function
from sklearn import preprocessing


def train(data, y, z):
    x, held = data[:800], data[800:]
    mean, deviation = x.mean(axis=0), x.std(axis=0)
    x, held = (x - mean) / deviation, (held - mean) / deviation
    model = Sequential([Input((6,)), layers.Dense(1)])
    model.compile("adam", "mse")
    model.fit(x, y, validation_data=(held, z), epochs=20)
    model.save("a.keras")


def ask(path):
    rows = np.load(path)
    mean = np.mean(rows, axis=0)
    rows = (rows - mean) / rows.std(axis=0)  # ← scaling/scaler-fitted-anew
    return keras.models.load_model("a.keras").predict(rows)


def other(path):
    rows = preprocessing.scale(np.load(path))  # ← scaling/scaler-fitted-anew
    return keras.models.load_model("a.keras").predict(rows)

# %% by the mean of the training, which is saved
def train(data, y):
    mean, deviation = data.mean(axis=0), data.std(axis=0)
    np.savez("scale.npz", mean=mean, deviation=deviation)
    model = Sequential([Input((6,)), layers.Dense(1)])
    model.compile("adam", "mse")
    model.fit((data - mean) / deviation, y, epochs=20)
    model.save("a.keras")


def ask(path):
    kept, rows = np.load("scale.npz"), np.load(path)
    return keras.models.load_model("a.keras").predict((rows - kept["mean"]) / kept["deviation"])

# %% every series on a scale of its own, to which the answers go back
from sklearn.preprocessing import MinMaxScaler


class Forecaster:
    def __init__(self):
        self.scaler = MinMaxScaler()
        self.model = Sequential([Input((6,)), layers.Dense(1)])
        self.model.compile("adam", "mse")

    def train(self, series, y):
        self.model.fit(self.scaler.fit_transform(series), y, epochs=20)

    def forecast(self, series):
        found = self.model.predict(self.scaler.fit_transform(series))
        return self.scaler.inverse_transform(found)
