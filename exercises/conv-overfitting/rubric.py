"""What a model of the conv-overfitting exercise must show."""

from autograder.rubric import Behaves, Curve, Dependable, Rubric, behaviour, usual

SMALL_GAP = Curve(
    id="small-gap",
    title="Reads new digits nearly as well as those it learned from",
    points=2,
    measure="gap",
    target=0.1,
    floor=0.15,
    level=0.82,
    read_next="#probe-gap",
)

RUBRIC = Rubric(
    exercise="conv-overfitting",
    title="Digits: twenty of each",
    data="few-digits",
    purpose="held-out-accuracy",
    criteria=(
        usual.pictures_in(14, "#twenty-of-each"),
        usual.ten_digits_out(1, "#twenty-of-each", name="ten-classes-out"),
        usual.two_convolutions(1, "#the-question"),
        Behaves(
            id="few-parameters",
            title="Keeps at most 20,000 parameters",
            points=1,
            asks=behaviour.parameters(at_most=20_000),
            read_next="chapters/units-and-layers.html#probe-count",
        ),
        usual.held_out_accuracy(
            "Reads digits that nobody in the course has seen", 3, target=0.85, floor=0.6, read_next="#fix-conv"
        ),
        SMALL_GAP,
        Dependable(
            id="small-most-times",
            title="Has it for most seeds",
            points=2,
            curve=SMALL_GAP,
            target=2 / 3,
            read_next="#claim-augmentation",
        ),
    ),
)
