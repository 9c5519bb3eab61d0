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
from digits_draw import draw
from keras import layers
from sklearn.decomposition import PCA
from sklearn.linear_model import LogisticRegression

from autograder.datasets import Images
from autograder.datasets.digits import halved

ROWS, NUMBERS, HIDDEN, PIXELS = 1920, 16, 64, 14 * 14
RATE, BATCH, EPOCHS = 0.005, 32, 10
DECODER = ("wide", "picture")


@dataclass(frozen=True)
class Stage:
    """One training: the weights of the two losses, and the layers that do not learn."""

    picture: float = 1.0
    digit: float = 0.0
    frozen: tuple[str, ...] = ()

    def network(self) -> keras.Model:
        """Compiled, with fresh weights."""
        model = two_outputs()
        for name in self.frozen:
            model.get_layer(name).trainable = False
        model.compile(
            keras.optimizers.Adam(RATE),
            {"picture": "mse", "digit": "sparse_categorical_crossentropy"},
            loss_weights={"picture": self.picture, "digit": self.digit},
            jit_compile=False,
            steps_per_execution=20,  # saves the way through Python; 60 steps are an epoch
        )
        return model


def two_outputs() -> keras.Model:
    """Pixels, hidden units, the code; from the code the pixels again, and a share for each digit."""
    pixels = keras.Input((PIXELS,))
    code = layers.Dense(NUMBERS, name="code")(layers.Dense(HIDDEN, "relu", name="narrow")(pixels))
    picture = layers.Dense(PIXELS, "sigmoid", name="picture")(layers.Dense(HIDDEN, "relu", name="wide")(code))
    return keras.Model(pixels, [picture, layers.Dense(10, "softmax", name="digit")(code)])


def flat(images: Images) -> np.ndarray:
    """One row of pixels for each picture, at half its width and height."""
    return halved(images.images).reshape(-1, PIXELS)


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
def trained(stages: tuple[Stage, ...], unit: int) -> list[np.ndarray]:
    """The weights after these trainings, each with those of the one before."""
    *before, stage = stages
    model = again.network(stage, unit)
    if before:
        model.set_weights(trained(tuple(before), unit))
    rows, _ = draw(unit, ROWS)
    x = flat(rows)
    model.fit(x, {"picture": x, "digit": rows.labels}, batch_size=BATCH, epochs=EPOCHS, verbose=0)
    return model.get_weights()


def run(stages: tuple[Stage, ...], unit: int) -> Outcome:
    """Train, and measure on validation rows."""
    rows, apart = draw(unit, ROWS)
    x, new = flat(rows), flat(apart)
    weights, model = trained(stages, unit), again.network(stages[-1], unit)
    model.set_weights(weights)
    picture, shares = (np.asarray(answer) for answer in model(new))
    encoder = keras.Model(model.input, model.get_layer("code").output)
    codes = np.asarray(encoder(x)), np.asarray(encoder(new))
    return Outcome({
        **of_picture(picture, new),
        "digit": again.share_right(shares, apart.labels),
        "probe": probe(codes[0], rows.labels, codes[1], apart.labels),
    })  # fmt: skip


def pca(unit: int) -> Outcome:
    """As many numbers, chosen without a network; the digit is what a logistic regression makes of them."""
    rows, apart = draw(unit, ROWS)
    x, new = flat(rows), flat(apart)
    axes = PCA(NUMBERS, svd_solver="randomized", random_state=unit).fit(x)
    found = probe(axes.transform(x), rows.labels, axes.transform(new), apart.labels)
    return Outcome({
        **of_picture(axes.inverse_transform(axes.transform(new)), new), "digit": found, "probe": found
    })  # fmt: skip


def pixels(unit: int) -> Outcome:
    """All pixels are kept: a perfect copy, and a logistic regression on it."""
    rows, apart = draw(unit, ROWS)
    line = LogisticRegression(C=0.1, max_iter=1000).fit(flat(rows), rows.labels)
    found = float(line.score(flat(apart), apart.labels))
    return Outcome({**of_picture(flat(apart), flat(apart)), "digit": found, "probe": found})


def blank(unit: int) -> Outcome:
    """An empty sheet for every picture, and the commonest digit for every digit."""
    rows, apart = draw(unit, ROWS)
    found = float(np.mean(apart.labels == np.bincount(rows.labels).argmax()))
    return Outcome({**of_picture(np.zeros_like(flat(apart)), flat(apart)), "digit": found, "probe": found})


FROZEN = ("narrow", "code")
STAGES = {
    "reconstruction": (Stage(),),
    **{f"weight-{weight}": (Stage(digit=float(weight)),) for weight in ("0.01", "0.1", "1")},
    "digit": (Stage(picture=0, digit=1),),
    "picture-then-digit": (Stage(), Stage(0, 1, (*FROZEN, *DECODER))),
    "picture-then-digit-unfrozen": (Stage(), Stage(0, 1)),
    "digit-then-picture": (Stage(0, 1), Stage(1, 0, (*FROZEN, "digit"))),
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
