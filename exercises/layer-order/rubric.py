"""What a model of the layer-order exercise must show."""

from autograder.rubric import Behaves, Rubric, behaviour, usual

RUBRIC = Rubric(
    exercise="layer-order",
    title="Leaks: an order that keeps its word",
    data="leaks",
    purpose="average-precision",
    criteria=(
        usual.readings_in("#the-fix-order"),
        usual.probability_out(1, "#the-fix-order"),
        Behaves(
            id="two-batch-norms",
            title="Has two batch norms behind weights",
            points=1,
            asks=behaviour.batch_norms(at_least=2),
            read_next="#the-fix-order",
        ),
        Behaves(
            id="dropout-after-hidden",
            title="Drops units after every hidden layer while it trains",
            points=2,
            asks=behaviour.drops_after_hidden_layers(lowest=0.1, highest=0.5),
            read_next="#claim-dropout-relu",
        ),
        Behaves(
            id="stores-what-it-meets",
            title="Stores in batch norm the variance that it meets at prediction",
            points=3,
            asks=behaviour.batch_norm_meets_what_it_stored(most=1.2),
            read_next="#claim-stored-variance",
        ),
        usual.finds_leaks(3, target=0.6, floor=0.4, read_next="#the-fix-order"),
    ),
)
