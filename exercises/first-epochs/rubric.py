"""What a model of the first-epochs exercise must show."""

from autograder.rubric import Dependable, Metric, Reaches, Rubric, usual

AT_ONCE = Reaches(
    id="in-one-epoch",
    title="Learns most of it in one epoch",
    points=2,
    level=0.85,
    target=1,
    floor=4,
    read_next="#claim-updates",
)

RUBRIC = Rubric(
    exercise="first-epochs",
    title="Digits: can you believe the first epoch?",
    data="digits-by-label",
    purpose="held-out-accuracy",
    criteria=(
        usual.pictures_in(28, "#the-data"),
        usual.ten_digits_out(1, "#the-data"),
        usual.held_out_accuracy(
            "Names pictures that nobody has seen", 3, target=0.88, floor=0.7, read_next="#the-fix-split"
        ),
        Metric(
            id="reports-the-truth",
            title="Reports what is true of pictures that nobody has seen",
            points=3,
            measure="report_gap",
            target=0.03,
            floor=0.08,
            unit="{:.1%} apart",
            read_next="#probe-which-rows",
        ),
        AT_ONCE,
        Dependable(
            id="in-one-epoch-most-times",
            title="Does so for most seeds",
            points=1,
            curve=AT_ONCE,
            target=2 / 3,
            read_next="#claim-updates",
        ),
    ),
)
