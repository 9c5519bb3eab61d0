"""What a model of the distance-predictor exercise must show."""

from autograder.rubric import Behaves, Metric, Rubric, behaviour

CHAPTER = "chapters/distance-predictor.html"

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
            read_next=f"{CHAPTER}#the-fix",
        ),
        Behaves(
            id="linear-output",
            title="Answers one number that nothing bounds",
            points=1,
            asks=behaviour.answers_freely(),
            read_next=f"{CHAPTER}#probe-head",
        ),
        Behaves(
            id="standardised-inputs",
            title="Standardises its inputs itself",
            points=1,
            asks=behaviour.standardises(),
            read_next=f"{CHAPTER}#probe-offset",
        ),
        Behaves(
            id="two-hidden-layers",
            title="Has at least two hidden layers that bend",
            points=1,
            asks=behaviour.hidden_layers(at_least=2),
            read_next=f"{CHAPTER}#baselines-first",
        ),
        Metric(
            id="answers-differ",
            title="Answers differently where the truth differs",
            points=2,
            measure="answer_spread",
            target=0.8,
            floor=0.2,
            unit="{:.2f} times the truth's spread",
            read_next=f"{CHAPTER}#from-symptom-to-cause",
        ),
        Metric(
            id="r-squared",
            title="Predicts ways that nobody in the course has seen",
            points=5,
            measure="r_squared",
            target=0.96,
            floor=0.85,
            unit="an R² of {:.3f}",
            read_next=f"{CHAPTER}#the-fix",
        ),
    ),
)
