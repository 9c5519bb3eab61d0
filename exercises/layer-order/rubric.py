"""What a model of the layer-order exercise must show."""

from autograder.rubric import Behaves, Metric, Rubric, behaviour

CHAPTER = "chapters/layer-order.html"

RUBRIC = Rubric(
    exercise="layer-order",
    title="Leaks: an order that keeps its word",
    data="leaks",
    purpose="average-precision",
    criteria=(
        Behaves(
            id="raw-readings-in",
            title="Takes the 5 raw readings",
            points=0,
            asks=behaviour.takes(5),
            read_next=f"{CHAPTER}#the-fix-order",
        ),
        Behaves(
            id="probability-out",
            title="Answers one number, a probability that can come close to 0 and to 1",
            points=1,
            asks=behaviour.answers_a_probability(),
            read_next=f"{CHAPTER}#the-fix-order",
        ),
        Behaves(
            id="two-batch-norms",
            title="Has two batch norms behind weights",
            points=1,
            asks=behaviour.batch_norms(at_least=2),
            read_next=f"{CHAPTER}#the-fix-order",
        ),
        Behaves(
            id="dropout-after-hidden",
            title="Drops units after every hidden layer while it trains",
            points=2,
            asks=behaviour.drops_after_hidden_layers(lowest=0.1, highest=0.5),
            read_next=f"{CHAPTER}#claim-dropout-relu",
        ),
        Behaves(
            id="stores-what-it-meets",
            title="Stores in batch norm the variance that it meets at prediction",
            points=3,
            asks=behaviour.batch_norm_meets_what_it_stored(most=1.2),
            read_next=f"{CHAPTER}#claim-stored-variance",
        ),
        Metric(
            id="average-precision",
            title="Puts pipes that leak before those that do not, in readings that nobody has seen",
            points=3,
            measure="average_precision",
            target=0.6,
            floor=0.4,
            unit="average precision {:.2f}",
            read_next=f"{CHAPTER}#the-fix-order",
        ),
    ),
)
