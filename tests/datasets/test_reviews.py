"""The review sentences: checked, each once, the same parts for everybody."""

import numpy as np

from autograder.datasets import reviews


def test_the_file_is_what_its_datasheet_says():
    texts, scores = reviews.snippets()
    assert len(texts) == len(set(texts)) == len(scores) == 5000
    assert np.abs(scores).max() <= 4
    assert abs(np.mean(scores > 0) - 0.5) < 0.02
    assert 0.1 < np.mean(np.abs(scores) < 1) < 0.2


def test_everybody_gets_the_same_parts_and_no_sentence_twice():
    (train, _), (valid, scores) = reviews.review_snippets()
    assert not set(train) & set(valid)
    assert len(train) + len(valid) == 5000
    assert 1300 < len(valid) == len(scores) < 1700
    assert valid == reviews.review_snippets()[1].texts
