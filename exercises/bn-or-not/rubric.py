"""What a model of the bn-or-not exercise must show."""

from autograder.rubric import Behaves, Dependable, Metric, Reaches, Rubric, behaviour, usual

IN_TIME = Reaches(
    id="in-25-steps",
    title="Names most pictures that nobody has seen within 25 steps",
    points=2,
    level=0.87,
    target=25,
    floor=60,
    counts="steps",
    read_next="#the-fix-few-steps",
)

RUBRIC = Rubric(
    exercise="bn-or-not",
    title="Digits: twenty-five steps",
    data="digits",
    purpose="held-out-accuracy",
    criteria=(
        usual.pictures_in(28, "#the-data"),
        usual.ten_digits_out(1, "#the-data"),
        Behaves(
            id="hidden-layer",
            title="Has a hidden layer that bends",
            points=1,
            asks=behaviour.hidden_layers(at_least=1),
            read_next="#the-question",
        ),
        usual.held_out_accuracy(
            "Names pictures that nobody has seen when its training ends",
            2,
            target=0.88,
            floor=0.7,
            read_next="#the-fix-few-steps",
        ),
        Metric(
            id="modes-agree",
            title="Is the same network in training mode and in inference mode",
            points=1,
            measure="mode_gap",
            target=0.1,
            floor=0.3,
            unit="{:.2f} of the answers' spread",
            read_next="#probe-fresh-statistics",
        ),
        IN_TIME,
        Dependable(
            id="in-time-most-times",
            title="Does so for most seeds",
            points=3,
            curve=IN_TIME,
            target=2 / 3,
            read_next="#the-fix-few-steps",
        ),
    ),
)
