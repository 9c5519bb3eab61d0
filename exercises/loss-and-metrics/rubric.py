"""What a model of the loss-and-metrics exercise must show."""

from autograder.rubric import Behaves, Metric, Rubric, behaviour

CHAPTER = "chapters/loss-and-metrics.html"

RUBRIC = Rubric(
    exercise="loss-and-metrics",
    title="Leaks: four in a hundred",
    data="leaks",
    purpose="average-precision",
    criteria=(
        Behaves(
            id="raw-readings-in",
            title="Takes the 5 raw readings",
            points=0,
            asks=behaviour.takes(5),
            read_next=f"{CHAPTER}#the-fix",
        ),
        Behaves(
            id="probability-out",
            title="Answers one number, a probability that can come close to 0 and to 1",
            points=2,
            asks=behaviour.answers_a_probability(),
            read_next=f"{CHAPTER}#claim-word-accuracy",
        ),
        Behaves(
            id="standardised-inputs",
            title="Standardises its inputs itself",
            points=1,
            asks=behaviour.standardises(),
            read_next=f"{CHAPTER}#the-fix",
        ),
        Behaves(
            id="hidden-layer",
            title="Has at least one hidden layer that bends",
            points=1,
            asks=behaviour.hidden_layers(at_least=1),
            read_next=f"{CHAPTER}#probe-baseline-leaks",
        ),
        Metric(
            id="honest-probabilities",
            title="Expects about as many leaks as there are",
            points=2,
            measure="expected_count",
            target=2.4,
            floor=3.4,
            unit="off by a factor of {:.2f}",
            read_next=f"{CHAPTER}#claim-class-weights",
        ),
        Metric(
            id="average-precision",
            title="Puts pipes that leak before those that do not, in readings that nobody has seen",
            points=4,
            measure="average_precision",
            target=0.66,
            floor=0.5,
            unit="average precision {:.2f}",
            read_next=f"{CHAPTER}#probe-baseline-leaks",
        ),
    ),
)
