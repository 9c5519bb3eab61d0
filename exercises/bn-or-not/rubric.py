"""What a model of the bn-or-not exercise must show."""

from autograder.rubric import Behaves, Dependable, Metric, Reaches, Rubric, behaviour

CHAPTER = "chapters/bn-or-not.html"
IN_TIME = Reaches(
    id="in-25-steps",
    title="Names most pictures that nobody has seen within 25 steps",
    points=2,
    level=0.87,
    target=25,
    floor=60,
    counts="steps",
    read_next=f"{CHAPTER}#the-fix-few-steps",
)

RUBRIC = Rubric(
    exercise="bn-or-not",
    title="Digits: twenty-five steps",
    data="digits",
    purpose="held-out-accuracy",
    criteria=(
        Behaves(
            id="pictures-in",
            title="Takes a grey picture of 28 by 28",
            points=0,
            asks=behaviour.takes(28, 28, 1),
            read_next=f"{CHAPTER}#the-data",
        ),
        Behaves(
            id="ten-digits-out",
            title="Answers a number for each of ten digits",
            points=1,
            asks=behaviour.answers_classes(10),
            read_next=f"{CHAPTER}#the-data",
        ),
        Behaves(
            id="hidden-layer",
            title="Has a hidden layer that bends",
            points=1,
            asks=behaviour.hidden_layers(at_least=1),
            read_next=f"{CHAPTER}#the-question",
        ),
        Metric(
            id="held-out-accuracy",
            title="Names pictures that nobody has seen when its training ends",
            points=2,
            measure="accuracy",
            target=0.88,
            floor=0.7,
            unit="{:.1%}",
            read_next=f"{CHAPTER}#the-fix-few-steps",
        ),
        Metric(
            id="modes-agree",
            title="Is the same network in training mode and in inference mode",
            points=1,
            measure="mode_gap",
            target=0.1,
            floor=0.3,
            unit="{:.2f} of the answers' spread",
            read_next=f"{CHAPTER}#probe-fresh-statistics",
        ),
        IN_TIME,
        Dependable(
            id="in-time-most-times",
            title="Does so for most seeds",
            points=3,
            curve=IN_TIME,
            target=2 / 3,
            read_next=f"{CHAPTER}#the-fix-few-steps",
        ),
    ),
)
