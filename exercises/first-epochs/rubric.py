"""What a model of the first-epochs exercise must show."""

from autograder.rubric import Behaves, Dependable, Metric, Reaches, Rubric, behaviour

CHAPTER = "chapters/first-epochs.html"
AT_ONCE = Reaches(
    id="in-one-epoch",
    title="Learns most of it in one epoch",
    points=2,
    level=0.85,
    target=1,
    floor=4,
    read_next=f"{CHAPTER}#claim-updates",
)

RUBRIC = Rubric(
    exercise="first-epochs",
    title="Digits: can you believe the first epoch?",
    data="digits-by-label",
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
        Metric(
            id="held-out-accuracy",
            title="Names pictures that nobody has seen",
            points=3,
            measure="accuracy",
            target=0.88,
            floor=0.7,
            unit="{:.1%}",
            read_next=f"{CHAPTER}#the-fix-split",
        ),
        Metric(
            id="reports-the-truth",
            title="Reports what is true of pictures that nobody has seen",
            points=3,
            measure="report_gap",
            target=0.03,
            floor=0.08,
            unit="{:.1%} apart",
            read_next=f"{CHAPTER}#probe-same-rows",
        ),
        AT_ONCE,
        Dependable(
            id="in-one-epoch-most-times",
            title="Does so for most seeds",
            points=1,
            curve=AT_ONCE,
            target=2 / 3,
            read_next=f"{CHAPTER}#claim-updates",
        ),
    ),
)
