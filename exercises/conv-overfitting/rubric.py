"""What a model of the conv-overfitting exercise must show."""

from autograder.rubric import Behaves, Curve, Dependable, Metric, Rubric, behaviour

CHAPTER = "chapters/conv-overfitting.html"
SMALL_GAP = Curve(
    id="small-gap",
    title="Reads new digits nearly as well as those it learned from",
    points=2,
    measure="gap",
    target=0.1,
    floor=0.15,
    level=0.82,
    read_next=f"{CHAPTER}#probe-gap",
)

RUBRIC = Rubric(
    exercise="conv-overfitting",
    title="Digits: twenty of each",
    data="few-digits",
    purpose="held-out-accuracy",
    criteria=(
        Behaves(
            id="pictures-in",
            title="Takes a grey picture of 14 by 14",
            points=0,
            asks=behaviour.takes(14, 14, 1),
            read_next=f"{CHAPTER}#twenty-of-each",
        ),
        Behaves(
            id="ten-classes-out",
            title="Answers a number for each of ten digits",
            points=1,
            asks=behaviour.answers_classes(10),
            read_next=f"{CHAPTER}#twenty-of-each",
        ),
        Behaves(
            id="two-convolutions",
            title="Has at least two convolutions",
            points=1,
            asks=behaviour.convolutions(at_least=2),
            read_next=f"{CHAPTER}#the-question",
        ),
        Behaves(
            id="few-parameters",
            title="Keeps at most 20,000 parameters",
            points=1,
            asks=behaviour.parameters(at_most=20_000),
            read_next=f"{CHAPTER}#the-question",
        ),
        Metric(
            id="held-out-accuracy",
            title="Reads digits that nobody in the course has seen",
            points=3,
            measure="accuracy",
            target=0.85,
            floor=0.6,
            unit="{:.1%}",
            read_next=f"{CHAPTER}#fix-conv",
        ),
        SMALL_GAP,
        Dependable(
            id="small-most-times",
            title="Has it for most seeds",
            points=2,
            curve=SMALL_GAP,
            target=2 / 3,
            read_next=f"{CHAPTER}#claim-augmentation",
        ),
    ),
)
