"""What a model of the val-loss-rises exercise must show."""

from autograder.rubric import Curve, Dependable, Rubric, usual

LOW = Curve(
    id="low-loss",
    title="Has a low loss, at the end of its training",
    points=2,
    measure="loss",
    target=0.5,
    floor=0.9,
    level=0.8,
    read_next="#fix-rising-loss",
)
HONEST = Curve(
    id="not-too-sure",
    title="Is not too sure of its mistakes, at the end of its training",
    points=2,
    measure="overconfidence",
    target=0.05,
    floor=0.15,
    level=0.8,
    read_next="#probe-sure",
)

RUBRIC = Rubric(
    exercise="val-loss-rises",
    title="Digits: sure only where it is right",
    data="few-digits",
    purpose="held-out-accuracy",
    criteria=(
        usual.pictures_in(14, "#few-digits"),
        usual.ten_digits_out(1, "#few-digits", name="ten-classes-out"),
        usual.two_convolutions(1, "#the-question"),
        usual.held_out_accuracy(
            "Reads digits that nobody in the course has seen", 2, target=0.82, floor=0.6, read_next="#probe-inference"
        ),
        LOW,
        HONEST,
        Dependable(
            id="honest-most-times",
            title="Is so for most seeds",
            points=2,
            curve=HONEST,
            target=2 / 3,
            read_next="#claim-early-stopping",
        ),
    ),
)
