"""What a model of the train-vs-inference exercise must show."""

from autograder.rubric import Behaves, Metric, Rubric, behaviour

CHAPTER = "chapters/train-vs-inference.html"

RUBRIC = Rubric(
    exercise="train-vs-inference",
    title="Leaks: noise only while it learns",
    data="leaks",
    purpose="average-precision",
    criteria=(
        Behaves(
            id="raw-readings-in",
            title="Takes the 5 raw readings",
            points=0,
            asks=behaviour.takes(5),
            read_next=f"{CHAPTER}#the-fix-noise",
        ),
        Behaves(
            id="probability-out",
            title="Answers one number, a probability that can come close to 0 and to 1",
            points=1,
            asks=behaviour.answers_a_probability(),
            read_next=f"{CHAPTER}#the-fix-noise",
        ),
        Behaves(
            id="alive-in-training",
            title="Drops units after every hidden layer while it trains",
            points=3,
            asks=behaviour.drops_after_hidden_layers(lowest=0.1, highest=0.5),
            read_next=f"{CHAPTER}#claim-told-false",
        ),
        Metric(
            id="modes-agree",
            title="Learns the function that it is asked for: both modes agree",
            points=2,
            measure="mode_gap",
            target=0.2,
            floor=0.5,
            unit="{:.2f} of the answers' spread",
            read_next=f"{CHAPTER}#probe-two-modes",
        ),
        Metric(
            id="average-precision",
            title="Puts pipes that leak before those that do not, in readings that nobody has seen",
            points=4,
            measure="average_precision",
            target=0.6,
            floor=0.4,
            unit="average precision {:.2f}",
            read_next=f"{CHAPTER}#the-fix-noise",
        ),
    ),
)
