"""What a rule with ``exact=True`` calls wrong is wrong: a run shows it, without any threshold."""

import keras
import numpy as np
import pandas as pd
import pytest
import tensorflow as tf
from sklearn import preprocessing


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


def test_shape_attention_over_rows():
    rows = np.random.default_rng(0).normal(size=(8, 5, 3))
    inputs = keras.Input((5, 3))
    for kind in (keras.layers.Attention, keras.layers.AdditiveAttention):
        for steps in (False, True):
            x = keras.layers.LSTM(4, return_sequences=steps)(inputs)
            model = keras.Model(inputs, kind()([x, x]))
            alone, among = (model.predict(part, verbose=0)[0] for part in (rows[:2], rows))
            assert np.allclose(alone, among, atol=1e-6) is steps


def test_training_mode_overridden():
    rows = np.random.default_rng(0).normal(5, 1, (64, 8))
    inputs = keras.Input((8,))
    on = keras.Model(inputs, keras.layers.Dropout(0.5)(inputs, training=True))
    assert np.array_equal(on.predict(rows, verbose=0), np.float32(rows))
    assert not np.array_equal(on(rows), np.float32(rows))
    same = keras.layers.Dense(8, kernel_initializer="identity")(inputs)
    off = keras.Model(inputs, keras.layers.Dropout(0.5)(same, training=False))
    off.compile(keras.optimizers.SGD(0.0), "mse")
    assert np.allclose(off(rows), rows)
    assert off.fit(rows, rows, verbose=0).history["loss"][0] > 1
    base = keras.Sequential([keras.Input((8,)), keras.layers.BatchNormalization()])
    model = keras.Model(inputs, keras.layers.Dense(1)(base(inputs, training=False)))
    model.compile("sgd", "mse")
    before = np.array(base.layers[0].moving_mean)
    model.fit(rows, rows[:, 0], verbose=0)
    assert np.abs(base.layers[0].moving_mean - before).max() > 0.1
    base.trainable = False
    model.compile("sgd", "mse")
    before = np.array(base.layers[0].moving_mean)
    model.fit(rows, rows[:, 0], verbose=0)
    assert np.array_equal(base.layers[0].moving_mean, before)


def test_training_step_beyond_the_metric():
    rising = [("val_accuracy", 0.5 + epoch / 100) for epoch in range(20)]
    stop = keras.callbacks.EarlyStopping("val_accuracy", mode="max", patience=3, min_delta=1)
    assert train(stop, rising) == 4
    falling = [("val_loss", 0.69 * 0.97**epoch) for epoch in range(20)]
    assert train(keras.callbacks.EarlyStopping(patience=3, min_delta=0.1), falling) == 4
    assert train(keras.callbacks.EarlyStopping(patience=3, min_delta=0.001), falling) == 20


def test_training_monitor_without_direction():
    def share(truth, guess):
        return keras.ops.mean(guess)

    x, y = np.zeros((4, 2)), np.zeros((4, 1))
    inputs = keras.Input((2,))
    one = keras.Model(inputs, keras.layers.Dense(1)(inputs))
    two = keras.Model(inputs, [keras.layers.Dense(1, name="a")(inputs), keras.layers.Dense(1, name="b")(inputs)])
    one.compile("sgd", "mse", metrics=[share, keras.metrics.TruePositives(name="tp"), "mae"])
    two.compile("sgd", "mse", metrics=[["mae"], ["mae"]])
    for model, targets, monitor in (
        (one, y, "share"),
        (one, y, "tp"),
        (two, [y, y], "a_loss"),
        (two, [y, y], "b_mae"),
    ):
        with pytest.raises(ValueError, match="should be maximized or minimized"):
            model.fit(x, targets, verbose=0, callbacks=[keras.callbacks.EarlyStopping(monitor)])
        model.fit(x, targets, verbose=0, callbacks=[keras.callbacks.EarlyStopping(monitor, mode="min")])
    one.fit(x, y, verbose=0, callbacks=[keras.callbacks.EarlyStopping("mae")])


def test_training_made_in_each_call():
    def inside(truth, guess):
        return keras.metrics.BinaryAccuracy()(truth, guess)

    judge = keras.metrics.BinaryAccuracy()

    def outside(truth, guess):
        judge.reset_state()
        return judge(truth, guess)

    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile("sgd", "binary_crossentropy", metrics=[inside])
    with pytest.raises(ValueError, match="singleton"):
        model.fit(np.zeros((4, 2)), np.zeros((4, 1)), verbose=0)
    model.compile("sgd", "binary_crossentropy", metrics=[outside])
    model.fit(np.zeros((4, 2)), np.zeros((4, 1)), verbose=0)


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
    for module, range_ in ((modules.mobilenet_v2, 2), (modules.resnet50, 255)):
        for numbers in (module.preprocess_input(pixels / 255), module.preprocess_input(pixels.copy()) / 255):
            assert np.ptp(numbers[..., 0]) < range_ / 100


def test_training_shuffled_predictions(photos):
    """The labels of the batches are those of the files, in order, only where nothing is shuffled."""
    reader = keras.src.legacy.preprocessing.image.ImageDataGenerator()
    for shuffle in (True, False):
        rows = reader.flow_from_directory(photos, target_size=(4, 4), class_mode="sparse", shuffle=shuffle, seed=1)
        given = np.concatenate([rows[batch][1] for batch in range(len(rows))])
        assert (given == rows.classes).all() != shuffle
    rows = keras.utils.image_dataset_from_directory(photos, image_size=(4, 4), batch_size=4, verbose=False)
    kept = rows.cache()
    first, second = (np.concatenate([y for _, y in rows]) for _ in range(2))
    assert (first != second).any()
    first, second = (np.concatenate([y for _, y in kept]) for _ in range(2))
    assert (first == second).all()


def test_training_one_model_for_all_folds():
    """Labels that nothing can tell: a model that goes on knows those of the folds that it is tested on."""
    draw = np.random.default_rng(1)
    x, y = draw.normal(size=(20, 40)), draw.integers(0, 2, 20)
    model = keras.Sequential([keras.Input((40,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(keras.optimizers.Adam(0.1), "binary_crossentropy", metrics=["accuracy"])
    model.fit(x, y, epochs=50, verbose=False)  # the folds before, together
    assert model.evaluate(x[:10], y[:10], verbose=False)[1] == 1


def test_training_answers_known_early():
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


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_training_augmented_validation(photos):
    """The same images are other ones in the next pass."""
    reader = keras.src.legacy.preprocessing.image.ImageDataGenerator
    for maker, same in ((reader(zoom_range=0.5, rotation_range=90), False), (reader(), True)):
        keras.utils.set_random_seed(1)
        keras.utils.save_img(photos / "a" / "0.png", np.random.rand(8, 8, 3))
        rows = maker.flow_from_directory(photos, target_size=(8, 8), shuffle=False)
        assert np.array_equal(rows[0][0], rows[0][0]) == same


def test_head_decoder_below_inputs():
    """Whatever a sigmoid says, it misses a number below 0 by more than that number."""
    rows = np.random.default_rng(1).normal(size=(50, 4))
    answers = keras.ops.convert_to_numpy(keras.ops.sigmoid(np.linspace(-50, 50, 101)))
    assert all((abs(answers - number) > -number - 1e-6).all() for number in rows[rows < 0])


def test_training_units_alike():
    """All units of a layer that began with one number are still one unit after training."""
    draw = np.random.default_rng(1)
    x, y = draw.normal(size=(100, 4)), draw.normal(size=100)
    for start, alike in (("ones", True), ("glorot_uniform", False)):
        model = keras.Sequential([
            keras.Input((4,)), keras.layers.Dense(8, "tanh", kernel_initializer=start), keras.layers.Dense(1),
        ])  # fmt: skip
        model.layers[1].set_weights([np.ones((8, 1)), np.zeros(1)])
        model.compile(keras.optimizers.Adam(0.05), "mse")
        model.fit(x, y, epochs=3, verbose=False)
        assert np.allclose(np.ptp(model.layers[0].get_weights()[0], axis=1), 0, atol=1e-5) == alike


def test_head_exact_accuracy():
    """A probability that is nearly right is not right."""
    right, by_half = keras.metrics.Accuracy(), keras.metrics.BinaryAccuracy()
    for metric in (right, by_half):
        metric.update_state([[1.0], [0.0]], [[0.98], [0.01]])
    assert (float(right.result()), float(by_half.result())) == (0, 1)
    for metric, right in (
        (keras.metrics.MeanIoU(2), 0.25),  # everything counts as class 0
        (keras.metrics.IoU(2, [1]), 0),
        (keras.metrics.BinaryIoU(), 1),
    ):
        metric.update_state([[1.0], [0.0]], [[0.98], [0.01]])
        assert float(metric.result()) == pytest.approx(right)


def test_head_softmax_on_several_labels():
    """No softmax gives two labels more than one half each."""
    answers = keras.ops.convert_to_numpy(keras.ops.softmax(np.random.default_rng(1).normal(0, 9, (1000, 3))))
    assert (np.sort(answers)[:, 1] <= 0.5 + 1e-6).all()


@pytest.mark.parametrize(("hidden", "largest", "rate"), [((), 1, 0.2), ((16,), 100, 0.1), ((50, 30), 1000, 0.01)])
def test_training_descent_diverges(hidden, largest, rate):
    """At the product where the rule speaks the error ends no lower than that of a constant, whatever the seed."""
    for seed in range(3):
        keras.utils.set_random_seed(seed)
        x = np.random.default_rng(seed).uniform(0, 6, (200, 1))
        y = (x / 6) ** 2 * largest
        model = keras.Sequential([
            keras.Input((1,)), *(keras.layers.Dense(units, "relu") for units in hidden), keras.layers.Dense(1),
        ])  # fmt: skip
        model.compile(keras.optimizers.SGD(rate), "mse")
        model.fit(x, y, epochs=10, verbose=False)
        error = model.evaluate(x, y, verbose=False)
        assert not error < 0.9 * y.var()


def test_activation_layer_overwritten():
    """The layer that nothing reads has no part in the model."""
    inputs = keras.Input((8,))
    x = keras.layers.Dense(64)(inputs)
    x = keras.layers.Dense(32)(inputs)
    assert [layer.units for layer in keras.Model(inputs, keras.layers.Dense(1)(x)).layers[1:]] == [32, 1]


def test_training_mode_left_out():
    """A call that does not say so changes no mean of a batch norm, and drops nothing."""
    rows = np.full((8, 2), 5.0)
    for given, mean in (({}, 0), ({"training": True}, 2.5)):
        norm = keras.layers.BatchNormalization(momentum=0.5)
        model = keras.Sequential([keras.Input((2,)), norm])
        with tf.GradientTape():
            model(rows, **given)
        assert np.allclose(norm.moving_mean, mean)
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dropout(0.5)])
    assert (np.array(model(rows)) == rows).all()
    assert (np.array(model(rows, training=True)) != rows).any()


def test_training_same_answer_again():
    """Answers of predict do not differ at all; those of the model in training mode do."""
    rows = np.ones((20, 4))
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dropout(0.5), keras.layers.Dense(1)])
    assert np.ptp([model.predict(rows, verbose=False) for _ in range(3)], axis=0).max() == 0
    assert np.ptp([model(rows, training=True) for _ in range(3)], axis=0).max() > 0


def test_training_rows_for_steps():
    """As many steps as rows show each row as many times as a batch has rows."""
    seen = []

    def batches(rows, size):
        while True:
            for start in range(0, len(rows), size):
                seen.append(len(rows[start : start + size]))
                yield rows[start : start + size], rows[start : start + size]

    rows = np.zeros((12, 1))
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    model.fit(batches(rows, 4), steps_per_epoch=len(rows), shuffle=False, verbose=False)
    assert sum(seen) >= 4 * len(rows)


def test_scaling_statistics_never_taken():
    """A generator that was never fitted, and a layer that was never adapted, change nothing."""
    numbers = np.array([[1.0], [99.0]])
    assert np.allclose(keras.layers.Normalization()(numbers), numbers, rtol=1e-4)
    images = np.arange(48.0).reshape(4, 2, 2, 3)
    maker = keras.src.legacy.preprocessing.image.ImageDataGenerator(featurewise_center=True)
    with pytest.warns(UserWarning, match="hasn't been fit"):
        assert (maker.flow(images, shuffle=False)[0] == images).all()
    maker.fit(images)
    assert abs(maker.flow(images, shuffle=False)[0].mean()) < 1e-5


def test_scaling_raw_test_rows():
    """A model that is right about scaled rows guesses at the same rows as they were."""
    draw = np.random.default_rng(1)
    rows = draw.normal(500, 100, (400, 4))
    labels = rows.sum(axis=1) > 2000
    scaled = (rows - rows.mean(axis=0)) / rows.std(axis=0)
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(keras.optimizers.Adam(0.05), "binary_crossentropy", metrics=["accuracy"])
    model.fit(scaled, labels, epochs=20, verbose=False)
    assert model.evaluate(scaled, labels, verbose=False)[1] > 0.9
    assert model.evaluate(rows, labels, verbose=False)[1] < 0.7


def test_head_metric_of_another_form():
    """Labels 1 and 2, all of them found, of which the metric for one-hot rows sees none; ten classes, none found."""
    answers = np.eye(3)[[1, 2]]
    one_hot, each = keras.metrics.CategoricalAccuracy(), keras.metrics.BinaryAccuracy()
    one_hot.update_state([[1], [2]], answers)
    assert float(one_hot.result()) == 0
    each.update_state(np.eye(10)[[1, 2]], np.eye(10)[[5, 6]])
    assert float(each.result()) == pytest.approx(0.8)


def test_training_target_among_inputs():
    """A straight line finds the answer among columns of noise, for rows that it has not seen."""
    table = np.random.default_rng(1).normal(size=(100, 10))
    wrong = {}
    for name, rows in {"with": table, "without": table[:, :-1]}.items():
        slopes = np.linalg.lstsq(rows[:50], table[:50, -1], rcond=None)[0]
        wrong[name] = np.mean((rows[50:] @ slopes - table[50:, -1]) ** 2)
    assert wrong["with"] < 1e-9
    assert wrong["without"] > 0.5


def test_head_head_on_head():
    """What the new layers read sums to one for every image; the layer before it does not."""
    images = np.random.default_rng(1).uniform(-1, 1, (3, 32, 32, 3))
    base = keras.applications.MobileNet(weights=None, alpha=0.25, input_shape=(32, 32, 3))
    assert base(images).shape == (3, 1000)
    assert np.asarray(base(images)).sum(axis=1) == pytest.approx(np.ones(3), abs=1e-4)


def test_order_mask_lost():
    """With a convolution between, more filling changes the answer; without it, it does not."""
    rows = np.random.default_rng(1).normal(size=(1, 6, 1))
    longer = np.pad(rows, ((0, 0), (0, 9), (0, 0)), constant_values=-9)

    def answers(*between):
        keras.utils.set_random_seed(1)
        masking = keras.layers.Masking(mask_value=-9)
        model = keras.Sequential([keras.Input((None, 1)), masking, *between, keras.layers.GRU(4)])
        return np.asarray(model(rows)), np.asarray(model(longer))

    first, second = answers()
    assert first == pytest.approx(second, abs=1e-5)
    with pytest.warns(UserWarning, match="does not support masking"):
        first, second = answers(keras.layers.Conv1D(2, 3, padding="same"))
    assert np.abs(first - second).max() > 0.01


def test_training_augmented_before_cache():
    """A cache behind the random step gives the same images again, a cache before it gives others."""
    images, draw = tf.data.Dataset.from_tensor_slices(np.zeros((8, 2, 4, 1))), np.random.default_rng(1)

    def brighten(image):
        return tf.numpy_function(lambda one: one + draw.normal(), [image], image.dtype)

    def two_epochs(data):
        return [np.stack(list(data.as_numpy_iterator())) for _ in range(2)]

    first, second = two_epochs(images.map(brighten).cache())
    assert (first == second).all()
    first, second = two_epochs(images.cache().map(brighten))
    assert (first != second).all()


def test_training_copy_that_is_none():
    """Training the one changes the other, unless it is a clone."""
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    alias, clone = model, keras.models.clone_model(model)
    clone.set_weights(model.get_weights())
    model.train_on_batch(np.ones((2, 1)), np.full((2, 1), 9))
    assert alias.get_weights()[0] == model.get_weights()[0] != clone.get_weights()[0]


def test_training_results_named_wrong():
    x = np.random.default_rng(0).normal(size=(64, 3))
    y = (x[:, 0] > 0).astype(int)
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile("sgd", "binary_crossentropy", metrics=["accuracy", keras.metrics.Recall(name="recall")])
    given, named = model.evaluate(x, y, verbose=0), model.evaluate(x, y, verbose=0, return_dict=True)
    assert given == [named["loss"], named["accuracy"], named["recall"]]
    assert [float(number) for number in model.test_on_batch(x, y)] == pytest.approx(given, rel=1e-5)


def test_training_pairs_drawn_apart():
    images = np.arange(32.0).reshape(32, 1, 1, 1)
    gen = tf.keras.preprocessing.image.ImageDataGenerator()
    apart = next(gen.flow(images, batch_size=32)), next(gen.flow(images, batch_size=32))
    together = next(gen.flow(images, batch_size=32, seed=3)), next(gen.flow(images, batch_size=32, seed=3))
    assert not np.array_equal(*apart)
    assert np.array_equal(*together)


def test_training_target_not_ahead():
    series = np.arange(50.0)
    same = keras.utils.timeseries_dataset_from_array(series, series, sequence_length=10)
    ahead = keras.utils.timeseries_dataset_from_array(series[:-10], series[10:], sequence_length=10)
    windows, targets = next(iter(same))
    assert np.array_equal(windows[:, 0], targets)
    windows, targets = next(iter(ahead))
    assert np.array_equal(windows[:, -1] + 1, targets)


def test_training_similarity_as_loss():
    def dice(truth, guess):
        return 2 * keras.ops.sum(truth * guess) / (keras.ops.sum(truth) + keras.ops.sum(guess))

    def overlap(loss):
        keras.utils.set_random_seed(0)
        x = np.random.default_rng(0).normal(size=(256, 2)).astype("float32")
        y = (x[:, :1] > 0).astype("float32")
        model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1, activation="sigmoid")])
        model.compile(keras.optimizers.SGD(1.0), loss)
        before = float(dice(y, model(x)))
        model.fit(x, y, epochs=5, verbose=0)
        return float(dice(y, model(x))) - before

    assert overlap(dice) < 0 < overlap(lambda truth, guess: 1 - dice(truth, guess))


def test_shape_reshape_for_transpose():
    maps = np.zeros((1, 2, 3, 4), "float32")
    maps[..., 0] = 1  # the first channel is 1 everywhere
    turned = keras.layers.Permute((2, 1))(keras.layers.Reshape((4, 6))(maps))
    plain = keras.layers.Reshape((6, 4))(maps)
    assert np.all(np.array(plain)[0, :, 0] == 1)
    assert 0 < np.mean(np.array(turned)[0, :, 0]) < 1
    signals = np.broadcast_to(np.arange(3)[:, None], (2, 3, 8))  # each sensor gives its own number all the time
    n, sensors, steps = signals.shape
    assert np.all(signals.transpose(0, 2, 1) == np.arange(3))
    mixed = signals.reshape(n, steps, sensors)
    assert [len(np.unique(mixed[..., sensor])) for sensor in range(3)] == [3, 3, 3]


def test_head_bounded_critic():
    keras.utils.set_random_seed(0)
    x = np.concatenate([np.full((64, 1), 10.0), np.zeros((64, 1))]).astype("float32")
    sign = np.repeat([[-1.0], [1.0]], 64, axis=0).astype("float32")

    def distance(activation):
        critic = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, activation=activation)])
        critic.compile(keras.optimizers.SGD(0.1), lambda truth, score: keras.ops.mean(truth * score))
        for _ in range(200):
            critic.train_on_batch(x, sign)
            kernel, bias = critic.get_weights()
            critic.set_weights([np.clip(kernel, -1, 1), bias])
        score = critic.predict(x, verbose=0)
        return float(score[:64].mean() - score[64:].mean())

    assert distance(None) == pytest.approx(10, rel=0.01)
    assert distance("sigmoid") < 1


def test_training_end_of_episode_unread():
    state, after = np.ones((1, 1), "float32"), np.full((1, 1), 0.9, "float32")

    def value(done):
        model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
        model.compile(keras.optimizers.SGD(0.2), "mse")
        for _ in range(60):
            target = 1 + (1 - done) * 0.99 * np.array(model(after)).max(axis=1)
            model.train_on_batch(state, target[:, None])
        return float(np.array(model(state))[0, 0])

    assert value(done=1) == pytest.approx(1, abs=0.01)  # one step, with a reward of 1, and no other
    assert value(done=0) > 2


def test_training_encoded_apart():
    """A kind that is missing moves all that come after it."""
    train = pd.DataFrame({"deck": ["A", "B", "C", "T"]})
    test = pd.DataFrame({"deck": ["A", "C", "T"]})
    codes = [dict(zip(table.deck, table.deck.astype("category").cat.codes, strict=True)) for table in (train, test)]
    assert codes[0]["C"] != codes[1]["C"]
    columns = [list(pd.get_dummies(table)) for table in (train, test)]
    assert columns[0].index("deck_C") != columns[1].index("deck_C")
    brought = pd.get_dummies(test).reindex(columns=columns[0], fill_value=0)
    assert list(brought) == columns[0]


def test_training_mode_written_in():
    """What the call of a layer says wins over what predict hands on."""

    class Net(keras.Model):
        def __init__(self, mode):
            super().__init__()
            self.drop, self.mode = keras.layers.Dropout(0.5), mode

        def call(self, x, training=None):
            return self.drop(x, training=True if self.mode else training)

    rows = np.ones((4, 50))
    assert (Net(mode=False).predict(rows, verbose=0) == rows).all()
    assert (Net(mode=True).predict(rows, verbose=0) != rows).any()


def test_training_copy_without_weights():
    """What has the form of a model has other weights, until they are set."""
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3)])
    forms = keras.Sequential.from_config, keras.models.model_from_json, keras.models.clone_model
    for make, given in zip(forms, (model.get_config(), model.to_json(), model), strict=True):
        copy = make(given)
        assert not np.allclose(copy.get_weights()[0], model.get_weights()[0])
        copy.set_weights(model.get_weights())
        assert np.allclose(copy.get_weights()[0], model.get_weights()[0])


def test_training_gradient_stopped_at_the_wrong_end():
    """Which value an estimator has, and which gradient z gets."""
    z = tf.constant([0.3, 0.9])

    def of(estimator):
        with tf.GradientTape() as tape:
            tape.watch(z)
            value = estimator(z)
        slope = tape.gradient(value, z)
        return np.array(value).tolist(), None if slope is None else slope.numpy().tolist()

    right = of(lambda z: z + tf.stop_gradient(tf.round(z) - z))
    assert right == ([0, 1], [1, 1])
    value, slope = of(lambda z: tf.round(z) + tf.stop_gradient(z - tf.round(z)))
    assert value == z.numpy().tolist()
    assert not np.any(slope or 0)
    assert of(lambda z: tf.stop_gradient(z) + tf.round(z) - z)[1] == [-1, -1]


def test_training_rate_compounds():
    """The rate that the function gets is the one that it gave before."""
    rates = []
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(keras.optimizers.SGD(1.0), "mse")
    slower = keras.callbacks.LearningRateScheduler(lambda epoch, rate: rate * 0.5**epoch)
    told = keras.callbacks.LambdaCallback(
        on_epoch_end=lambda epoch, logs: rates.append(float(model.optimizer.learning_rate))
    )
    model.fit(np.zeros((2, 1)), np.zeros((2, 1)), epochs=4, verbose=0, callbacks=[slower, told])
    assert rates == [1, 1 / 2, 1 / 8, 1 / 64]


def test_training_same_noise_each_time():
    """A number for a seed gives the same numbers, a generator others; a seed of TensorFlow's counts its calls."""
    image = np.random.default_rng(0).normal(size=(8, 8, 3))
    seeds = keras.random.SeedGenerator(1)

    def same(draw):
        first, *others = [np.array(draw()) for _ in range(8)]
        return all((first == other).all() for other in others)

    assert same(lambda: keras.random.normal((4,), seed=1))
    assert same(lambda: tf.image.stateless_random_flip_left_right(image, seed=(1, 2)))
    assert not same(lambda: keras.random.normal((4,), seed=seeds))
    assert not same(lambda: tf.random.normal((4,), seed=1))


def test_training_mask_the_wrong_way():
    """What the attention is told to be false changes nothing."""
    rows = np.random.default_rng(0).normal(size=(1, 3, 4)).astype("float32")
    other = rows.copy()
    other[:, 2] = 9
    attention = keras.layers.MultiHeadAttention(1, 4)

    def first(values, mask):
        return np.array(attention(rows, values, attention_mask=np.array([[mask]])))[0, 0]

    tokens = np.array([5, 7, 0])
    assert np.allclose(first(rows, tokens != 0), first(other, tokens != 0), atol=1e-5)
    assert not np.allclose(first(rows, tokens == 0), first(other, tokens == 0), atol=1e-3)


def test_training_twins_that_share_nothing():
    """The same row has no distance from itself, if one network sees it twice."""
    row = np.ones((1, 8))
    first, second = (keras.Sequential([keras.Input((8,)), keras.layers.Dense(4)]) for _ in range(2))
    assert np.allclose(first(row), first(row))
    assert not np.allclose(first(row), second(row))


def test_training_groups_on_both_sides():
    """Patients whose labels are drawn by chance are foretold from other rows of theirs, and by nothing else."""
    random = np.random.default_rng(0)
    people = random.normal(size=(40, 8))
    labels = random.integers(0, 2, 40)
    whom = np.repeat(np.arange(40), 25)
    rows = people[whom] + random.normal(size=(1000, 8)) * 0.1

    def nearest(known, asked):
        distances = np.square(rows[asked][:, None] - rows[known][None]).sum(-1)
        return (labels[whom[known][distances.argmin(1)]] == labels[whom[asked]]).mean()

    order = random.permutation(1000)
    assert nearest(order[:800], order[800:]) == 1
    apart = [nearest(np.flatnonzero(whom % 5 != part), np.flatnonzero(whom % 5 == part)) for part in range(5)]
    assert np.mean(apart) < 0.75


def test_training_test_chose_the_settings():
    """The best of fifty models that guess is better than a guess on the rows that chose it, and there alone."""
    random = np.random.default_rng(0)
    test, new = random.integers(0, 2, 100), random.integers(0, 2, 10_000)
    guesses = [(random.integers(0, 2, 100), random.integers(0, 2, 10_000)) for _ in range(50)]
    best = max(guesses, key=lambda guess: (guess[0] == test).mean())
    assert (best[0] == test).mean() > 0.58
    assert abs((best[1] == new).mean() - 0.5) < 0.02


def test_training_accuracy_of_a_rare_class():
    """Who never finds a rare class is right nearly always, and has an average precision of nearly 0."""
    labels, never = np.zeros(1000), np.zeros(1000)
    labels[:2] = 1
    accuracy, precision = keras.metrics.BinaryAccuracy(), keras.metrics.AUC(curve="PR")
    accuracy.update_state(labels, never)
    precision.update_state(labels, never)
    assert float(accuracy.result()) == pytest.approx(0.998)
    assert float(precision.result()) < 0.01


def test_training_token_taken_for_padding():
    """Rows that differ in what has number 0 are one row to the layers behind."""
    model = keras.Sequential([keras.layers.Embedding(5, 4, mask_zero=True), keras.layers.LSTM(3)])
    without, within, other = (model(np.array([row])).numpy() for row in ([1, 2, 3], [1, 0, 2, 0, 3], [1, 4, 2, 4, 3]))
    assert within == pytest.approx(without, abs=1e-6)
    assert other != pytest.approx(without, abs=1e-6)


def test_training_names_in_another_order(photos):
    """Folders are numbered by the alphabet, whatever order a program has in mind."""
    read = keras.utils.image_dataset_from_directory(photos, image_size=(4, 4), verbose=False)
    assert read.class_names == ["a", "b"]


def test_head_classes_against_units_of_a_lookup():
    """A lookup of three words begins at 1, unless it has no number for others."""
    kinds = ["setosa", "versicolor", "virginica"]
    assert keras.layers.StringLookup(vocabulary=kinds)(kinds).numpy().tolist() == [1, 2, 3]
    assert keras.layers.StringLookup(vocabulary=kinds, num_oov_indices=0)(kinds).numpy().tolist() == [0, 1, 2]


def test_head_logits_cut_at_half():
    """A yes as likely as a no has the logit 0, and the logit 0.5 is a probability far above a half."""
    assert float(keras.ops.sigmoid(0.0)) == 0.5
    assert float(keras.ops.sigmoid(0.5)) > 0.62
    loss = keras.losses.BinaryCrossentropy(from_logits=True)
    yes, no = (float(loss([[truth]], [[0.0]])) for truth in (1.0, 0.0))
    assert np.isclose(yes, no)


def test_training_states_of_other_rows():
    """A state that adds up the rows meets them in their order only if nobody mixes them."""
    states = []
    cell = keras.layers.SimpleRNN(
        1, None, False, kernel_initializer="ones", recurrent_initializer="ones", stateful=True
    )
    model = keras.Sequential([keras.Input(batch_shape=(1, 1, 1)), cell])
    model.compile(keras.optimizers.SGD(0.0), "mse")
    seen = keras.callbacks.LambdaCallback(
        on_train_batch_end=lambda batch, logs: states.append(float(cell.states[0][0, 0]))
    )
    rows = np.arange(32.0).reshape(-1, 1, 1)
    keras.utils.set_random_seed(1)
    for told in ({"shuffle": False}, {}):
        cell.reset_state()
        model.fit(rows, rows[:, 0], batch_size=1, verbose=0, callbacks=[seen], **told)
    assert states[:32] == np.cumsum(rows).tolist()
    assert states[32:] != states[:32]


def test_training_metric_never_reset():
    """The figure of a second epoch without a mistake is that of both."""
    accuracy = keras.metrics.BinaryAccuracy()
    accuracy.update_state([0.0, 1.0], [1.0, 0.0])
    accuracy.update_state([0.0, 1.0], [0.0, 1.0])
    assert float(accuracy.result()) == 0.5
    accuracy.reset_state()
    accuracy.update_state([0.0, 1.0], [0.0, 1.0])
    assert float(accuracy.result()) == 1


def test_training_penalty_never_added():
    """The gradient knows nothing of a regularizer until its number is added."""
    x = tf.ones((4, 3))

    def gradient(regularizer, *, added):
        dense = keras.layers.Dense(1, kernel_initializer="ones", kernel_regularizer=regularizer)
        model = keras.Sequential([keras.Input((3,)), dense])
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(model(x)) + (sum(model.losses) if added else 0)
        return tape.gradient(loss, model.trainable_variables)[0].numpy().tolist()

    assert gradient("l2", added=False) == gradient(None, added=False)
    assert gradient("l2", added=True) != gradient(None, added=False)


def _descended(loss, start):
    """Where a number goes that makes a loss smaller."""
    value = tf.Variable(start)
    for _ in range(50):
        with tf.GradientTape() as tape:
            found = loss(value)
        value.assign_sub(0.1 * tape.gradient(found, value))
    return float(value)


def test_training_pairs_read_backwards():
    """The distance of two of one kind, with the label 1: it grows to the margin, or it goes to nothing."""

    def loss(distance, same):
        return same * distance**2 + (1 - same) * tf.maximum(1 - distance, 0) ** 2

    assert _descended(lambda d: loss(d, 1.0), 0.5) < 0.01
    assert _descended(lambda d: loss(d, 0.0), 0.5) > 0.99


def test_training_divergence_made_large():
    """With its minus it brings the mean to 0, without it the mean runs away."""

    def half(mean):
        return 0.5 * (1 + 0 - mean**2 - 1)

    assert abs(_descended(lambda mean: -half(mean), 0.5)) < 0.01
    assert _descended(half, 0.5) > 10


def test_training_generator_found_out():
    """What the judge says of a made-up row, as the generator moves it: a real one has 1."""
    bce = keras.losses.BinaryCrossentropy(from_logits=True)
    assert _descended(lambda f: bce(tf.ones((1, 1)), tf.reshape(f, (1, 1))), 0.0) > 0.5
    assert _descended(lambda f: bce(tf.zeros((1, 1)), tf.reshape(f, (1, 1))), 0.0) < -0.5


def test_training_target_with_the_noise():
    """The best linear answer is the input itself if that is the target: no noise is removed."""
    rng = np.random.default_rng(0)
    clean = np.cumsum(rng.normal(size=(1000, 8)), axis=1)
    noisy = clean + rng.normal(size=clean.shape)

    def error(target):
        weights = np.linalg.lstsq(noisy, target, rcond=None)[0]
        return np.mean((noisy @ weights - clean) ** 2)

    assert np.isclose(error(noisy), np.mean((noisy - clean) ** 2))
    assert error(clean) < 0.6 * error(noisy)


def test_shape_attention_over_rows_of_an_own_softmax():
    """What one row gets depends on the other rows of its batch."""
    scores = np.random.default_rng(0).normal(size=(3, 5, 1))
    softmax = keras.ops.softmax
    with pytest.warns(UserWarning, match="axis 0"):
        alone = softmax(scores[:1], axis=0)
    assert not np.allclose(softmax(scores, axis=0)[0], alone[0])
    assert np.allclose(softmax(scores, axis=1)[0], softmax(scores[:1], axis=1)[0])


def test_training_chosen_by_the_training_loss():
    """Of rows that say nothing of others, the loss of the training keeps the epoch that knows most by heart."""
    keras.utils.set_random_seed(0)
    x, y = np.random.default_rng(0).normal(size=(80, 10)), np.random.default_rng(1).integers(0, 2, 80)
    model = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(loss="binary_crossentropy", optimizer=keras.optimizers.Adam(0.02))
    stop = keras.callbacks.EarlyStopping(monitor="loss", patience=3, restore_best_weights=True)
    history = model.fit(x, y, epochs=25, validation_split=0.5, verbose=0, callbacks=[stop]).history
    assert history["val_loss"][stop.best_epoch] > 1.5 * min(history["val_loss"])


def test_training_padding_never_masked():
    """A mask that looks for 0 leaves out no step of rows that are filled with -1."""
    rows = keras.utils.pad_sequences([[[0.3], [0.7]]], maxlen=4, dtype="float32", padding="post", value=-1)
    assert keras.layers.Masking(mask_value=0.0).compute_mask(rows).numpy().all()
    assert keras.layers.Masking(mask_value=-1).compute_mask(rows).numpy().tolist() == [[True, True, False, False]]


def test_training_ids_as_they_came():
    ids = np.array([1, 2, 3])  # three different ones
    table = keras.Sequential([keras.Input((1,)), keras.layers.Embedding(3, 2), keras.layers.Flatten()])
    table.compile("adam", "mse")
    with pytest.raises(tf.errors.InvalidArgumentError, match=r"not in \[0, 3\)"):
        table.fit(ids, np.zeros((3, 2)), verbose=0)
    table.fit(ids - 1, np.zeros((3, 2)), verbose=0)


def test_training_logs_not_there_yet():
    seen = []

    class Look(keras.callbacks.Callback):
        def on_train_begin(self, logs=None):
            seen.append(set(logs))

        def on_epoch_begin(self, epoch, logs=None):
            seen.append(set(logs))

        def on_train_batch_begin(self, batch, logs=None):
            seen.append(set(logs))

        def on_train_batch_end(self, batch, logs=None):
            seen.append({name for name in logs if name.startswith("val_")})

    rows = np.zeros((8, 2))
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    model.compile("adam", "mse")
    model.fit(rows, rows[:, 0], validation_data=(rows, rows[:, 0]), epochs=2, verbose=0, callbacks=[Look()])
    assert len(seen) == 7
    assert not set().union(*seen)


def test_order_batch_norm_over_columns():
    norm = keras.layers.BatchNormalization()
    norm.build((None, 3, 32, 48))  # channels first
    assert norm.gamma.shape == norm.moving_mean.shape == (48,)


def test_training_callback_never_given():
    rows = np.zeros((8, 2))
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    model.compile("adam", "mse")
    stop = keras.callbacks.EarlyStopping("loss", patience=0, min_delta=1e9)  # no epoch is good enough for it
    assert len(model.fit(rows, rows[:, 0], epochs=3, verbose=0).epoch) == 3
    assert len(model.fit(rows, rows[:, 0], epochs=3, verbose=0, callbacks=[stop]).epoch) < 3


def test_training_one_model_for_all_tries():
    rows = np.random.default_rng(0).normal(size=(64, 2))
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    kept = []
    for rate in (0.1, 0.01):
        model.compile(keras.optimizers.SGD(rate), "mse")
        kept.append(model)
        before = model.get_weights()
        model.fit(rows, rows[:, 0], epochs=1, verbose=0)
    model.compile(keras.optimizers.SGD(0.001), "mse")  # leaves the weights as they are
    assert kept[0] is kept[1]
    assert all(np.array_equal(*pair) for pair in zip(model.get_weights(), kept[0].get_weights(), strict=True))
    assert not np.array_equal(before[0], model.get_weights()[0])


def test_head_overlap_of_probabilities():
    truth = np.eye(3)[np.random.default_rng(0).integers(0, 3, 300)]
    sure = 0.9 * truth + 0.1 / 3  # right everywhere
    cut, largest = keras.metrics.MeanIoU(3), keras.metrics.MeanIoU(3, sparse_y_true=False, sparse_y_pred=False)
    for metric in (cut, largest):
        metric.update_state(truth, sure)
    assert float(largest.result()) == 1
    assert float(cut.result()) < 0.5


def test_training_truth_and_answer_swapped():
    from sklearn.metrics import precision_score, r2_score, recall_score

    truth, answer = np.array([1, 1, 1, 0, 0, 0]), np.array([1, 0, 0, 0, 0, 1])
    assert precision_score(answer, truth) == recall_score(truth, answer) != precision_score(truth, answer)
    steep = np.array([1.0, 2.0, 3.0, 4.0])
    assert abs(r2_score(steep, steep / 2 + 1) - r2_score(steep / 2 + 1, steep)) > 0.5


def test_training_log_of_zero():
    def cross(truth, answer):
        return -keras.ops.mean(truth * keras.ops.log(answer) + (1 - truth) * keras.ops.log(1 - answer))

    sure = keras.ops.sigmoid(np.float32([-200.0, 200.0]))
    assert np.isnan(cross(np.float32([0, 1]), sure)), "although both answers are right"
    assert np.isfinite(cross(np.float32([0, 1]), keras.ops.clip(sure, 1e-7, 1 - 1e-7)))


@pytest.mark.parametrize("seed", range(3))
def test_head_precision_of_both_columns(seed):
    random = np.random.default_rng(seed)
    first = random.random(200)
    answers, truth = np.stack([first, 1 - first], axis=1), np.eye(2)[random.integers(0, 2, 200)]
    found = []
    for metric in (keras.metrics.Precision(), keras.metrics.Recall(), keras.metrics.CategoricalAccuracy()):
        metric.update_state(truth, answers)
        found.append(float(metric.result()))
    assert found[0] == pytest.approx(found[1]) == pytest.approx(found[2])
    one = keras.metrics.Precision(class_id=1)
    one.update_state(truth, answers)
    assert abs(float(one.result()) - found[0]) > 1e-4


def test_training_root_of_zero():
    left = tf.Variable([[1.0, 2.0], [1.0, 2.0]])
    right = tf.constant([[1.0, 2.0], [3.0, 1.0]])
    slopes = []
    for least in (0.0, 1e-7):
        with tf.GradientTape() as tape:
            far = keras.ops.sum(keras.ops.square(left - right), axis=1)
            far = keras.ops.sqrt(keras.ops.maximum(far, least) if least else far)
        slopes.append(tape.gradient(far, left).numpy())
    assert np.isnan(slopes[0][0]).all()
    assert np.isfinite(slopes[1]).all()


def test_training_labels_beside_a_column():
    from sklearn.preprocessing import StandardScaler

    met = []

    class Squares(keras.losses.Loss):
        def call(self, truth, answer):
            met.append((tuple(truth.shape), tuple(answer.shape), tuple((truth - answer).shape)))
            return tf.square(truth - answer)

    x, y = np.zeros((8, 3)), np.arange(8.0)
    for targets in (y, y[:, None]):
        model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
        model.compile("sgd", Squares(), run_eagerly=True)
        model.fit(x, targets, batch_size=4, verbose=0)
    assert set(met) == {((4,), (4, 1), (4, 4)), ((4, 1), (4, 1), (4, 1))}
    assert keras.losses.mean_squared_error(y, y[:, None]).shape == (8,)
    answers = model.predict(x, verbose=0)
    scaler = StandardScaler().fit(y[:, None])
    for kept in (
        np.expm1(answers),
        np.maximum(answers, 0),
        scaler.inverse_transform(answers),
        answers.reshape(-1, 1),
    ):
        assert kept.shape == (8, 1)
        assert (kept - y).shape == ((kept > 0) & (y == 1)).shape == (kept * y).shape == (8, 8)


def test_training_order_never_used():
    """Batches by their numbers are the same in each epoch; by the order that was mixed they are others."""

    class Rows(keras.utils.PyDataset):
        def __init__(self, used):
            super().__init__()
            self.used, self.order, self.draw = used, np.arange(8), np.random.default_rng(1)

        def __len__(self):
            return 2

        def __getitem__(self, number):
            places = np.arange(8)[number * 4 : (number + 1) * 4]
            return self.order[places] if self.used else places

        def on_epoch_end(self):
            self.draw.shuffle(self.order)

    for used in (True, False):
        rows = Rows(used)
        first = {frozenset(rows[number]) for number in range(2)}
        rows.on_epoch_end()
        assert ({frozenset(rows[number]) for number in range(2)} == first) is not used


@pytest.mark.filterwarnings("ignore:This ImageDataGenerator specifies")
def test_training_argument_in_anothers_place(photos):
    """By its place a function prepares nothing, and smoothing takes probabilities for logits; by name they act."""
    reader = keras.src.legacy.preprocessing.image.ImageDataGenerator
    asked = []
    for maker in (reader(asked.append), reader(preprocessing_function=lambda image: asked.append(1) or image)):
        assert not asked
        next(maker.flow_from_directory(photos, target_size=(4, 4)))
    assert asked
    truth, answer = np.array([[0.0, 1.0]]), np.array([[0.1, 0.9]])
    cross = keras.losses.CategoricalCrossentropy
    assert float(cross(0.1)(truth, answer)) == float(cross(from_logits=True)(truth, answer))
    assert float(cross(0.1)(truth, answer)) != float(cross(label_smoothing=0.1)(truth, answer))
    assert keras.callbacks.EarlyStopping("val_loss", 5).patience == 0
    assert keras.callbacks.EarlyStopping(5).monitor == 5
    assert keras.callbacks.ReduceLROnPlateau("val_loss", 0.5, 3, 1e-6).min_lr == 0
    assert keras.optimizers.SGD(0.01, 1e-6).weight_decay is None
    assert keras.layers.Embedding(64, 20000).input_dim == 64


def test_training_one_cache_for_two(tmp_path):
    """The second data set of a file gives what the first one left there."""
    first, second = (tf.data.Dataset.range(start, start + 3) for start in (0, 100))
    for name, seen in (("a", [0, 1, 2]), ("b", [100, 101, 102])):
        assert list(first.cache(str(tmp_path / "a")).as_numpy_iterator()) == [0, 1, 2]
        assert list(second.cache(str(tmp_path / name)).as_numpy_iterator()) == seen


def test_training_batched_twice(photos):
    """A network for images stops at batches of batches."""
    model = keras.Sequential([keras.Input((8, 8, 3)), keras.layers.Conv2D(2, 3), keras.layers.GlobalMaxPooling2D()])
    model.compile("adam", "sparse_categorical_crossentropy")
    rows = keras.utils.image_dataset_from_directory(photos, image_size=(8, 8), verbose=False)
    model.fit(rows, verbose=0, shuffle=False)
    with pytest.raises(Exception, match="shape"):
        model.fit(rows.batch(32), verbose=0, shuffle=False)


def test_training_drawn_only_once():
    """NumPy draws while TensorFlow reads the function, and never again; ``tf.random`` draws for each row."""
    rows = tf.data.Dataset.from_tensor_slices(np.zeros((8, 2), "float32"))
    draw = np.random.default_rng(1)
    for noise, once in ((lambda: draw.normal(), True), (lambda: tf.random.normal(()), False)):
        drawn = {float(row[0]) for row in rows.map(lambda row, noise=noise: row + noise()).as_numpy_iterator()}
        assert (len(drawn) == 1) is once


def test_training_hook_nobody_calls():
    asked = []

    class Log(keras.callbacks.Callback):
        def on_epoch_ends(self, epoch, logs=None):
            asked.append("ends")

        def on_epoch_end(self, epoch, logs=None):
            asked.append("end")

    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    model.compile("adam", "mse")
    model.fit(np.zeros((4, 2)), np.zeros(4), epochs=2, verbose=0, callbacks=[Log()])
    assert asked == ["end", "end"]


def test_training_stops_itself_only():
    for on_model in (True, False):

        class Stop(keras.callbacks.Callback):
            def on_epoch_end(self, epoch, logs=None, on_model=on_model):
                told = self.model if on_model else self
                told.stop_training = True

        model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
        model.compile("adam", "mse")
        history = model.fit(np.zeros((4, 2)), np.zeros(4), epochs=3, verbose=0, callbacks=[Stop()])
        assert len(history.epoch) == (1 if on_model else 3)


def test_training_checkpoint_for_all_folds(tmp_path):
    """The checkpoint remembers the best epoch of the first model, and keeps none of a second one that is worse."""
    path = tmp_path / "best.keras"
    for anew in (False, True):
        keep = keras.callbacks.ModelCheckpoint(path, monitor="loss", save_best_only=True)
        for answers in (np.zeros(4), np.full(4, 9.0)):
            path.unlink(missing_ok=True)
            keep = keras.callbacks.ModelCheckpoint(path, monitor="loss", save_best_only=True) if anew else keep
            model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1, kernel_initializer="zeros")])
            model.compile("sgd", "mse")
            model.fit(np.zeros((4, 2)), answers, verbose=0, callbacks=[keep])
        assert path.exists() is anew


def test_training_result_not_kept():
    """A call whose result is lost leaves everything as it was."""
    table, rows = pd.DataFrame({"a": [3.0, 1.0], "y": [0, 1]}), np.array([3, 1, 2, 5, 4, 9, 8])
    keras.utils.to_categorical(rows)
    np.random.default_rng(1).permutation(rows)
    sorted(rows)
    rows.astype("float32")
    table.drop(columns="y")
    table.sample(frac=1, random_state=1)
    assert list(rows) == [3, 1, 2, 5, 4, 9, 8]
    assert rows.dtype == int
    assert list(table.columns) == ["a", "y"]
    assert list(table["a"]) == [3.0, 1.0]


def test_training_layer_in_a_lambda():
    """The model has the weights of its last layer only, and training leaves the others as they were."""
    inputs, inner = keras.Input((4,)), keras.layers.Dense(3)
    inner.build((None, 4))
    hidden = keras.layers.Lambda(lambda rows: inner(rows), output_shape=(3,))(inputs)
    model = keras.Model(inputs, keras.layers.Dense(1)(hidden))
    assert len(model.weights) == 2
    model.compile("sgd", "mse")
    before = inner.get_weights()
    model.fit(np.ones((8, 4)), np.full(8, 5.0), verbose=0)
    assert all(np.array_equal(*pair) for pair in zip(before, inner.get_weights(), strict=True))


def test_order_comma_in_rate():
    """Of 0,5 the rate is 0: all numbers come through; or Keras stops, which knows no such second argument."""
    rows = np.ones((4, 100), "float32")
    for layer in (keras.layers.AlphaDropout, keras.layers.GaussianDropout, keras.layers.GaussianNoise):
        assert np.array_equal(layer(0, 5)(rows, training=True), rows)
        assert not np.array_equal(layer(0.5)(rows, training=True), rows)
    with pytest.raises(ValueError, match="noise_shape=5"):
        keras.layers.Dropout(0, 5)
    assert not np.array_equal(keras.layers.Dropout(0.5)(rows, training=True), rows)


def test_scaling_pixels_made_larger():
    """What a network has learned of pixels from 0 to 1 does not hold of the same pixels from 0 to 1000."""
    keras.utils.set_random_seed(1)
    pixels = np.arange(256.0)[:, None]
    bright = (pixels[:, 0] > 127).astype(int)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(keras.optimizers.Adam(0.3), "binary_crossentropy", metrics=["accuracy"])
    model.fit(pixels / 255, bright, epochs=60, verbose=0)
    assert model.evaluate(pixels / 255, bright, verbose=0)[1] > 0.95
    assert model.evaluate(pixels / 0.255, bright, verbose=0)[1] < 0.6


def test_head_negative_rate():
    """Below 0 the loss is NaN, and its gradient leads away from the count."""

    def seen(bend):
        answer = tf.Variable([[-0.5]])
        with tf.GradientTape() as tape:
            loss = keras.losses.Poisson()(tf.constant([[3.0]]), bend(answer))
        return float(loss), float(tape.gradient(loss, answer)[0, 0])

    for bend in (tf.identity, keras.activations.tanh, keras.activations.elu, keras.activations.gelu):
        assert np.isnan(seen(bend)[0])
    assert seen(tf.identity)[1] > 0
    for bend in (keras.activations.softplus, keras.activations.exponential):
        assert np.isfinite(seen(bend)[0])
        assert seen(bend)[1] < 0
    rows = np.random.default_rng(0).normal(size=(64, 4))
    keras.utils.set_random_seed(0)
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1)])
    model.compile("adam", "poisson")
    below = model.predict(rows, verbose=0) < 0
    assert np.isnan(model.fit(rows, np.full((64, 1), 3.0), epochs=5, verbose=0).history["loss"]).all()
    assert (model.predict(rows, verbose=0)[below] < 0).mean() > 0.8


def test_training_setting_not_kept(tmp_path):
    """What was read again has the default, and gives other answers; a class that tells its setting does not."""

    class Scale(keras.layers.Layer):
        def __init__(self, by=1.0, **kwargs):
            super().__init__(**kwargs)
            self.by = by

        def call(self, x):
            return self.by * x

        def get_config(self):
            return super().get_config()

    class Kept(Scale):
        def get_config(self):
            return {**super().get_config(), "by": self.by}

    rows = np.ones((2, 4), "float32")
    for kind in (Scale, Kept):
        model = keras.Sequential([keras.Input((4,)), kind(by=20.0)])
        model.save(tmp_path / "model.keras")
        again = keras.models.load_model(tmp_path / "model.keras", custom_objects={kind.__name__: kind})
        for one in (again, keras.models.clone_model(model)):
            assert np.array_equal(one(rows), model(rows)) is (kind is Kept)
            assert one.layers[0].by == (20.0 if kind is Kept else 1.0)


def test_order_batch_norm_behind_bounds():
    """A sigmoid ends between 0 and 1; a batch norm behind it brings the same numbers to mean 0 and deviation 1."""
    rows = np.random.default_rng(0).normal(size=(16, 4, 4, 3)).astype("float32")
    bounded = keras.Sequential([keras.Input((4, 4, 3)), keras.layers.Conv2D(3, 3, activation="sigmoid")])
    inside = np.asarray(bounded(rows, training=True))
    outside = np.asarray(keras.layers.BatchNormalization()(inside, training=True))
    assert 0 <= inside.min() <= inside.max() <= 1
    assert outside.min() < -1
    assert outside.max() > 1
    assert outside.mean() == pytest.approx(0, abs=1e-3)


def test_scaling_row_scaled_by_itself():
    """Of one row a scaler makes zeros; a bright and a dark picture, each without its own mean, are the same."""
    from sklearn.preprocessing import MinMaxScaler, StandardScaler

    for scaler in (StandardScaler(), MinMaxScaler()):
        assert not scaler.fit_transform(np.array([[5.1, 300, -4]])).any()
    dark = np.random.default_rng(0).uniform(0, 0.5, (8, 8, 3))
    bright, mean = dark + 0.5, np.full((8, 8, 3), 0.5)
    assert np.allclose(bright - bright.mean(axis=0), dark - dark.mean(axis=0))
    assert np.abs((bright - mean) - (dark - mean)).min() > 0.4


def test_order_share_to_keep_as_rate():
    """The rate is the share that is dropped, of layers of each kind."""
    ones = np.ones((1, 1, 10_000), "float32")
    kept = np.asarray(keras.layers.Dropout(0.9, seed=1)(ones, training=True)) != 0
    assert 0.08 < kept.mean() < 0.12
    maps = np.asarray(keras.layers.SpatialDropout1D(0.9, seed=1)(ones, training=True)) != 0
    assert 0.08 < maps.mean() < 0.12


@pytest.mark.parametrize("seed", range(3))
def test_training_arguments_of_a_loss_swapped(seed):
    tau = 0.9

    def right(y_true, y_pred):
        return keras.ops.mean(keras.ops.maximum(tau * (y_true - y_pred), (tau - 1) * (y_true - y_pred)))

    def swapped(y_pred, y_true):
        return keras.ops.mean(keras.ops.maximum(tau * (y_true - y_pred), (tau - 1) * (y_true - y_pred)))

    x, y = np.ones((200, 1), "float32"), np.random.default_rng(seed).random((200, 1), "float32")
    below = []
    for loss in (right, swapped):
        model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, use_bias=False)])
        model.set_weights([np.array([[0.5]])])
        model.compile(optimizer=keras.optimizers.SGD(0.2), loss=loss)
        model.fit(x, y, epochs=60, batch_size=200, verbose=0)
        below.append(float((y < model.predict(x[:1], verbose=0)).mean()))
    assert below[0] > 0.5 > below[1], "the quantile of 1 - tau was learned"
    assert below == pytest.approx([tau, 1 - tau], abs=0.1)


def test_training_thawed_in_vain():
    """A part is one layer of the model around it: to freeze that is to freeze all that is in it."""
    base = keras.Sequential([keras.Input((4,)), *(keras.layers.Dense(4) for _ in range(3))])
    model = keras.Sequential([keras.Input((4,)), base, keras.layers.Dense(1)])
    base.trainable = True
    for layer in model.layers[:-1]:
        layer.trainable = False
    before = base.get_weights()
    model.compile("sgd", "mse")
    model.fit(np.ones((8, 4)), np.zeros(8), verbose=0)
    assert all((old == new).all() for old, new in zip(before, base.get_weights(), strict=True))
    base.trainable = True
    for layer in base.layers[:-1]:
        layer.trainable = False
    model.compile("sgd", "mse")
    model.fit(np.ones((8, 4)), np.zeros(8), verbose=0)
    assert any((old != new).any() for old, new in zip(before, base.get_weights(), strict=True))


def test_training_one_norm_for_several_layers():
    """Right about its rows in training, a model with one norm for two layers guesses at them when it is asked."""
    draw = np.random.default_rng(4)
    rows = draw.normal(50, 10, (512, 8)).astype("float32")
    labels = (rows.sum(axis=1) > 400).astype("float32")

    def figures(norms):
        keras.utils.set_random_seed(1)
        inputs = keras.Input((8,))
        x = keras.layers.ReLU()(norms[0](keras.layers.Dense(16)(inputs)))
        x = keras.layers.ReLU()(norms[1](keras.layers.Dense(16)(x)))
        model = keras.Model(inputs, keras.layers.Dense(1, activation="sigmoid")(x))
        model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
        learned = model.fit(rows, labels, batch_size=64, epochs=40, verbose=0).history["accuracy"][-1]
        return learned, model.evaluate(rows, labels, verbose=0)[1]

    assert min(figures([keras.layers.BatchNormalization(momentum=0.9) for _ in range(2)])) > 0.9
    learned, asked = figures([keras.layers.BatchNormalization(momentum=0.9)] * 2)
    assert learned > 0.9
    assert asked < 0.75


def test_scaling_scaler_fitted_anew():
    """The riskiest rows of all are taken for middling ones when they are scaled by themselves; one row for zeros."""
    draw = np.random.default_rng(2)
    rows = draw.normal(500, 100, (400, 4))
    labels = rows.sum(axis=1) > 2000
    scaler = preprocessing.StandardScaler()
    scaled = scaler.fit_transform(rows)
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(keras.optimizers.Adam(0.05), "binary_crossentropy")
    model.fit(scaled, labels, epochs=30, verbose=False)
    high = rows[rows.sum(axis=1) > 2150]
    assert (model.predict(scaler.transform(high), verbose=False) > 0.5).all()
    assert (model.predict(preprocessing.StandardScaler().fit_transform(high), verbose=False) > 0.5).mean() < 0.7
    assert not preprocessing.StandardScaler().fit_transform(high[:1]).any()


def test_training_term_without_slope():
    """A counted term beside a smooth one changes the loss, and none of the weights."""
    rng = np.random.default_rng(0)
    rows = rng.normal(size=(64, 4)).astype("float32")
    labels = (rows.sum(axis=1, keepdims=True) > 0).astype("float32")

    def counted(truth, answer):
        return 1 - keras.ops.mean(truth * keras.ops.cast(answer > 0.5, "float32"))

    def soft(truth, answer):
        return 1 - keras.ops.mean(truth * answer)

    def trained(term):
        keras.utils.set_random_seed(1)
        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
        model.compile(
            "sgd", lambda truth, answer: keras.losses.binary_crossentropy(truth, answer) + term(truth, answer)
        )
        return model.fit(rows, labels, epochs=3, verbose=0).history["loss"][-1], model.get_weights()[0]

    alone, with_counted, with_soft = trained(lambda *_: 0.0), trained(counted), trained(soft)
    assert np.array_equal(alone[1], with_counted[1])
    assert alone[0] + 0.1 < with_counted[0]
    assert not np.allclose(alone[1], with_soft[1], atol=1e-3)


@pytest.mark.parametrize("kind", ["StandardScaler", "MinMaxScaler", "RobustScaler", "PowerTransformer"])
def test_scaling_error_taken_for_value(kind):
    """What ``inverse_transform`` makes of an error is not the error of what it brought back."""
    rng = np.random.default_rng(0)
    loads = rng.normal(3000, 50, (500, 1))
    answers = loads + rng.normal(0, 10, loads.shape)
    scaler = getattr(preprocessing, kind)().fit(loads)
    scaled = np.mean(np.abs(scaler.transform(loads) - scaler.transform(answers)))
    true = np.mean(np.abs(loads - answers))
    assert true < 20
    assert scaler.inverse_transform([[scaled]])[0, 0] > 2000
    if kind == "StandardScaler":
        assert np.isclose(scaled * scaler.scale_[0], true)
        squared = np.mean((scaler.transform(loads) - scaler.transform(answers)) ** 2)
        assert not np.isclose(squared * scaler.scale_[0], np.mean((loads - answers) ** 2), rtol=0.5)


def test_scaling_error_in_another_unit():
    """The error of logarithms is below that of a baseline in minutes, also where the model is the worse one."""
    waits = np.random.default_rng(0).lognormal(3, 0.8, (500, 1))
    base = np.mean(np.abs(waits - np.median(waits)))
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, "linear", True, "zeros", "zeros")])
    model.layers[0].bias.assign([np.log1p(10 * np.median(waits))])
    model.compile(loss="mae")
    rows = np.zeros_like(waits)
    told = model.evaluate(rows, np.log1p(waits), verbose=0)
    true = np.mean(np.abs(waits - np.expm1(model.predict(rows, verbose=0))))
    assert told < base < true
    scaler = preprocessing.StandardScaler().fit(1000 * waits)
    scaled = np.mean(np.abs(scaler.transform(1000 * waits) - scaler.transform(10000 * waits)))
    assert scaled < base < np.mean(np.abs(1000 * waits - 10000 * waits))
