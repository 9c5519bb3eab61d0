"""What a model of the concrete exercise must show."""

from autograder.rubric import Behaves, Metric, Rubric, behaviour, usual

RUBRIC = Rubric(
    exercise="concrete-strength",
    title="Concrete: what carries over?",
    data="concrete",
    purpose="error-ratio",
    chapter="red-wine",
    criteria=(
        usual.raw_features_in(8, "#the-fix"),
        usual.linear_output(1, "#the-fix"),
        usual.standardised_inputs(1, "#the-fix"),
        usual.two_hidden_layers(1, "#the-fix"),
        Behaves(
            id="no-dropout-on-features",
            title="Leaves the ingredients and the age alone",
            points=1,
            asks=behaviour.leaves_features_alone(),
            read_next="#probe-modes",
        ),
        Metric(
            id="error-ratio",
            title="Predicts mixtures that nobody in the course has seen",
            points=6,
            measure="error_ratio",
            target=0.85,
            floor=1.0,
            unit="{:.2f} times a straight line's error",
            read_next="#probe-output-bias",
        ),
    ),
)
