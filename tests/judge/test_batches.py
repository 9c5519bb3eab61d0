"""The stream of batches that the judge trains on."""

import numpy as np
import pytest

from autograder.judge.batches import possible_steps, steps_at_once, stream


def epochs_of(rows, steps, epochs, seed):
    """The rows of each batch, epoch by epoch."""
    numbers = np.arange(rows)
    batches = [x.numpy().tolist() for x, y in stream(numbers, numbers, steps, epochs, seed)]
    return [batches[epoch * steps : (epoch + 1) * steps] for epoch in range(epochs)]


@pytest.mark.parametrize(("rows", "steps"), [(10, 5), (11, 3), (7, 7), (5, 1)])
def test_each_epoch_holds_every_row_once_in_its_own_order(rows, steps):
    first, second = ([row for batch in epoch for row in batch] for epoch in epochs_of(rows, steps, 2, seed=1))
    assert sorted(first) == sorted(second) == list(range(rows))
    assert first != second


def test_only_the_last_batch_is_smaller():
    assert [len(batch) for batch in epochs_of(11, 3, 1, seed=1)[0]] == [4, 4, 3]


def test_inputs_and_targets_stay_together():
    x, y = np.arange(20, dtype="float64"), np.arange(20) * 2
    assert all((2 * a == b).numpy().all() for a, b in stream(x, y.astype("float64"), 6, 3, seed=5))


def test_the_seed_decides():
    assert epochs_of(30, 4, 2, seed=1) == epochs_of(30, 4, 2, seed=1) != epochs_of(30, 4, 2, seed=2)


@pytest.mark.parametrize(("rows", "asked", "possible"), [(1119, 35, 35), (1119, 1000, 560), (10, 4, 4), (3, 9, 3)])
def test_no_batch_is_empty(rows, asked, possible):
    assert possible_steps(rows, asked) == possible
    assert all(len(batch) for batch in epochs_of(rows, possible, 1, seed=0)[0])


@pytest.mark.parametrize(("steps", "at_once"), [(35, 35), (100, 50), (127, 1), (64, 64), (1, 1)])
def test_steps_at_once_divide_an_epoch(steps, at_once):
    assert steps_at_once(steps) == at_once
