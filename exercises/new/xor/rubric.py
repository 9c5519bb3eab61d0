"""What a model of the xor exercise must show."""

from autograder.rubric import Behaves, Rubric, behaviour, usual

LAYERS = "chapters/units-and-layers.html#claim-bends"

RUBRIC = Rubric(
    exercise="xor",
    title="One of two, not both",
    data="data.py",
    chapter="",
    purpose="held-out-accuracy",
    criteria=(
        Behaves("points-in", "Takes the 2 coordinates of a point", 0, behaviour.takes(2)),
        usual.probability_out(1, ""),
        usual.hidden_layer(2, LAYERS),
        usual.held_out_accuracy("Knows the class of points that nobody has seen", 5, 0.95, 0.7, LAYERS),
    ),
)
