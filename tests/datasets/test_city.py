"""The simulated city: the same pairs for everybody, held-out pairs drawn by a secret, distances like real ones."""

import hashlib
import re

import numpy as np
import pytest

from autograder.datasets import city, files

SEEDS = (11, 12, 13)
ASKED = np.array([13595, 27998, 48849, 36553, 37910, 40176, 9173, 24542, 4216, 38212, 39972, 29153, 8788])
"""Metres by road that the asker of the original question printed, from Google Maps, for pairs in the same box."""


def points(part):
    pairs = part.features.to_numpy()
    return pairs[:, :2], pairs[:, 2:]


@pytest.fixture(scope="module")
def many():
    return city.distances(20000, 1234)


@pytest.fixture(scope="module")
def detour(many):
    """Road over straight line, the straight line in metres, and whether the river lies between."""
    straight = city.straight_metres(*points(many))
    return many.target.to_numpy() / straight, straight, city.crosses_river(*points(many))


def test_columns_types_and_box():
    features, target = city.distances(500, 3)
    assert list(features) == ["lat1", "lon1", "lat2", "lon2"]
    assert features.shape == (500, 4)
    assert target.shape == (500,)
    assert (set(map(str, features.dtypes)), str(target.dtype)) == ({"float64"}, "float32")
    assert features[["lat1", "lat2"]].stack().between(55.589537, 55.901819).all()
    assert features[["lon1", "lon2"]].stack().between(37.344735, 37.832254).all()
    assert (target == target.round()).all()
    assert features.equals(features.round(6))


def test_points_fill_the_box_evenly(many):
    for column, values in many.features.items():
        low, high = (city.SOUTH, city.NORTH) if column.startswith("lat") else (city.WEST, city.EAST)
        counts, _ = np.histogram(values, bins=10, range=(low, high))
        assert np.abs(counts - 2000).max() < 250


def test_everybody_gets_the_parts_that_the_datasheet_names():
    named = re.findall(r"\b[0-9a-f]{64}\b", (files.data_folder() / "city.md").read_text(encoding="utf-8"))
    parts = city.city_distances()
    assert [len(part.target) for part in parts] == [5000, 1000]
    whole = [np.column_stack([part.features * 1e6, part.target]).round().astype("<i8") for part in parts]
    assert [hashlib.sha256(numbers.tobytes()).hexdigest() for numbers in whole] == named
    assert not set(map(tuple, whole[0])) & set(map(tuple, whole[1]))


def test_equal_seeds_give_equal_pairs_and_others_do_not():
    parts = [city.distances(50, seed) for seed in (*SEEDS, np.array([11, 12], dtype="uint32"))]
    for part, seed in zip(parts, SEEDS, strict=False):
        again = city.distances(50, seed)
        assert part.features.equals(again.features)
        assert part.target.equals(again.target)
    assert len({part.features.iloc[0, 0] for part in parts}) == len(parts)


def test_held_out_pairs_depend_on_the_secret():
    secrets = [b"", b"one", b"two", bytes(100)]
    parts = [city.held_out(secret, 200) for secret in secrets]
    assert city.held_out(b"one", 200).features.equals(parts[1].features)
    pairs = [set(map(tuple, part.features.to_numpy())) for part in (*parts, *city.city_distances())]
    assert len(set.union(*pairs)) == 4 * 200 + 6000
    assert len(city.held_out(b"one").target) == 1000


def test_every_place_can_be_reached(many):
    assert np.isfinite(many.target).all()
    assert (many.target > 0).all()
    assert np.isfinite(city.network().ways).all()


def test_there_and_back_is_equally_far(many):
    start, end = points(many)
    np.testing.assert_allclose(city.road_metres(end, start), many.target, rtol=0, atol=1)


def test_no_road_is_shorter_than_the_straight_line(detour):
    ratio, straight, _ = detour
    assert (ratio * straight >= straight - 0.5).all()  # metres are rounded


def test_no_way_to_where_one_is():
    here = np.array([[55.75, 37.6], [55.6, 37.4]])
    assert city.road_metres(here, here).tolist() == [0, 0]


def test_nearby_places_are_not_sent_round_the_block():
    start = np.array([[55.85, 37.6]])
    metres = city.road_metres(start, start + np.array([0, 0.004]))
    assert metres == pytest.approx(1.5 * 0.004 * np.radians(6_371_000) * np.cos(np.radians(55.75)), rel=0.01)


def test_straight_lines_agree_with_the_sphere(many):
    start, end = (np.radians(side) for side in points(many))
    half = np.sin((end - start) / 2) ** 2
    angle = 2 * np.arcsin(np.sqrt(half[:, 0] + np.cos(start[:, 0]) * np.cos(end[:, 0]) * half[:, 1]))
    np.testing.assert_allclose(city.straight_metres(*points(many)), angle * 6_371_000, rtol=0.005)


def test_detours_are_those_of_a_city(detour):
    ratio, _, _ = detour
    first, quarter, median, three_quarters, last = np.quantile(ratio, [0.01, 0.25, 0.5, 0.75, 0.99])
    assert 1.2 < first < quarter < median < three_quarters < last < 3
    assert median == pytest.approx(1.5, abs=0.05)


@pytest.mark.parametrize(("nearest", "farthest"), [(3e3, 6e3), (6e3, 10e3)])
def test_crossing_the_river_costs_a_detour(detour, nearest, farthest):
    ratio, straight, crosses = detour
    apart = (straight > nearest) & (straight < farthest)
    assert np.median(ratio[apart & crosses]) > np.median(ratio[apart & ~crosses]) + 0.1


def test_the_river_has_few_bridges():
    random = np.random.RandomState(city._NETWORK_SEED)
    junctions, roads = city._main_roads(random)
    bridges = city._wet(junctions, city._bridged(junctions, roads))
    assert 5 <= bridges.sum() <= 10
    side, streets = city._side_streets(random)
    assert not city._wet(side, city._dry(side, streets)).any()


@pytest.mark.parametrize("seed", SEEDS)
def test_distances_look_like_those_the_asker_printed(seed):
    """Thirteen distances say little; the simulated ones must be such that these thirteen are nothing special."""
    metres = np.sort(city.distances(20000, seed).target.to_numpy())
    shares = np.searchsorted(metres, np.sort(ASKED)) / len(metres)
    steps = np.arange(len(ASKED) + 1) / len(ASKED)
    furthest = max(np.abs(shares - steps[1:]).max(), np.abs(shares - steps[:-1]).max())
    assert furthest < 0.361  # Kolmogorov and Smirnov's 5 % limit for thirteen
    assert metres[0] < ASKED.min()
    assert metres[-1] > ASKED.max()
    assert metres.mean() == pytest.approx(26_200, rel=0.05)  # what the asker's stuck model answered to everything


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ([[55.7, 37.5, 55.8, 37.6]], r"shape \(1, 4\)"),
        ([55.7, 37.5], r"shape \(2,\)"),
        ([[37.5, 55.7]], r"got \[37\.5, 55\.7\]"),
        ([[0.557, 0.375]], r"in degrees; got \[0\.557, 0\.375\]"),
        ([[np.nan, 37.5]], "got"),
    ],
)
def test_points_without_roads_are_refused(wrong, message):
    with pytest.raises(ValueError, match=message):
        city.road_metres(np.array(wrong), np.array([[55.7, 37.5]]))
