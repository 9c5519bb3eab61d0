"""What the word accuracy means for a reconstruction, and what a loss weight of zero changes. All in one run."""

from __future__ import annotations

from runner import Experiment, Outcome, main

# isort: split
import keras
import numpy as np
import tensorflow as tf
from digits_draw import draw
from keras import layers

from autograder.datasets.digits import halved

ROWS, NUMBERS, HIDDEN, SIDE = 500, 16, 32, 14
BATCH = 250
PIXELS = SIDE * SIDE

Array = np.ndarray


def asked(unit: int, *end: layers.Layer) -> keras.Model:
    """The asker's network, small; behind it what only changes the shape of its answer."""
    keras.utils.set_random_seed(unit)
    model = keras.Sequential([
        keras.Input((PIXELS,)),
        layers.Dense(HIDDEN, "relu"),
        layers.Dense(NUMBERS),
        layers.Dense(HIDDEN, "relu"),
        layers.Dense(PIXELS, "sigmoid"),
        *end,
    ])  # fmt: skip
    model.compile("adam", "mse", metrics=["accuracy"], run_eagerly=True)
    return model


def of_the_word(unit: int, x: Array) -> dict[str, float]:
    """What Keras reports for one trained network, less a count by hand, for two shapes of the same answer."""
    flat = asked(unit)
    flat.fit(x, x, batch_size=BATCH, epochs=3, verbose=0)
    answered = np.asarray(flat(x))
    brightest, binary = np.mean(answered.argmax(1) == x.argmax(1)), np.mean((answered > 0.5) == x)
    shape = (SIDE, SIDE, 1)
    shaped = asked(unit, layers.Reshape(shape))
    shaped.set_weights(flat.get_weights())
    told = [
        flat.evaluate(x, x, batch_size=BATCH, verbose=0)[1],
        shaped.evaluate(x, x.reshape(-1, *shape), batch_size=BATCH, verbose=0)[1],
    ]
    accuracy = keras.metrics.CategoricalAccuracy(), keras.metrics.BinaryAccuracy()
    return {
        "flat": told[0],
        "shaped": told[1],
        "flat_by_hand": round(len(x) * (told[0] - brightest)),
        "shaped_by_hand": round(x.size * (told[1] - binary)),
        "copy_flat": float(accuracy[0](x, x)),
        "copy_shaped": float(accuracy[1](x, x)),
        "grey": float(np.mean((x > 0) & (x < 1))),
    }


def two_outputs(unit: int, head: bool = True) -> keras.Model:
    """A code with a picture and, from layers made after all others, a digit."""
    keras.utils.set_random_seed(unit)
    pixels = keras.Input((PIXELS,))
    code = layers.Dense(NUMBERS, name="code")(layers.Dense(HIDDEN, "relu", name="narrow")(pixels))
    picture = layers.Dense(PIXELS, "sigmoid", name="picture")(layers.Dense(HIDDEN, "relu", name="wide")(code))
    outputs = {"picture": picture}
    if head:
        outputs["digit"] = layers.Dense(10, "softmax", name="digit")(code)
    return keras.Model(pixels, outputs)


def compiled(model: keras.Model, **weights: float) -> keras.Model:
    """Compiled with these weights of the losses."""
    losses = {"picture": "mse", "digit": "sparse_categorical_crossentropy"}
    model.compile(
        "adam",
        {name: losses[name] for name in weights},
        loss_weights=weights,
        metrics={"digit": "accuracy"} if "digit" in weights else None,
        run_eagerly=True,  # a few steps: tracing would take longer
    )
    return model


def unequal(one: keras.Model, other: keras.Model, names: tuple[str, ...]) -> int:
    """How many weights of these layers are not the same, bit for bit."""
    pairs = [zip(*(m.get_layer(name).get_weights() for m in (one, other)), strict=True) for name in names]
    return sum(int(np.sum(a != b)) for pair in pairs for a, b in pair)


def of_weights(unit: int, x: Array, digits: Array) -> dict[str, float]:
    """A loss weight of zero; a named metric; a second stage in which the code is frozen."""
    told = {"picture": x, "digit": digits}
    shared = ("narrow", "code", "wide", "picture")
    alone = compiled(two_outputs(unit, head=False), picture=1.0)
    both = compiled(two_outputs(unit), picture=1.0, digit=0.0)
    for model in (alone, both):
        keras.utils.set_random_seed(unit)
        model.fit(x, {name: told[name] for name in model.output}, batch_size=BATCH, epochs=2, verbose=0)
    zero = unequal(alone, both, shared)
    for name in shared:
        both.get_layer(name).trainable = False
    compiled(both, picture=0.0, digit=1.0)
    both.fit(x, told, batch_size=BATCH, epochs=2, verbose=0)
    reported = both.evaluate(x, told, batch_size=BATCH, verbose=0, return_dict=True)["digit_accuracy"]
    right = np.sum(np.asarray(both(x)["digit"]).argmax(1) == digits)
    return {
        "zero_weight": zero,
        "frozen": unequal(alone, both, shared),
        "named_by_hand": round(len(x) * reported) - right,
    }


def of_slopes(unit: int, x: Array, digits: Array) -> dict[str, float]:
    """At the start: the length of the digit's slope for the encoder's weights, divided by that of the picture's."""
    model = two_outputs(unit)
    encoder = [w.value for name in ("narrow", "code") for w in model.get_layer(name).trainable_weights]
    lengths = {}
    for name in ("picture", "digit"):
        with tf.GradientTape() as tape:
            answered = model(x)[name]
            if name == "picture":
                loss = tf.reduce_mean((answered - x) ** 2)
            else:
                loss = tf.reduce_mean(keras.losses.sparse_categorical_crossentropy(digits, answered))
        lengths[name] = float(tf.linalg.global_norm(tape.gradient(loss, encoder)))
    return {"slope_ratio": lengths["digit"] / lengths["picture"]}


def run(unit: int) -> Outcome:
    """Everything of one unit."""
    rows, _ = draw(unit, ROWS)
    x = halved(rows.images).reshape(-1, PIXELS)
    return Outcome({
        **of_the_word(unit, x),
        **of_weights(unit, x, rows.labels),
        **of_slopes(unit, x, rows.labels),
    })  # fmt: skip


EXPERIMENT = Experiment("autoencoder_exact", {"all": run})

if __name__ == "__main__":
    main(EXPERIMENT)
