# %% a comprehension
x = np.array([rows[i - 100 + 1 : i + 1] for i in range(99, len(labels))])
y = labels[99:]
x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.2)  # ← training/windows-mixed-before-split

# %% lists that grow
x_list, y_list = [], []
for i in range(60, len(prices)):
    x_list.append(prices[i - 60 : i, 0])
    y_list.append(prices[i, 0])
x, y = np.array(x_list), np.array(y_list)
x_train, x_test, y_train, y_test = train_test_split(x, y, random_state=1)  # ← training/windows-mixed-before-split

# %% in the order of time
x = np.array([rows[i : i + 30] for i in range(len(rows) - 30)])
x_train, x_test, y_train, y_test = train_test_split(x, rows[30:], test_size=0.2, shuffle=False)

# %% windows that share nothing
x = np.array([rows[i : i + 30] for i in range(0, len(rows) - 30, 30)])
x_train, x_test, y_train, y_test = train_test_split(x, y)

# %% blocks by number
x = np.array([rows[i * 30 : (i + 1) * 30] for i in range(n)])
x_train, x_test, y_train, y_test = train_test_split(x, y)

# %% rows of a table
x = np.array([table[i] for i in range(len(table))])
x_train, x_test, y_train, y_test = train_test_split(x, y)

# %% the beginnings of texts
x = np.array([text[:30] for text in texts])
x_train, x_test, y_train, y_test = train_test_split(x, y)

# %% a function yields windows that begin 16 steps after each other
WIDTH, STEP = 256, 16


def cut(table):
    signal, kind = table[["x", "y"]].to_numpy("float32"), table["kind"].to_numpy()
    for start in range(0, len(signal) - WIDTH + 1, STEP):
        part = kind[start:start + WIDTH]
        if (part == part[0]).all():
            yield signal[start:start + WIDTH], part[0]


def collect(names):
    xs, ys = [], []
    for name in names:
        for x, y in cut(pd.read_csv(name)):
            xs.append(x)
            ys.append(y)
    return np.stack(xs), np.array(ys)


def partition(x, y):
    a, b, c, d = train_test_split(x, y, test_size=0.2, stratify=y)  # ← training/windows-mixed-before-split
    a, e, c, f = train_test_split(a, c, test_size=0.1)
    return (a, c), (e, f), (b, d)


rows, kinds = collect(names)
train, checked, test = partition(rows, kinds)

# %% half a window further, in a while loop of a function, and put together over all files
def windows(signal, width=128):
    step = width // 2
    start, found = 0, []
    while start + width <= len(signal):
        found.append(signal[start:start + width])
        start += step
    return np.array(found)


x = np.concatenate([windows(np.load(name)) for name in names])
x_train, x_test, y_train, y_test = train_test_split(x, y, random_state=0)  # ← training/windows-mixed-before-split

# %% a view of each step, and folds that shuffle
from sklearn.model_selection import KFold

x = np.lib.stride_tricks.sliding_window_view(series, 64)[::8]
for train, test in KFold(5, shuffle=True).split(x):  # ← training/windows-mixed-before-split
    build().fit(x[train], y[train], epochs=5)

# %% the overlap is a share of the width, in a class; an order drawn by chance
class Windows:
    def __init__(self, names):
        self.names = names

    def rows(self, width=200, share=0.75):
        found = []
        for name in self.names:
            signal = np.load(name)
            for i in range(0, len(signal) - width, int(width * (1 - share))):
                found.append((signal[i:i + width], name.startswith("fall")))
        return found


pairs = Windows(names).rows()
order = np.random.default_rng(0).permutation(len(pairs))  # ← training/windows-mixed-before-split
train = [pairs[i] for i in order[:800]]
test = [pairs[i] for i in order[800:]]

# %% the numbers of frames are drawn, the frames have three quarters in common
frames = tf.signal.frame(sound, 1024, 256)
train, test = train_test_split(np.arange(len(frames)), test_size=0.2)  # ← training/windows-mixed-before-split

# %% files are parted first, and then each is cut
def windows(signal, width=128, step=32):
    return np.array([signal[i:i + width] for i in range(0, len(signal) - width, step)])


train, test = train_test_split(names, test_size=0.2)
x_train = np.concatenate([windows(np.load(name)) for name in train])
x_test = np.concatenate([windows(np.load(name)) for name in test])

# %% each row is a file, of which the windows are frames
def frames(signal, width=512, step=128):
    return np.stack([signal[i:i + width] for i in range(0, len(signal) - width, step)])


x = np.stack([frames(np.load(name)) for name in names])
x_train, x_test, y_train, y_test = train_test_split(x, labels, test_size=0.2)

# %% windows of a function that share nothing, or of a step that nobody knows
def cut(signal, width, step):
    for start in range(0, len(signal) - width + 1, step):
        yield signal[start:start + width]


x = np.stack(list(cut(series, 128, 128)))
z = np.stack(list(cut(series, int(input()), int(input()))))
x_train, x_test = train_test_split(x)
z_train, z_test = train_test_split(z)

# %% windows that overlap, parted by the walk, and the order of the training is drawn
from sklearn.model_selection import GroupShuffleSplit

xs, walks = [], []
for number, name in enumerate(names):
    signal = np.load(name)
    for i in range(0, len(signal) - 128, 16):
        xs.append(signal[i:i + 128])
        walks.append(number)
x = np.stack(xs)
train, test = next(GroupShuffleSplit(1, test_size=0.2).split(x, groups=walks))
order = np.random.permutation(len(x))
x = x[order[:1000]]

# %% batches of rows, and a mean over windows for each file
means = []
for name in names:
    signal = np.load(name)
    means.append(np.mean([signal[i:i + 50].max() for i in range(0, len(signal) - 50, 10)]))
x_train, x_test, y_train, y_test = train_test_split(np.array(means), labels)
parts = [x_train[i:i + 32] for i in range(0, len(x_train), 32)]
