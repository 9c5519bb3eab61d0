"""A real series: the next value of an electroencephalogram, by an LSTM, a straight line on lags, and the last value.

The recording ships with Matplotlib: 4 channels of 800 values. A unit is a channel and a start of the network; the
later part of each channel is asked about, and nothing of it is trained on.
"""

from __future__ import annotations

from runner import Experiment, Outcome, main  # before Keras, because it sets the number of threads

# isort: split
import keras
import numpy as np
from keras import layers
from matplotlib import cbook
from sklearn.linear_model import LinearRegression

CHANNELS, LAGS, TRAINED = 4, 20, 560
BATCH, EPOCHS, STEPS_PER_CALL = 32, 20, 17
UNITS = 16

Array = np.ndarray


def windows(channel: int) -> tuple[Array, Array]:
    """So many values in a row, and the one behind each; standardised by the part that is trained on."""
    with cbook.get_sample_data("eeg.dat") as stream:
        values = np.frombuffer(stream.read()).reshape(-1, CHANNELS)[:, channel]
    scaled = (values - values[:TRAINED].mean()) / values[:TRAINED].std()
    rows = np.lib.stride_tricks.sliding_window_view(scaled, LAGS + 1).astype("float32")
    return rows[:, :-1], rows[:, -1]


def r_squared(answers: Array, truth: Array) -> float:
    """The share of the variance that is explained."""
    return float(1 - np.mean((answers - truth) ** 2) / np.var(truth))


def run(unit: int) -> Outcome:
    """Train one network on one channel; R² of it and of two cheap models, on the later part."""
    rows, truth = windows(unit % CHANNELS)
    now, later = slice(0, TRAINED - LAGS), slice(TRAINED, None)
    keras.backend.clear_session()
    keras.utils.set_random_seed(unit)
    model = keras.Sequential([keras.Input((LAGS, 1)), layers.LSTM(UNITS), layers.Dense(1)])
    model.compile(keras.optimizers.Adam(0.005), "mse", jit_compile=False, steps_per_execution=STEPS_PER_CALL)
    model.fit(rows[now, :, None], truth[now], batch_size=BATCH, epochs=EPOCHS, verbose=0)
    line = LinearRegression().fit(rows[now], truth[now])
    return Outcome(
        {
            "r_squared": r_squared(np.asarray(model(rows[later, :, None]))[:, 0], truth[later]),
            "r_squared_line": r_squared(line.predict(rows[later]), truth[later]),
            "r_squared_last": r_squared(rows[later, -1], truth[later]),
        }
    )


EXPERIMENT = Experiment("stacked_lstm_eeg", {"one": run})

if __name__ == "__main__":
    main(EXPERIMENT)
