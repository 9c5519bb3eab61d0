"""A recipe repeats what was recorded on the course's own rows, from a fresh start; what it cannot repeat it names."""

from dataclasses import replace

import keras
import numpy as np
import pytest
from keras import layers

from autograder.evidence import Refused, capture, read_evidence
from autograder.evidence.recording import forget, recorder
from autograder.judge.data import CourseData, Rows
from autograder.judge.recipe import NotPlain, Recipe, without_seeds
from autograder.judge.subject import Subject

from ..rotation import todays

RANDOM = np.random.default_rng(0)


def part(many):
    inputs = RANDOM.normal(size=(many, 4)).astype("float32")
    return Rows(inputs, inputs @ np.arange(4.0) + 1)


DATA = CourseData(part(60), part(40), part(20))
X, Y = DATA.released


@pytest.fixture(autouse=True)
def nothing_recorded():
    keras.utils.set_random_seed(1)
    recorder()
    forget()


def compiled(model, **given):
    model.compile(**{"optimizer": keras.optimizers.SGD(0.01), "loss": "mse", **given})
    return model


def small(*, compile=True, **given):
    model = keras.Sequential([keras.Input((4,)), layers.Dense(3, "tanh", **given), layers.Dense(1)])
    return compiled(model) if compile else model


def fit(model, x=X, y=Y, **given):
    return model.fit(x, y, **{"batch_size": 16, "verbose": 0, **given})


@pytest.fixture
def recipe_of(tmp_path):
    def recipe_of(model, data=DATA):
        capture(tmp_path, "red-wine", model)
        return Recipe.of(read_evidence(tmp_path, "red-wine"), data)

    return recipe_of


def test_a_plain_training_is_repeated_from_a_fresh_start(recipe_of):
    model = small()
    fit(model, epochs=3)
    recipe = recipe_of(model)
    (phase,) = recipe.phases
    assert (recipe.epochs, phase.epochs, phase.steps, phase.rates, phase.continues) == (3, 3, 4, (), False)
    np.testing.assert_array_equal(phase.rows.inputs, X)
    before = model.get_weights()
    one, same, other = (recipe.train(model, seed)[0].get_weights() for seed in (1, 1, 2))
    for weights in zip(one, same, other, before, model.get_weights(), strict=True):
        a, b, c, submitted, afterwards = weights
        np.testing.assert_array_equal(a, b)
        assert not np.allclose(a, c)
        assert not np.allclose(a, submitted)
        np.testing.assert_array_equal(submitted, afterwards)


OPTIMIZERS = {
    **{
        name: lambda name=name: getattr(keras.optimizers, name)(0.01)
        for name in (
            "Adadelta",
            "Adafactor",
            "Adagrad",
            "Adam",
            "AdamW",
            "Adamax",
            "Ftrl",
            "Lion",
            "Nadam",
            "RMSprop",
        )
    },
    "momentum": lambda: keras.optimizers.SGD(0.01, momentum=0.9, nesterov=True),
    "averaged": lambda: keras.optimizers.Adam(0.01, use_ema=True, ema_momentum=0.5),
    "scheduled": lambda: keras.optimizers.SGD(keras.optimizers.schedules.CosineDecay(0.1, 20)),
}


@pytest.mark.parametrize("name", todays(list(OPTIMIZERS), 4))
def test_several_seeds_at_once_give_what_each_gives_alone_bit_for_bit(recipe_of, name):
    random = [layers.GaussianNoise(0.1), layers.BatchNormalization(), layers.Dropout(0.3)]
    model = keras.Sequential([keras.Input((4,)), layers.Dense(8, "relu"), *random, layers.Dense(1)])
    model.compile(OPTIMIZERS[name](), "mse")
    fit(model, epochs=4)
    recipe, watched = recipe_of(model), Rows(X, Y)
    together = list(recipe.train_each(model, [1, 2, 3], watched))
    assert len({float(found.get_weights()[0][0, 0]) for found, _ in together}) == 3
    for seed, (found, curve) in zip([1, 2, 3], together, strict=True):
        alone, its_curve = recipe.train(model, seed, watched)
        assert curve == its_curve
        for a, b in zip(found.get_weights(), alone.get_weights(), strict=True):
            np.testing.assert_array_equal(a, b)


# Rows


@pytest.mark.parametrize(
    ("x", "y", "expected"),
    [
        (X, Y, DATA.released),
        (X[::-1], Y[::-1], Rows(X[::-1], Y[::-1])),
        (X.astype("float64"), Y[:, None].astype("float32"), DATA.released),
        (X[:30], Y[:30], Rows(X[:30], Y[:30])),
        (*DATA.validation, DATA.validation),
        (np.repeat(X, 2, axis=0), np.repeat(Y, 2), Rows(np.repeat(X, 2, axis=0), np.repeat(Y, 2))),
        (
            np.concatenate([X, DATA.validation.inputs]),
            np.concatenate([Y, DATA.validation.targets]),
            Rows(np.concatenate([X, DATA.validation.inputs]), np.concatenate([Y, DATA.validation.targets])),
        ),
    ],
    ids=["all", "in another order", "in other precision", "some", "validation rows", "twice", "both parts"],
)
def test_the_courses_own_copies_of_the_rows_are_trained_on(x, y, expected, recipe_of):
    model = small()
    fit(model, x, y)
    (phase,) = recipe_of(model).phases
    np.testing.assert_array_equal(phase.rows.inputs, expected.inputs)
    np.testing.assert_array_equal(phase.rows.targets, expected.targets)


@pytest.mark.parametrize(
    ("x", "y"),
    [
        (X / 2, Y),
        (X, np.log(np.abs(Y) + 1)),
        (X, Y[::-1]),
        (np.concatenate([X, X + 0.01]), np.concatenate([Y, Y])),
    ],
    ids=["scaled", "other targets", "mixed up", "made-up rows beside"],
)
def test_rows_that_were_changed_first_are_not_plain(x, y, recipe_of):
    model = small()
    fit(model, x, y)
    with pytest.raises(NotPlain, match="rows or targets that were changed first"):
        recipe_of(model)


def test_held_out_rows_among_them_are_refused(recipe_of):
    model = small()
    fit(model, np.concatenate([X, DATA.held_out.inputs[:10]]), np.concatenate([Y, DATA.held_out.targets[:10]]))
    with pytest.raises(Refused, match="10 of the rows that were trained on are held-out rows"):
        recipe_of(model)


def test_a_held_out_row_that_was_also_released_is_none(recipe_of):
    both = CourseData(DATA.released, Rows(X[:20], Y[:20]), DATA.validation)
    model = small()
    fit(model)
    assert recipe_of(model, both).epochs == 1


@pytest.mark.parametrize("weights_set", [False, True])
def test_where_rows_are_few_those_to_validate_with_are_refused_however_they_were_used(weights_set, recipe_of):
    few = replace(DATA, only_released=True)
    both = [np.concatenate(pair) for pair in zip(DATA.released, DATA.validation, strict=True)]
    model = small()
    fit(model, *both)
    if weights_set:
        model.set_weights([weight + 1 for weight in model.get_weights()])
    with pytest.raises(Refused, match="20 of the rows that were trained on are validation rows"):
        recipe_of(model, few)


def test_where_rows_are_few_those_to_train_on_may_be_trained_on(recipe_of):
    model = small()
    fit(model)
    assert recipe_of(model, replace(DATA, only_released=True)).epochs == 1


def test_one_hot_targets_are_given_as_the_loss_wants_them(recipe_of):
    classes = CourseData(*(Rows(rows.inputs, (rows.targets > 1).astype("int64")) for rows in (DATA.released,) * 3))
    model = compiled(
        keras.Sequential([keras.Input((4,)), layers.Dense(2, "softmax")]),
        loss="categorical_crossentropy",
        optimizer=keras.optimizers.Adam(0.05),
    )
    x, y = classes.released
    fit(model, x, keras.utils.to_categorical(y), epochs=12)
    outsider = CourseData(classes.released, part(40), classes.validation)
    _, curve = recipe_of(model, outsider).train(model, 1, classes.released)
    assert len(curve) == 6
    assert curve[-1] > 0.8


# Phases


def test_two_phases_stay_two_with_what_was_frozen_in_each(recipe_of):
    model = small()
    fit(model, epochs=2)
    first = model.layers[0]
    first.trainable = False
    fit(compiled(model, optimizer=keras.optimizers.Adam(0.001), loss="mae"), X[:32], Y[:32], epochs=3)
    first.trainable = True
    recipe = recipe_of(model)
    one, other = recipe.phases
    assert [(p.epochs, p.steps, p.loss, p.optimizer["class_name"]) for p in (one, other)] == [
        (2, 4, "mse", "SGD"),
        (3, 2, "mae", "Adam"),
    ]
    assert (one.frozen, other.frozen) == (frozenset(), {first.name})


def test_frozen_layers_do_not_move_in_a_repetition(recipe_of):
    model = small()
    model.layers[0].trainable = False
    fit(compiled(model))
    model.layers[0].trainable = True
    recipe = recipe_of(model)
    start, end = recipe.untrained(model, 3), recipe.train(model, 3)[0]
    np.testing.assert_array_equal(start.layers[0].kernel, end.layers[0].kernel)
    assert not np.allclose(start.layers[1].kernel, end.layers[1].kernel)


def test_a_loop_of_fits_is_one_fit_of_as_many_epochs(recipe_of):
    looped, whole = small(), small()
    for _ in range(5):
        fit(looped)
    fit(whole, epochs=5)
    one, other = recipe_of(looped), recipe_of(whole)
    assert [(p.epochs, p.steps) for p in one.phases] == [(p.epochs, p.steps) for p in other.phases] == [(5, 4)]
    for a, b in zip(one.train(looped, 1)[0].get_weights(), other.train(looped, 1)[0].get_weights(), strict=True):
        np.testing.assert_array_equal(a, b)


def test_rates_of_a_loop_are_kept(recipe_of):
    model = small()
    for rate in (0.01, 0.01, 0.005):
        model.optimizer.learning_rate = rate
        fit(model)
    rates = [rate for phase in recipe_of(model).phases for rate in phase.rates or (0.01,) * phase.epochs]
    assert rates == pytest.approx([0.01, 0.01, 0.005])


def test_a_new_optimizer_begins_a_new_phase(recipe_of):
    model = small()
    fit(model)
    fit(compiled(model))
    assert [phase.continues for phase in recipe_of(model).phases] == [False, False]


def test_rates_that_a_callback_sets_are_repeated(recipe_of):
    model = small()
    fit(model, epochs=3, callbacks=[keras.callbacks.LearningRateScheduler(lambda epoch: 0.1 / 2**epoch)])
    (phase,) = recipe_of(model).phases
    assert phase.rates == pytest.approx((0.1, 0.05, 0.025))


# What is not plain


def with_own_loss():
    return compiled(small(compile=False), loss=lambda true, given: keras.ops.mean((true - given) ** 2))


class Named(keras.optimizers.SGD):
    """An optimizer of the author's own."""


class Schedule(keras.optimizers.schedules.LearningRateSchedule):
    """A schedule of the author's own."""

    def __call__(self, step):
        return 0.01

    def get_config(self):
        return {}


NOT_PLAIN = {
    "own optimizer": (lambda: compiled(small(), optimizer=Named(0.01)), {}, "optimizer is not one of Keras' own"),
    "own schedule": (
        lambda: compiled(small(), optimizer=keras.optimizers.SGD(Schedule())),
        {},
        "schedule is not one of Keras' own",
    ),
    "own loss": (with_own_loss, {}, "loss is not one of Keras' own|how it was compiled"),
    "weighted losses": (lambda: compiled(small(), loss_weights=[2.0]), {}, "losses were weighted"),
    "weighted rows": (small, {"sample_weight": np.ones(60)}, "rows were weighted"),
    "rows in order": (small, {"shuffle": False}, "rows were not shuffled"),
    "best weights": (
        small,
        {"callbacks": [keras.callbacks.EarlyStopping("loss", restore_best_weights=True)]},
        "the callback EarlyStopping",
    ),
}


@pytest.mark.filterwarnings("ignore:The object being serialized includes a `lambda`:UserWarning")
@pytest.mark.parametrize("name", NOT_PLAIN)
def test_what_is_not_plain_is_named(name, recipe_of):
    make, given, reason = NOT_PLAIN[name]
    model = make()
    fit(model, **given)
    with pytest.raises(NotPlain, match=reason):
        recipe_of(model)


def test_a_model_that_no_fit_trained_is_not_plain(recipe_of):
    with pytest.raises(NotPlain, match="no fit of it was seen"):
        recipe_of(small())


def test_weights_that_were_set_afterwards_are_not_plain(recipe_of):
    model = small()
    fit(model)
    model.set_weights([weight + 1 for weight in model.get_weights()])
    with pytest.raises(NotPlain, match="weights changed after the last fit"):
        recipe_of(model)


def test_many_phases_are_not_plain(recipe_of):
    model = small()
    for many in range(21):
        fit(compiled(model, run_eagerly=True), X[: 16 + many], Y[: 16 + many])
    with pytest.raises(NotPlain, match="in 21 phases"):
        recipe_of(model)


# What a copy keeps


@pytest.mark.parametrize(
    "start",
    [
        keras.initializers.GlorotUniform(seed=5),
        keras.initializers.RandomNormal(seed=keras.random.SeedGenerator(5)),
        keras.initializers.Orthogonal(seed=5),
    ],
    ids=["a number", "a generator", "another one"],
)
def test_seeds_in_the_architecture_are_forgotten(start, recipe_of):
    model = small(kernel_initializer=start)
    fit(model)
    recipe = recipe_of(model)
    kernels = [np.asarray(recipe.untrained(model, seed).layers[0].kernel) for seed in (1, 1, 2, 3)]
    np.testing.assert_array_equal(kernels[0], kernels[1])
    assert len({kernel.tobytes() for kernel in kernels}) == 3


def test_only_seeds_are_taken_out_of_a_configuration():
    told = {"a": [{"seed": 3, "rate": 0.2}, {"seed": {"class_name": "SeedGenerator"}}], "b": ({"seed": None},)}
    assert without_seeds(told) == {"a": [{"seed": None, "rate": 0.2}, {"seed": None}], "b": ({"seed": None},)}


def test_statistics_of_the_rows_are_kept(recipe_of):
    norm = layers.Normalization()
    norm.adapt(X)
    model = compiled(keras.Sequential([keras.Input((4,)), norm, layers.Dense(1)]))
    fit(model)
    fresh = recipe_of(model).untrained(model, 1)
    np.testing.assert_array_equal(fresh.layers[0](X), norm(X))


def test_weights_that_were_frozen_by_hand_are_not_plain(recipe_of):
    model = small()
    model.layers[0].set_weights([np.ones((4, 3)), np.zeros(3)])
    model.layers[0].trainable = False
    fit(compiled(model))
    recipe = recipe_of(model)
    with pytest.raises(NotPlain, match="frozen weights were set by hand"):
        recipe.untrained(model, 1)


def constant(value):
    return keras.initializers.Constant(value)


def dense(units, **given):
    return lambda x: layers.Dense(units, **given)(x)


TABLES = {
    "array": lambda x: x * np.ones(100),
    "narrow array": lambda x: keras.ops.matmul(x, np.ones((100, 1))),
    "list in an initializer": dense(100, bias_initializer=constant([1.0] * 100)),
    "table in an initializer": dense(4, kernel_initializer=constant([[1.0] * 4] * 100)),
    "narrow table in an initializer": dense(1, kernel_initializer=constant([[1.0]] * 100)),
    "array in an initializer": dense(4, kernel_initializer=constant(np.ones((100, 4)))),
    "narrow array in an initializer": dense(1, kernel_initializer=constant(np.ones((100, 1)))),
    "given statistics": lambda x: layers.Normalization(mean=np.ones(100), variance=np.ones(100))(x),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_numbers_in_the_architecture_is_not_plain(name, recipe_of):
    """Else a model that knows the targets by heart would keep them in each copy."""
    inputs = keras.Input((4,))
    model = compiled(keras.Model(inputs, layers.Dense(1)(TABLES[name](layers.Dense(100)(inputs)))))
    fit(model)
    recipe = recipe_of(model)
    with pytest.raises(NotPlain, match=r"its architecture holds \d{3,} constant numbers"):
        recipe.untrained(model, 1)


def test_a_few_constants_are_plain(recipe_of):
    inputs = keras.Input((4,))
    norm = layers.Normalization(mean=X.mean(axis=0), variance=X.var(axis=0))
    start = constant(float(Y.mean()))
    model = compiled(keras.Model(inputs, layers.Dense(1, bias_initializer=start)(norm(inputs) * np.ones(4))))
    fit(model)
    recipe = recipe_of(model)
    assert recipe.epochs == 1
    assert recipe.untrained(model, 1).count_params() == model.count_params()


def test_a_subject_says_why_it_has_no_recipe(tmp_path):
    model = small()
    fit(model, sample_weight=np.ones(60))
    capture(tmp_path, "red-wine", model)
    assert Subject(read_evidence(tmp_path, "red-wine"), DATA).recipe == "its record says “rows were weighted”"
