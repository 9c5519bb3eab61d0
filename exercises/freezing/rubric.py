"""What a model of the freezing exercise must show."""

from autograder.rubric import Behaves, Metric, Rubric, behaviour

CHAPTER = "chapters/freezing.html"

RUBRIC = Rubric(
    exercise="freezing",
    title="Digits from five to nine: twenty of each, and a base that knows the others",
    data="other-digits",
    purpose="held-out-accuracy",
    criteria=(
        Behaves(
            id="pictures-in",
            title="Takes a grey picture of 14 by 14",
            points=0,
            asks=behaviour.takes(14, 14, 1),
            read_next=f"{CHAPTER}#the-base",
        ),
        Behaves(
            id="five-answers",
            title="Answers a number for each of five digits",
            points=1,
            asks=behaviour.answers_classes(5),
            read_next=f"{CHAPTER}#the-base",
        ),
        Behaves(
            id="base-kept",
            title="Looks through the first two blocks of the base, as they were released",
            points=4,
            asks=behaviour.keeps("conv_1", "norm_1", "conv_2", "norm_2"),
            read_next=f"{CHAPTER}#probe-moved",
        ),
        Metric(
            id="held-out-accuracy",
            title="Names pictures that nobody has seen, better than both baselines",
            points=5,
            measure="accuracy",
            target=0.60,
            floor=0.45,
            unit="{:.1%}",
            read_next=f"{CHAPTER}#the-fix-freeze",
        ),
    ),
)
