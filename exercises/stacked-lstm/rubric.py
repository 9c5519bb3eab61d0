"""What a model of the stacked-lstm exercise must show."""

from autograder.rubric import Behaves, Metric, Rubric, behaviour

RUBRIC = Rubric(
    exercise="stacked-lstm",
    title="Marked readings: remember longer",
    data="marks",
    purpose="longer-series",
    criteria=(
        Behaves(
            id="series-in",
            title="Takes a series with two numbers at each step",
            points=0,
            asks=behaviour.takes(12, 2),
            read_next="#the-fix-stack",
        ),
        Behaves(
            id="probability-out",
            title="Answers one number for a series, a probability that can come close to 0 and to 1",
            points=2,
            asks=behaviour.answers_a_probability(),
            read_next="#probe-sequences",
        ),
        Behaves(
            id="stack",
            title="Has two recurrent layers, one behind another",
            points=2,
            asks=behaviour.recurrent_layers(at_least=2),
            read_next="#the-fix-stack",
        ),
        Metric(
            id="budget",
            title="Stays within the budget",
            points=2,
            measure="numbers_held",
            target=3000,
            floor=6000,
            unit="{:.0f} numbers",
            read_next="#claim-count-gates",
        ),
        Metric(
            id="longer-series",
            title="Is right about series twice as long as those it trained on",
            points=4,
            measure="accuracy",
            target=0.85,
            floor=0.6,
            unit="{:.1%}",
            read_next="#claim-twice-as-long",
        ),
    ),
)
