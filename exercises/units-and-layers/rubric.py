"""What a model of the units-and-layers exercise must show."""

from autograder.rubric import Behaves, Metric, Rubric, behaviour, usual

RUBRIC = Rubric(
    exercise="units-and-layers",
    title="Folded paper: units or layers?",
    data="folds",
    purpose="r-squared",
    criteria=(
        Behaves(
            id="places-in",
            title="Takes the 2 coordinates of a place",
            points=0,
            asks=behaviour.takes(2),
            read_next="#the-fix-budget",
        ),
        usual.linear_output(1, "#the-fix-budget"),
        usual.hidden_layer(1, "#claim-bends"),
        Metric(
            id="budget",
            title="Stays within the budget",
            points=3,
            measure="numbers_held",
            target=400,
            floor=600,
            unit="{:.0f} numbers",
            read_next="#claim-count-by-hand",
        ),
        Metric(
            id="r-squared",
            title="Knows the height at places that nobody has seen",
            points=5,
            measure="r_squared",
            target=0.9,
            floor=0.6,
            unit="R² {:.2f}",
            read_next="#claim-depth-folded",
        ),
    ),
)
