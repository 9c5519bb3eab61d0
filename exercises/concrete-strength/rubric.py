"""What a model of the concrete exercise must show."""

from autograder.rubric import Behaves, Metric, Rubric, behaviour

CHAPTER = "chapters/red-wine.html"

RUBRIC = Rubric(
    exercise="concrete-strength",
    title="Concrete: what carries over?",
    data="concrete",
    purpose="error-ratio",
    criteria=(
        Behaves(
            id="raw-features-in",
            title="Takes the 8 raw features",
            points=0,
            asks=behaviour.takes(8),
            read_next=f"{CHAPTER}#the-fix",
        ),
        Behaves(
            id="linear-output",
            title="Answers one number that nothing bounds",
            points=1,
            asks=behaviour.answers_freely(),
            read_next=f"{CHAPTER}#the-fix",
        ),
        Behaves(
            id="standardised-inputs",
            title="Standardises its inputs itself",
            points=1,
            asks=behaviour.standardises(),
            read_next=f"{CHAPTER}#the-fix",
        ),
        Behaves(
            id="two-hidden-layers",
            title="Has at least two hidden layers that bend",
            points=1,
            asks=behaviour.hidden_layers(at_least=2),
            read_next=f"{CHAPTER}#the-fix",
        ),
        Behaves(
            id="no-dropout-on-features",
            title="Leaves the ingredients and the age alone",
            points=1,
            asks=behaviour.leaves_features_alone(),
            read_next=f"{CHAPTER}#probe-modes",
        ),
        Metric(
            id="error-ratio",
            title="Predicts mixtures that nobody in the course has seen",
            points=6,
            measure="error_ratio",
            target=0.85,
            floor=1.0,
            unit="{:.2f} times a straight line's error",
            read_next=f"{CHAPTER}#probe-output-bias",
        ),
    ),
)
