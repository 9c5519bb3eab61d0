"""What a model of the val-loss-rises exercise must show."""

from autograder.rubric import Behaves, Curve, Dependable, Metric, Rubric, behaviour

CHAPTER = "chapters/val-loss-rises.html"
HONEST = Curve(
    id="low-loss",
    title="Is not too sure of its mistakes, at the end of its training",
    points=3,
    measure="loss",
    target=0.5,
    floor=0.9,
    level=0.8,
    read_next=f"{CHAPTER}#fix-rising-loss",
)

RUBRIC = Rubric(
    exercise="val-loss-rises",
    title="Digits: sure only where it is right",
    data="few-digits",
    purpose="held-out-accuracy",
    criteria=(
        Behaves(
            id="pictures-in",
            title="Takes a grey picture of 14 by 14",
            points=0,
            asks=behaviour.takes(14, 14, 1),
            read_next=f"{CHAPTER}#few-digits",
        ),
        Behaves(
            id="ten-classes-out",
            title="Answers a number for each of ten digits",
            points=1,
            asks=behaviour.answers_classes(10),
            read_next=f"{CHAPTER}#few-digits",
        ),
        Behaves(
            id="two-convolutions",
            title="Has at least two convolutions",
            points=1,
            asks=behaviour.convolutions(at_least=2),
            read_next=f"{CHAPTER}#the-question",
        ),
        Metric(
            id="held-out-accuracy",
            title="Reads digits that nobody in the course has seen",
            points=3,
            measure="accuracy",
            target=0.82,
            floor=0.6,
            unit="{:.1%}",
            read_next=f"{CHAPTER}#probe-inference",
        ),
        HONEST,
        Dependable(
            id="low-most-times",
            title="Is so for most seeds",
            points=2,
            curve=HONEST,
            target=2 / 3,
            read_next=f"{CHAPTER}#claim-early-stopping",
        ),
    ),
)
