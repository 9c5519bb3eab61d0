"""What a model of the red-wine exercise must show."""

from autograder.rubric import FreeOf, Metric, Rubric, Structure, structure

CHAPTER = "chapters/red-wine.html"

RUBRIC = Rubric(
    exercise="red-wine",
    title="Red wine: dropout and batch norm where they help",
    data="red-wine",
    criteria=(
        Structure(
            id="raw-features-in",
            title="Takes the 11 raw features",
            points=1,
            asks=structure.takes(11),
            read_next=f"{CHAPTER}#the-fix",
        ),
        Structure(
            id="linear-output",
            title="Ends in one linear unit",
            points=1,
            asks=structure.ends_linear(units=1),
            read_next=f"{CHAPTER}#the-fix",
        ),
        Structure(
            id="standardised-inputs",
            title="Standardises its inputs itself",
            points=1,
            asks=structure.standardises_inputs(),
            read_next=f"{CHAPTER}#the-fix",
        ),
        Structure(
            id="two-hidden-layers",
            title="Has at least two hidden layers with an activation",
            points=1,
            asks=structure.hidden_layers(at_least=2),
            read_next=f"{CHAPTER}#the-fix",
        ),
        Structure(
            id="dropout-after-hidden",
            title="Drops units after every hidden layer",
            points=1,
            asks=structure.dropout_between_hidden_layers(lowest=0.05, highest=0.5),
            read_next=f"{CHAPTER}#the-fix",
        ),
        Structure(
            id="no-dropout-on-features",
            title="Leaves the measurements themselves alone",
            points=0.5,
            asks=structure.no_dropout_on_features(),
            read_next=f"{CHAPTER}#probe-modes",
        ),
        FreeOf(
            id="no-batch-norm-after-dropout",
            title="Keeps batch norm away from values dropout has disturbed",
            points=0.5,
            rules=("order/batch-norm-after-dropout",),
            read_next=f"{CHAPTER}#claim-order",
        ),
        Metric(
            id="error-ratio",
            title="Predicts wines that nobody in the course has seen",
            points=4,
            measure="error_ratio",
            target=1.08,
            floor=1.25,
            unit="{:.2f} times a straight line's error",
            read_next=f"{CHAPTER}#probe-baseline",
        ),
    ),
)
