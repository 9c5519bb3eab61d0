"""What a model of the autoencoder exercise must show."""

from autograder.rubric import Behaves, Metric, Rubric, behaviour, usual

CODE = 16

RUBRIC = Rubric(
    exercise="autoencoder",
    title="Digits: one code, two outputs",
    data="digits",
    purpose="digit-accuracy",
    criteria=(
        usual.pictures_in(28, "#the-data"),
        Behaves(
            id="named-outputs",
            title="Has an output called picture, with values from 0 to 1, and one called digit",
            points=1,
            asks=behaviour.answers_with({"picture": 28 * 28, "digit": 10}, between={"picture": (0, 1)}),
            read_next="#the-fix-two-outputs",
        ),
        Behaves(
            id="narrow-code",
            title=f"Makes the picture from a code of at most {CODE} numbers",
            points=2,
            asks=behaviour.passes_through("picture", at_most=CODE),
            read_next="#the-question",
        ),
        Behaves(
            id="digit-from-code",
            title="Makes the digit from the same code",
            points=2,
            asks=behaviour.reads_only_the_code("digit", of="picture", at_most=CODE),
            read_next="#the-fix-two-outputs",
        ),
        Metric(
            id="picture-error",
            title="Gives back pictures that nobody has seen about as well as PCA",
            points=2,
            measure="reconstruction_error of picture",
            target=0.028,
            floor=0.04,
            unit="mean squared error {:.4f}",
            read_next="#the-price-of-two",
        ),
        Metric(
            id="digit-accuracy",
            title="Names the digit in pictures that nobody has seen",
            points=3,
            measure="accuracy of digit",
            target=0.89,
            floor=0.7,
            unit="{:.1%}",
            read_next="#the-price-of-two",
        ),
    ),
)
