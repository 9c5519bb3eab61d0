"""What a model of the train-vs-inference exercise must show."""

from autograder.rubric import Behaves, Metric, Rubric, behaviour, usual

RUBRIC = Rubric(
    exercise="train-vs-inference",
    title="Leaks: noise only while it learns",
    data="leaks",
    purpose="average-precision",
    criteria=(
        usual.readings_in("#the-fix-noise"),
        usual.probability_out(1, "#the-fix-noise"),
        Behaves(
            id="alive-in-training",
            title="Drops units after every hidden layer while it trains",
            points=3,
            asks=behaviour.drops_after_hidden_layers(lowest=0.1, highest=0.5),
            read_next="#claim-told-false",
        ),
        Metric(
            id="modes-agree",
            title="Learns the function that it is asked for: both modes agree",
            points=2,
            measure="mode_gap",
            target=0.2,
            floor=0.5,
            unit="{:.2f} of the answers' spread",
            read_next="#probe-two-modes",
        ),
        usual.finds_leaks(4, target=0.6, floor=0.4, read_next="chapters/loss-and-metrics.html#run-leaks"),
    ),
)
