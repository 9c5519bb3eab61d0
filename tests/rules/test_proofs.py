"""What a rule with ``exact=True`` calls wrong is wrong: a run shows it, without any threshold."""

import keras
import numpy as np
import pytest
import tensorflow as tf


@pytest.fixture
def photos(tmp_path):
    """A folder with twenty images of each of two classes."""
    for name in "ab":
        (tmp_path / name).mkdir()
        for number in range(20):
            keras.utils.save_img(tmp_path / name / f"{number}.png", np.full((4, 4, 3), number), scale=False)
    return tmp_path


def train(callback, monitored):
    """How many epochs of a made-up curve a callback lets happen."""
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    callback.set_model(model)
    model.compile("sgd", "mse")
    callback.on_train_begin()
    for epoch, (name, value) in enumerate(monitored):
        callback.on_epoch_end(epoch, {name: value})
        if model.stop_training:
            return epoch + 1
    return len(monitored)


def test_training_monitor_wrong_way():
    rising = [("val_accuracy", 0.5 + epoch / 100) for epoch in range(20)]
    stop = keras.callbacks.EarlyStopping("val_accuracy", mode="min", patience=3)
    assert train(stop, rising) == 4
    assert stop.best == 0.5
    assert train(keras.callbacks.EarlyStopping("val_accuracy", mode="max", patience=3), rising) == 20


def test_training_step_beyond_the_metric():
    rising = [("val_accuracy", 0.5 + epoch / 100) for epoch in range(20)]
    stop = keras.callbacks.EarlyStopping("val_accuracy", mode="max", patience=3, min_delta=1)
    assert train(stop, rising) == 4


def files(folder, **given):
    rows = keras.utils.image_dataset_from_directory(folder, validation_split=0.2, verbose=False, **given)
    return set(rows.file_paths)


def test_training_two_splits(photos):
    training = files(photos, subset="training", seed=1)
    assert files(photos, subset="validation", seed=2) & training
    assert files(photos, subset="validation", shuffle=False) & training
    assert not files(photos, subset="validation", seed=1) & training


@pytest.mark.parametrize("seed", [None, 3])
def test_training_reshuffled_split(seed):
    def seen(rows):
        return {int(number) for _ in range(5) for number in rows.take(80)} & {int(number) for number in rows.skip(80)}

    assert seen(tf.data.Dataset.range(100).shuffle(100, seed=seed))
    assert not seen(tf.data.Dataset.range(100).shuffle(100, seed=seed, reshuffle_each_iteration=False))


def test_scaling_wrong_preprocessing():
    """What the networks were trained on lies in ranges that have little in common."""
    pixels = np.array([[[[0.0, 0, 0], [255, 255, 255]]]])
    modules = keras.applications
    signed, around, raw = (
        module.preprocess_input(pixels.copy())
        for module in (modules.mobilenet_v2, modules.vgg16, modules.efficientnet)
    )
    assert (signed.min(), signed.max()) == (-1, 1)
    assert around.min() < -100 < 100 < around.max()
    assert (raw.min(), raw.max()) == (0, 255)


def test_training_shuffled_predictions(photos):
    """The labels of the batches are those of the files, in order, only where nothing is shuffled."""
    reader = keras.src.legacy.preprocessing.image.ImageDataGenerator()
    for shuffle in (True, False):
        rows = reader.flow_from_directory(photos, target_size=(4, 4), class_mode="sparse", shuffle=shuffle, seed=1)
        given = np.concatenate([rows[batch][1] for batch in range(len(rows))])
        assert (given == rows.classes).all() != shuffle


def test_training_one_model_for_all_folds():
    """Labels that nothing can tell: a model that goes on knows those of the folds that it is tested on."""
    draw = np.random.default_rng(1)
    x, y = draw.normal(size=(20, 40)), draw.integers(0, 2, 20)
    model = keras.Sequential([keras.Input((40,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(keras.optimizers.Adam(0.1), "binary_crossentropy", metrics=["accuracy"])
    model.fit(x, y, epochs=50, verbose=False)  # the folds before, together
    assert model.evaluate(x[:10], y[:10], verbose=False)[1] == 1


def test_training_answers_known_to_the_test():
    """Columns of noise that were chosen on all rows tell the labels of the test rows, which nothing can tell."""
    draw = np.random.default_rng(1)
    x, y = draw.normal(size=(100, 2000)), draw.integers(0, 2, 100)

    def right(rows):
        chosen = np.argsort(-abs((x[rows] * (2 * y[rows, None] - 1)).mean(axis=0)))[:20]
        means = [x[:50][y[:50] == label][:, chosen].mean(axis=0) for label in (0, 1)]
        distances = [((x[50:, chosen] - mean) ** 2).sum(axis=1) for mean in means]
        return (np.argmin(distances, axis=0) == y[50:]).mean()

    assert right(slice(None)) > 0.8
    assert right(slice(50)) < 0.65
