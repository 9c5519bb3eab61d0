"""What a model of the concrete exercise must show."""

from autograder.rubric import Metric, Rubric, Structure, structure

CHAPTER = "chapters/red-wine.html"

RUBRIC = Rubric(
    exercise="concrete-strength",
    title="Concrete: what carries over?",
    data="concrete",
    criteria=(
        Structure(
            id="raw-features-in",
            title="Takes the 8 raw features",
            points=1,
            asks=structure.takes(8),
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
            id="no-dropout-on-features",
            title="Leaves the ingredients and the age alone",
            points=1,
            asks=structure.no_dropout_on_features(),
            read_next=f"{CHAPTER}#probe-modes",
        ),
        Metric(
            id="error-ratio",
            title="Predicts mixtures that nobody in the course has seen",
            points=5,
            measure="error_ratio",
            target=0.85,
            floor=1.0,
            unit="{:.2f} times a straight line's error",
            read_next=f"{CHAPTER}#probe-output-bias",
        ),
    ),
)
