"""What a model of the freezing exercise must show."""

from autograder.rubric import Behaves, Rubric, behaviour, usual

RUBRIC = Rubric(
    exercise="freezing",
    title="Digits from five to nine: twenty of each, and a base that knows the others",
    data="other-digits",
    purpose="held-out-accuracy",
    criteria=(
        usual.pictures_in(14, "#the-base"),
        Behaves(
            id="five-answers",
            title="Answers a number for each of five digits",
            points=1,
            asks=behaviour.answers_classes(5),
            read_next="#the-base",
        ),
        Behaves(
            id="base-kept",
            title="Looks through the first two blocks of the base, as they were released",
            points=4,
            asks=behaviour.keeps("conv_1", "norm_1", "conv_2", "norm_2"),
            read_next="#probe-moved",
        ),
        usual.held_out_accuracy(
            "Names pictures that nobody has seen, better than both baselines",
            5,
            target=0.60,
            floor=0.45,
            read_next="#the-fix-freeze",
        ),
    ),
)
