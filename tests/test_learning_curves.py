"""``ag.learning_curves`` draws whatever a student kept of a training."""

import keras
import numpy as np
import pytest

import autograder as ag


def _trained(**given):
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(loss="sparse_categorical_crossentropy", **given)
    rows, labels = np.ones((8, 2)), np.arange(8) % 3
    return model.fit(rows, labels, validation_data=(rows, labels), epochs=2, verbose=0)


@pytest.mark.parametrize("metric", ["accuracy", "acc", "sparse_categorical_accuracy"])
def test_a_metric_is_found_under_each_of_its_names(metric):
    kept = _trained(metrics=[metric])

    curves = ag.learning_curves(kept, "acc")

    assert curves["training"].tolist() == kept.history[metric]
    assert curves["validation"].tolist() == kept.history[f"val_{metric}"]
    assert curves.index.tolist() == [1, 2]


def test_several_fits_are_one_after_the_other():
    kept = [_trained(), _trained()]

    assert ag.learning_curves(kept, "loss")["validation"].tolist() == [
        loss for one in kept for loss in one.history["val_loss"]
    ]


@pytest.mark.parametrize("kept", [None, {}, {"val_accuracy": [0.1, 0.5]}, {"loss": [1.0, 2.0], "val_loss": [1.0]}])
@pytest.mark.parametrize("measure", ["acc", "loss"])
def test_what_was_not_reported_can_be_drawn_all_the_same(kept, measure):
    axes = ag.learning_curves(kept, measure).plot(ylim=(0, 1))

    assert [line.get_label() for line in axes.lines] == ["training", "validation"]
    axes.figure.clear()
