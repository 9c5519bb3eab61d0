"""What a model of the distance-predictor exercise must show."""

from autograder.rubric import Behaves, Metric, Rubric, behaviour, usual

RUBRIC = Rubric(
    exercise="distance-predictor",
    title="Distance predictor: repair a network that answers one number",
    data="city",
    purpose="r-squared",
    criteria=(
        Behaves(
            id="raw-degrees-in",
            title="Takes the four raw degrees",
            points=0,
            asks=behaviour.takes(4),
            read_next="#the-fix",
        ),
        usual.linear_output(1, "#probe-head"),
        usual.standardised_inputs(1, "#probe-offset"),
        usual.two_hidden_layers(1, "#probe-layers"),
        Metric(
            id="answers-differ",
            title="Answers differently where the truth differs",
            points=2,
            measure="answer_spread",
            target=0.8,
            floor=0.2,
            unit="{:.2f} times the truth's spread",
            read_next="#from-symptom-to-cause",
        ),
        Metric(
            id="r-squared",
            title="Predicts ways that nobody in the course has seen",
            points=5,
            measure="r_squared",
            target=0.96,
            floor=0.85,
            unit="an R² of {:.3f}",
            read_next="#the-fix",
        ),
    ),
)
