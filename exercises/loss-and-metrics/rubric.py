"""What a model of the loss-and-metrics exercise must show."""

from autograder.rubric import Metric, Rubric, usual

RUBRIC = Rubric(
    exercise="loss-and-metrics",
    title="Leaks: four in a hundred",
    data="leaks",
    purpose="average-precision",
    criteria=(
        usual.readings_in("#the-fix"),
        usual.probability_out(2, "#claim-word-accuracy"),
        usual.standardised_inputs(1, "#the-fix"),
        usual.hidden_layer(1, "#probe-baseline-leaks"),
        Metric(
            id="honest-probabilities",
            title="Expects about as many leaks as there are",
            points=2,
            measure="expected_count",
            target=2.4,
            floor=3.4,
            unit="off by a factor of {:.2f}",
            read_next="#claim-class-weights",
        ),
        usual.finds_leaks(4, target=0.66, floor=0.5, read_next="#probe-baseline-leaks"),
    ),
)
