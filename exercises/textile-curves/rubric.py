"""What a model of the textile-curves exercise must show."""

from autograder.rubric import Behaves, Curve, Dependable, Rubric, behaviour, usual

SMOOTH = Curve(
    id="smooth-curve",
    title="Has a curve that is smooth, and high",
    points=3,
    target=0.03,
    floor=0.08,
    level=0.88,
    read_next="#probe-same-weights",
)

RUBRIC = Rubric(
    exercise="textile-curves",
    title="Fabric: smooth because it learned",
    data="fabric",
    purpose="held-out-accuracy",
    criteria=(
        Behaves(
            id="patches-in",
            title="Takes a grey patch of 30 by 30",
            points=0,
            asks=behaviour.takes(30, 30, 1),
            read_next="#the-data",
        ),
        Behaves(
            id="five-classes-out",
            title="Answers a number for each of five classes",
            points=1,
            asks=behaviour.answers_classes(5),
            read_next="#the-data",
        ),
        usual.two_convolutions(1, "#the-question"),
        usual.held_out_accuracy(
            "Names the class of patches that nobody in the course has seen",
            3,
            target=0.88,
            floor=0.6,
            read_next="#from-symptom-to-cause",
        ),
        SMOOTH,
        Dependable(
            id="smooth-most-times",
            title="Has it for most seeds",
            points=2,
            curve=SMOOTH,
            target=2 / 3,
            read_next="#claim-schedule",
        ),
    ),
)
