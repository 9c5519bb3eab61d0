"""TensorFlow reads its environment when it is imported, so it is set before any test module imports Keras."""

from autograder.environment import prepare

prepare()
