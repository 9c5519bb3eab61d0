"""What a model of the distance-predictor exercise must show."""

from autograder.rubric import Metric, Rubric, Structure, structure

CHAPTER = "chapters/distance-predictor.html"

RUBRIC = Rubric(
    exercise="distance-predictor",
    title="Distance predictor: repair a network that answers one number",
    data="city",
    criteria=(
        Structure(
            id="raw-degrees-in",
            title="Takes the four raw degrees",
            points=1,
            asks=structure.takes(4),
            read_next=f"{CHAPTER}#the-fix",
        ),
        Structure(
            id="linear-output",
            title="Ends in one linear unit",
            points=1,
            asks=structure.ends_linear(units=1),
            read_next=f"{CHAPTER}#probe-head",
        ),
        Structure(
            id="standardised-inputs",
            title="Standardises its inputs itself",
            points=1,
            asks=structure.standardises_inputs(),
            read_next=f"{CHAPTER}#probe-offset",
        ),
        Structure(
            id="two-hidden-layers",
            title="Has at least two hidden layers with an activation",
            points=1,
            asks=structure.hidden_layers(at_least=2),
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
            points=4,
            measure="r_squared",
            target=0.96,
            floor=0.85,
            unit="an R² of {:.3f}",
            read_next=f"{CHAPTER}#the-fix",
        ),
    ),
)
