# %% the same series twice
rows = keras.utils.timeseries_dataset_from_array(series, series, sequence_length=24)  # ← training/target-not-ahead

# %% with another axis, from a function
def windows(part):
    return tf.keras.preprocessing.timeseries_dataset_from_array(
        data=part.reshape(-1, 1), targets=part, sequence_length=24, batch_size=32  # ← training/target-not-ahead
    )

# %% a column of the table
table = pd.read_csv("weather.csv")
values = table.values
rows = keras.utils.timeseries_dataset_from_array(values, values[:, 1], sequence_length=24)  # ← training/target-not-ahead

# %% the last step of the window
x, y = [], []
for i in range(len(series) - 24):
    x.append(series[i : i + 24])
    y.append(series[i + 24 - 1])  # ← training/target-not-ahead

# %% the last step, by variables
x, y = [], []
for i in range(steps, len(series)):
    end = i
    window, target = series[end - steps : end, 0], series[end - 1, 0]  # ← training/target-not-ahead
    x.append(window)
    y.append(target)

# %% the first step
x, y = [], []
for i in range(len(series) - n):
    x.append(series[i : i + n])
    y.append(series[i])  # ← training/target-not-ahead

# %% a decoder that is shown its answer
for i, sentence in enumerate(sentences):
    for t, char in enumerate(sentence):
        inputs[i, t, index[char]] = 1.0
        targets[i, t, index[char]] = 1.0  # ← training/target-not-ahead
inputs, targets = np.zeros((9, 9, 9)), np.zeros((9, 9, 9))
decoded = layers.LSTM(8, return_sequences=True)(there, initial_state=[h, c])
model.fit([source, inputs], targets)

# %% one step ahead
rows = keras.utils.timeseries_dataset_from_array(series[:-24], series[24:], sequence_length=24)

# %% windows without targets, and the target of another series
rows = keras.utils.timeseries_dataset_from_array(series, None, sequence_length=24)
rows = keras.utils.timeseries_dataset_from_array(series, labels, sequence_length=24)

# %% other columns
rows = keras.utils.timeseries_dataset_from_array(values[:, 1:], values[:, 0], sequence_length=24)

# %% cut before
now, later = series[:-24], series[24:]
rows = keras.utils.timeseries_dataset_from_array(now, later, sequence_length=24)

# %% behind the window
x, y = [], []
for i in range(len(series) - 24):
    end = i + 24
    x.append(series[i:end])
    y.append(series[end])

# %% what stood in other columns at the last step
x, y = [], []
for i in range(len(rows) - n):
    end = i + n
    seq_x, seq_y = rows[i:end, :-1], rows[end - 1, -1]
    x.append(seq_x)
    y.append(seq_y)

# %% the labels of the last step
x, y = [], []
for i in range(len(series) - n):
    x.append(series[i : i + n])
    y.append(labels[i + n - 1])

# %% whether it rises
x, y = [], []
for i in range(len(series) - n):
    x.append(series[i : i + n])
    y.append(int(series[i + n] > series[i + n - 1]))

# %% a decoder one step behind
inputs, targets = np.zeros((9, 9, 9)), np.zeros((9, 9, 9))
for i, sentence in enumerate(sentences):
    for t, char in enumerate(sentence):
        inputs[i, t, index[char]] = 1.0
        if t > 0:
            targets[i, t - 1, index[char]] = 1.0
decoded = layers.LSTM(8, return_sequences=True)(there, initial_state=[h, c])
model.fit([source, inputs], targets)

# %% the last value beside the target, to add it again
x, y, last = [], [], []
for i in range(24, len(series)):
    x.append(series[i - 24 : i])
    y.append(series[i])
    last.append(series[i - 1])

# %% in comprehensions
x = np.array([series[i : i + n] for i in range(len(series) - n)])
y = np.array([series[i + n - 1] for i in range(len(series) - n)])  # ← training/target-not-ahead

# %% behind the window, in comprehensions
x = np.array([series[i : i + n] for i in range(len(series) - n)])
y = np.array([series[i + n] for i in range(len(series) - n)])

# %% a column that was taken out before the table was scaled
raw = table[["pressure", "temperature", "wind"]].to_numpy("float32")
temperature = raw[:, 1].copy()
mean, std = raw[:n].mean(axis=0), raw[:n].std(axis=0)
scaled = (raw - mean) / std


def windows(start, end):
    return keras.utils.timeseries_dataset_from_array(
        scaled[start:end], targets=temperature[start:end], sequence_length=72  # ← training/target-not-ahead
    )

# %% the function only hands them on
def windows(x, y, shuffle):
    return keras.utils.timeseries_dataset_from_array(x, y, sequence_length=72, shuffle=shuffle)


raw = table.values
wind = raw[:, 3]
rows = StandardScaler().fit_transform(raw)
train = windows(rows[:1000], wind[:1000], True)  # ← training/target-not-ahead
test = windows(rows[1000:], wind[1072:], False)

# %% the scaled table, and a column of the unscaled one
scaled = scaler.fit_transform(raw)
x, y = [], []
for i in range(len(raw) - 24):
    x.append(scaled[i : i + 24])
    y.append(raw[i + 23, 0])  # ← training/target-not-ahead

# %% a view
x = np.lib.stride_tricks.sliding_window_view(series, n)
y = series[n - 1 :]  # ← training/target-not-ahead

# %% a view, with targets behind it
x = np.lib.stride_tricks.sliding_window_view(series, n)[:-1]
y = series[n:]

# %% from the scaled table, one window later
raw = table.to_numpy("float32")
temperature = raw[:, 1].copy()
scaled = (raw - raw[:n].mean(axis=0)) / raw[:n].std(axis=0)


def windows(start, end):
    return keras.utils.timeseries_dataset_from_array(
        scaled[start:end], targets=temperature[start + 72 : end + 72], sequence_length=72
    )

# %% a column that holds what comes later
table["later"] = table["temperature"].shift(-72)
later = table["later"].values
scaled = scaler.fit_transform(table[["temperature", "wind"]])
rows = keras.utils.timeseries_dataset_from_array(scaled, later, sequence_length=72)

# %% what is foretold is no input
raw = table.to_numpy()
scaled = scaler.fit_transform(raw[:, 1:])
rows = keras.utils.timeseries_dataset_from_array(scaled, raw[:, 0], sequence_length=72)

# %% the difference of two columns has rows of its own
change = raw[:, 0] - raw[:, 1]
rows = keras.utils.timeseries_dataset_from_array(raw, change, sequence_length=72)

# %% a pipeline of whole windows
rows = tf.data.Dataset.from_tensor_slices(series).window(24, shift=1, drop_remainder=True)
rows = rows.flat_map(lambda w: w.batch(24)).map(lambda w: (w, w[-1]))  # ← training/target-not-ahead

# %% a pipeline of windows that are one longer
rows = tf.data.Dataset.from_tensor_slices(series).window(25, shift=1, drop_remainder=True)
rows = rows.flat_map(lambda w: w.batch(25)).map(lambda w: (w[:-1], w[-1]))

# %% windows of arguments by name
x = np.lib.stride_tricks.sliding_window_view(x=series, window_shape=24)
y = series[23:]  # ← training/target-not-ahead

# %% windows of nothing
x = np.lib.stride_tricks.sliding_window_view()
y = series[23:]
