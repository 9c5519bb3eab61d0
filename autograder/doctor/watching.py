"""Watch a training while it runs, and name what shows only then.

`watch` makes a callback for anybody's ``fit``. At the ends of epochs 1, 2, 4, 8, … it asks a few hundred rows what
they meet on their way through the network, and compares the weights with those at the start. It changes nothing:
weights, stored statistics and random states are what they would be without it, bit for bit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from autograder import book
from autograder.doctor import symptoms
from autograder.doctor.symptoms import Sample, Seen

if TYPE_CHECKING:
    from numpy.typing import NDArray

ENOUGH_STEPS = 10
"""Before so many steps a small change of the weights says nothing."""


@dataclass(frozen=True)
class Remark:
    """What was seen: a word for it, the epoch (from 1), a sentence, and the place in the book that goes on."""

    kind: str
    epoch: int
    text: str
    read_next: str

    def __str__(self) -> str:
        return f"epoch {self.epoch}: {self.kind}: {self.text} Read next: {book.address(self.read_next)}"


def show(remark: Remark) -> None:
    """Print a remark on a line of its own: Keras' progress bar may stand in the middle of one."""
    print(f"\ndoctor, {remark}")


def watch(x: Any, y: Any = None, *, say: Callable[[Remark], None] = show) -> Any:
    """A callback that names what goes wrong while a model trains.

    ::

        model.fit(x, y, validation_split=0.2, callbacks=[ag.doctor.watch(x, y)])

    Args:
        x: the training rows, as ``fit`` takes them.
        y: their targets; without them, what needs targets is not asked.
        say: what to do with each remark; each kind is said once. All of them stay in the callback's ``remarks``.
    """
    import keras  # noqa: PLC0415

    sample = Sample.of(x, y)

    class Watch(keras.callbacks.Callback):
        """Keras' side of it: when to look, and what is remembered in between."""

        def __init__(self) -> None:
            super().__init__()
            self.remarks: list[Remark] = []
            self.curve: list[dict[str, float]] = []
            self.start: list[NDArray[Any]] | None = None
            self.steps, self.epoch, self.rate = 0, 1, 0.0

        def tell(self, found: Iterator[Seen]) -> None:
            """Say what was not said before."""
            for kind, text, read_next in found:
                if kind not in {one.kind for one in self.remarks}:
                    self.remarks.append(Remark(kind, self.epoch, text, read_next))
                    say(self.remarks[-1])

        def on_train_begin(self, logs: Any = None) -> None:
            """Remember the weights; look for numbers that are none."""
            self.remarks, self.curve, self.start = [], [], None
            self.steps, self.epoch, self.rate = 0, 1, symptoms.rate(self.model)
            self.tell(symptoms.unusable(sample))
            if self.model.built:
                self.start = symptoms.weights(self.model)
                self.tell(symptoms.nothing_to_train(self.model))

        def on_epoch_begin(self, epoch: int, logs: Any = None) -> None:
            """Count from 1, as Keras prints it."""
            self.epoch = epoch + 1

        def on_train_batch_end(self, batch: int, logs: Any = None) -> None:
            """Notice the first batch after which the loss is no number."""
            self.steps += 1
            if self.start is None:
                self.start = symptoms.weights(self.model)
            self.tell(symptoms.not_finite((logs or {}).get("loss", 0.0), batch, self.model))

        def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
            """Look at the curve, and after epochs 1, 2, 4, 8, … at the network."""
            now = {name: float(value) for name, value in (logs or {}).items()}
            self.curve.append(now)
            self.tell(symptoms.of_the_curve(self.curve, self.model))
            if (epoch + 1) & epoch == 0 and np.isfinite(now.get("loss", 0.0)):
                self.look()
            if epoch == 0 and self.params.get("epochs", 1) > 2:
                self.tell(symptoms.rate_gone(self.model, self.rate))

        def on_train_end(self, logs: Any = None) -> None:
            """Ask whether anything was learned."""
            if self.curve and np.isfinite(self.curve[-1].get("loss", 0.0)):
                self.tell(symptoms.unrelated(self.model, sample))

        def look(self) -> None:
            """Ask the sample."""
            if self.steps >= ENOUGH_STEPS:
                self.tell(symptoms.still(self.model, self.start or []))
            self.tell(symptoms.exploded(self.model, self.start or []))
            self.tell(symptoms.on_the_way(self.model, sample))
            self.tell(symptoms.of_the_answers(self.model, sample))
            self.tell(symptoms.apart(self.model, sample))

    return Watch()
