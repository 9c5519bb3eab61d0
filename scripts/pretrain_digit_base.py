"""Train the base of the chapter on freezing, and write it with its checksum.

    .venv/bin/python scripts/pretrain_digit_base.py

It sees the digits from zero to four only, tossed anew in each epoch. It takes half a minute. Another version of Keras
or TensorFlow, or another processor, may give other weights.
"""

from autograder.environment import one_thread, prepare

prepare()
one_thread()

import keras  # noqa: E402 (TensorFlow reads its environment when it is imported)
import numpy as np  # noqa: E402
from keras import layers  # noqa: E402

from autograder.datasets.digits import BASE, DIGITS, FIRST_OF_THE_OTHERS, Images, tossed  # noqa: E402
from autograder.datasets.files import data_folder, find, write_checksum  # noqa: E402

KEPT_BACK, EPOCHS, BATCH, RATE = 500, 24, 64, 0.003
CHANNELS, STRIDES = (16, 32, 64), (1, 2, 2)


def base() -> keras.Model:
    """Three blocks of convolution, batch norm and ReLU, then the mean of each map."""
    stack = [keras.Input((14, 14, 1))]
    for number, (channels, stride) in enumerate(zip(CHANNELS, STRIDES, strict=True), 1):
        stack += [
            layers.Conv2D(channels, 3, strides=stride, padding="same", use_bias=False, name=f"conv_{number}"),
            layers.BatchNormalization(momentum=0.9, name=f"norm_{number}"),
            layers.ReLU(name=f"relu_{number}"),
        ]
    return keras.Sequential([*stack, layers.GlobalAveragePooling2D(name="mean")], name="base")


def first_digits() -> tuple[Images, Images]:
    """Digits from zero to four: those to learn from, and some that are kept back."""
    images, labels = DIGITS.part(DIGITS.read(find(DIGITS.file)))
    mine = labels < FIRST_OF_THE_OTHERS
    images, labels = images[mine], labels[mine]
    return Images(images[KEPT_BACK:], labels[KEPT_BACK:]), Images(images[:KEPT_BACK], labels[:KEPT_BACK])


def main() -> None:
    """Train and write."""
    keras.utils.set_random_seed(0)
    train, kept_back = first_digits()
    trunk = base()
    model = keras.Sequential([trunk, layers.Dropout(0.2), layers.Dense(FIRST_OF_THE_OTHERS, activation="softmax")])
    rate = keras.optimizers.schedules.CosineDecay(RATE, EPOCHS * (len(train.labels) // BATCH))
    model.compile(keras.optimizers.Adam(rate), "sparse_categorical_crossentropy", metrics=["accuracy"])
    for epoch in range(EPOCHS):
        model.fit(tossed(train.images, 1 + epoch), train.labels, batch_size=BATCH, verbose=0)
    right = np.mean(model.predict(tossed(kept_back.images), verbose=0).argmax(axis=1) == kept_back.labels)
    path = data_folder() / BASE
    trunk.save(path)
    write_checksum(path)
    print(f"{right:.3f} of {KEPT_BACK} pictures kept back are right; {trunk.count_params()} numbers, {path.name}")


if __name__ == "__main__":
    main()
