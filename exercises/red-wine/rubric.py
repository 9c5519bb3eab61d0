"""What a model of the red-wine exercise must show."""

from autograder.rubric import Behaves, Metric, Rubric, behaviour, usual

RUBRIC = Rubric(
    exercise="red-wine",
    title="Red wine: dropout and batch norm where they help",
    data="red-wine",
    purpose="error-ratio",
    criteria=(
        usual.raw_features_in(11, "#the-fix"),
        usual.linear_output(1, "#the-fix"),
        usual.standardised_inputs(1, "#the-fix"),
        usual.two_hidden_layers(1, "#the-fix"),
        Behaves(
            id="dropout-after-hidden",
            title="Drops units after every hidden layer",
            points=1,
            asks=behaviour.drops_after_hidden_layers(lowest=0.05, highest=0.5),
            read_next="#the-fix",
        ),
        Behaves(
            id="no-dropout-on-features",
            title="Leaves the measurements themselves alone",
            points=0.5,
            asks=behaviour.leaves_features_alone(),
            read_next="#probe-modes",
        ),
        Behaves(
            id="no-batch-norm-after-dropout",
            title="Keeps batch norm away from values dropout has disturbed",
            points=0.5,
            asks=behaviour.batch_norm_meets_what_it_stored(most=1.05),
            read_next="#claim-order",
        ),
        Metric(
            id="error-ratio",
            title="Predicts wines that nobody in the course has seen",
            points=5,
            measure="error_ratio",
            target=1.08,
            floor=1.25,
            unit="{:.2f} times a straight line's error",
            read_next="#probe-baseline",
        ),
    ),
)
