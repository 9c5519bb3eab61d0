"""Criteria that several exercises share, in the words that students know them by.

A criterion's id and its title are said here once; what it is worth, and where to read on, is an exercise's own.
"""

from __future__ import annotations

from autograder.rubric import behaviour
from autograder.rubric.criteria import Behaves, Metric


def raw_features_in(count: int, read_next: str) -> Behaves:
    """The model takes all columns of a table as they are; a condition, without points."""
    return Behaves(
        "raw-features-in", f"Takes the {count} raw features", 0, behaviour.takes(count), read_next=read_next
    )


def pictures_in(side: int, read_next: str) -> Behaves:
    """The model takes square grey pictures; a condition, without points."""
    title = f"Takes a grey picture of {side} by {side}"
    return Behaves("pictures-in", title, 0, behaviour.takes(side, side, 1), read_next=read_next)


def readings_in(read_next: str) -> Behaves:
    """The model takes what the sensors of a pipe say; a condition, without points."""
    return Behaves("raw-readings-in", "Takes the 5 raw readings", 0, behaviour.takes(5), read_next=read_next)


def linear_output(points: float, read_next: str) -> Behaves:
    """Nothing bounds the one number that is answered."""
    title = "Answers one number that nothing bounds"
    return Behaves("linear-output", title, points, behaviour.answers_freely(), read_next=read_next)


def probability_out(points: float, read_next: str) -> Behaves:
    """The one number that is answered is a probability."""
    title = "Answers one number, a probability that can come close to 0 and to 1"
    return Behaves("probability-out", title, points, behaviour.answers_a_probability(), read_next=read_next)


def ten_digits_out(points: float, read_next: str, name: str = "ten-digits-out") -> Behaves:
    """Each of ten digits has its number in the answer."""
    return Behaves(
        name, "Answers a number for each of ten digits", points, behaviour.answers_classes(10), read_next=read_next
    )


def standardised_inputs(points: float, read_next: str) -> Behaves:
    """Scaling is a part of the model."""
    title = "Standardises its inputs itself"
    return Behaves("standardised-inputs", title, points, behaviour.standardises(), read_next=read_next)


def hidden_layer(points: float, read_next: str) -> Behaves:
    """The model is more than a linear one."""
    title = "Has at least one hidden layer that bends"
    return Behaves("hidden-layer", title, points, behaviour.hidden_layers(at_least=1), read_next=read_next)


def two_hidden_layers(points: float, read_next: str) -> Behaves:
    """The model is a deep one."""
    title = "Has at least two hidden layers that bend"
    return Behaves("two-hidden-layers", title, points, behaviour.hidden_layers(at_least=2), read_next=read_next)


def two_convolutions(points: float, read_next: str) -> Behaves:
    """The model looks at neighbours, and at neighbours of those."""
    title = "Has at least two convolutions"
    return Behaves("two-convolutions", title, points, behaviour.convolutions(at_least=2), read_next=read_next)


def held_out_accuracy(title: str, points: float, target: float, floor: float, read_next: str) -> Metric:
    """The share of held-out rows about which the model is right."""
    return Metric("held-out-accuracy", title, points, "accuracy", target, floor, "{:.1%}", read_next=read_next)


def finds_leaks(points: float, target: float, floor: float, read_next: str) -> Metric:
    """How the model ranks held-out pipes, few of which leak."""
    title = "Puts pipes that leak before those that do not, in readings that nobody has seen"
    unit = "average precision {:.2f}"
    return Metric("average-precision", title, points, "average_precision", target, floor, unit, read_next=read_next)
