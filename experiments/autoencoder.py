"""One code, two outputs: what pictures and digits cost each other, by the weights of their losses and by the order.

A unit is a draw of real digits and a start of the network. Every variant of a unit starts from the same seed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial

from runner import Experiment, Outcome, main  # before Keras, because it sets the number of threads

# isort: split
import again
import keras
import numpy as np
import tensorflow as tf
from digits_draw import draw
from sklearn.decomposition import PCA
from sklearn.linear_model import LogisticRegression

from autograder.datasets import Images
from autograder.datasets.digits import halved

ROWS, NUMBERS, HIDDEN, PIXELS = 1920, 16, 64, 14 * 14
RATE, BATCH, EPOCHS = 0.005, 32, 10
LAYERS = ("narrow", "code", "wide", "picture", "digit")  # each with kernel and bias
ENCODER, DECODER, HEAD = {"narrow", "code"}, {"wide", "picture"}, {"digit"}


@dataclass(frozen=True)
class Stage:
    """One training: the weights of the two losses, and the layers that do not learn."""

    picture: float = 1.0
    digit: float = 0.0
    frozen: frozenset[str] = frozenset()


def fresh(unit: int) -> list[np.ndarray]:
    """Weights as Keras starts them: pixels, hidden units, code; from it the pixels again, and the digit."""
    keras.utils.set_random_seed(unit)
    widths = ((PIXELS, HIDDEN), (HIDDEN, NUMBERS), (NUMBERS, HIDDEN), (HIDDEN, PIXELS), (NUMBERS, 10))
    kernels = [np.asarray(keras.initializers.GlorotUniform()(shape)) for shape in widths]
    return [one for kernel in kernels for one in (kernel, np.zeros(kernel.shape[1], "float32"))]


def answered(weights: list[tf.Tensor], x: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor, tf.Tensor]:
    """Code, picture and the digit's logits."""
    narrow, narrow_bias, kernel, bias, wide, wide_bias, last, last_bias, head, head_bias = weights
    code = tf.nn.relu(x @ narrow + narrow_bias) @ kernel + bias
    picture = tf.sigmoid(tf.nn.relu(code @ wide + wide_bias) @ last + last_bias)
    return code, picture, code @ head + head_bias


@tf.function(jit_compile=True)  # all steps are one program, which needs a tenth of the time of fit
def adam(
    weights: list[tf.Tensor],
    learns: list[tf.Tensor],
    known: tuple[tf.Tensor, tf.Tensor],
    batches: tf.Tensor,
    by: tf.Tensor,
) -> list[tf.Tensor]:
    """The weights after a step of Adam for each row of ``batches``; ``by`` weights the two losses."""
    means, squares = ([tf.zeros_like(weight) for weight in weights] for _ in range(2))
    for step in tf.range(len(batches)):
        rows, told = (tf.gather(one, batches[step]) for one in known)
        with tf.GradientTape() as tape:
            tape.watch(weights)
            _, picture, logits = answered(weights, rows)
            wrong = tf.nn.sparse_softmax_cross_entropy_with_logits(told, logits)
            loss = by[0] * tf.reduce_mean((picture - rows) ** 2) + by[1] * tf.reduce_mean(wrong)
        slopes = tape.gradient(loss, weights)
        times = tf.cast(step + 1, tf.float32)
        rate = RATE * tf.sqrt(1 - 0.999**times) / (1 - 0.9**times)
        means = [0.9 * mean + 0.1 * slope for mean, slope in zip(means, slopes, strict=True)]
        squares = [0.999 * square + 0.001 * slope**2 for square, slope in zip(squares, slopes, strict=True)]
        weights = [
            weight - one * rate * mean / (tf.sqrt(square) + 1e-7)
            for weight, one, mean, square in zip(weights, learns, means, squares, strict=True)
        ]
    return weights


@cache
def data(unit: int) -> tuple[Images, Images]:
    """Training and validation rows: one row of pixels for each picture, at half its width and height."""
    rows, apart = (Images(halved(part.images).reshape(-1, PIXELS), part.labels) for part in draw(unit, ROWS))
    return rows, apart


def of_picture(answered: np.ndarray, pixels: np.ndarray) -> dict[str, float]:
    """The squared error, and both things that the word accuracy can mean."""
    return {
        "mse": np.mean((answered - pixels) ** 2),
        "brightest": np.mean(answered.argmax(axis=1) == pixels.argmax(axis=1)),
        "binary": np.mean((answered > 0.5) == pixels),
    }


def probe(code: np.ndarray, digits: np.ndarray, new_code: np.ndarray, new_digits: np.ndarray) -> float:
    """How many new rows a logistic regression on the code names rightly."""
    middle, spread = code.mean(axis=0), code.std(axis=0) + 1e-6
    line = LogisticRegression(max_iter=1000).fit((code - middle) / spread, digits)
    return float(line.score((new_code - middle) / spread, new_digits))


@cache
def trained(stages: tuple[Stage, ...], unit: int) -> list[tf.Tensor]:
    """The weights after these trainings, each with those of the one before."""
    *before, stage = stages
    weights = trained(tuple(before), unit) if before else [tf.constant(one) for one in fresh(unit)]
    rows, _ = data(unit)
    random = np.random.default_rng([unit, len(stages)])
    batches = np.concatenate([random.permutation(ROWS).reshape(-1, BATCH) for _ in range(EPOCHS)])
    learns = [tf.constant(float(name not in stage.frozen)) for name in LAYERS for _ in range(2)]
    known = tf.constant(rows.images), tf.constant(rows.labels)
    return adam(weights, learns, known, tf.constant(batches), tf.constant([stage.picture, stage.digit], tf.float32))


def run(stages: tuple[Stage, ...], unit: int) -> Outcome:
    """Train, and measure on validation rows."""
    rows, apart = data(unit)
    weights = trained(stages, unit)
    known, _, _ = answered(weights, tf.constant(rows.images))
    code, picture, logits = answered(weights, tf.constant(apart.images))
    return Outcome({
        **of_picture(np.asarray(picture), apart.images),
        "digit": again.share_right(logits, apart.labels),
        "probe": probe(np.asarray(known), rows.labels, np.asarray(code), apart.labels),
    })  # fmt: skip


def pca(unit: int) -> Outcome:
    """As many numbers, chosen without a network; the digit is what a logistic regression makes of them."""
    rows, apart = data(unit)
    x, new = rows.images, apart.images
    axes = PCA(NUMBERS, svd_solver="randomized", random_state=unit).fit(x)
    found = probe(axes.transform(x), rows.labels, axes.transform(new), apart.labels)
    return Outcome({
        **of_picture(axes.inverse_transform(axes.transform(new)), new), "digit": found, "probe": found
    })  # fmt: skip


def pixels(unit: int) -> Outcome:
    """All pixels are kept: a perfect copy, and a logistic regression on it."""
    rows, apart = data(unit)
    line = LogisticRegression(C=0.1, max_iter=1000).fit(rows.images, rows.labels)
    found = float(line.score(apart.images, apart.labels))
    return Outcome({**of_picture(apart.images, apart.images), "digit": found, "probe": found})


def blank(unit: int) -> Outcome:
    """An empty sheet for every picture, and the commonest digit for every digit."""
    rows, apart = data(unit)
    found = float(np.mean(apart.labels == np.bincount(rows.labels).argmax()))
    return Outcome({**of_picture(np.zeros_like(apart.images), apart.images), "digit": found, "probe": found})


STAGES = {
    "reconstruction": (Stage(),),
    **{f"weight-{weight}": (Stage(digit=float(weight)),) for weight in ("0.01", "0.1", "1")},
    "digit": (Stage(picture=0, digit=1),),
    "picture-then-digit": (Stage(), Stage(0, 1, frozenset(ENCODER | DECODER))),
    "picture-then-digit-unfrozen": (Stage(), Stage(0, 1)),
    "digit-then-picture": (Stage(0, 1), Stage(1, 0, frozenset(ENCODER | HEAD))),
}
EXPERIMENT = Experiment(
    "autoencoder",
    {
        **{name: partial(run, stages) for name, stages in STAGES.items()},
        "pca": pca,
        "pixels": pixels,
        "blank": blank,
    },
)

if __name__ == "__main__":
    main(EXPERIMENT)
