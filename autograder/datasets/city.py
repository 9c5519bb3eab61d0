"""Road distances in a simulated city: two points in degrees, and how far a car drives between them.

Nothing here is a map. The box of coordinates is the one of the original question; the roads in it are made up:
a centre, rings and radials, side streets, and a river with few bridges. Distances are lengths of shortest paths.

Inside this module a place is a row ``(east, north)`` in metres from the centre of the box.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from autograder.datasets.splits import Part

COLUMNS = ["lat1", "lon1", "lat2", "lon2"]
TARGET = "metres"
SOUTH, NORTH = 55.589537, 55.901819
WEST, EAST = 37.344735, 37.832254
TRAIN_PAIRS, VALIDATION_PAIRS = 5000, 1000

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Seed = int | npt.NDArray[np.uint32]

_CENTRE: Floats = np.array([(SOUTH + NORTH) / 2, (WEST + EAST) / 2])
_METRES_PER_DEGREE: Floats = np.array([np.cos(np.radians(_CENTRE[0])), 1.0]) * np.radians(6_371_000)  # east, north
_DECIMALS = 6  # of a degree: a tenth of a metre

_RINGS = (900, 2200, 4300, 6500, 9000, 12000, 15500, 19500, 24000)  # radius in metres
_RADIALS = 16
_RING_STEPS = 4  # junctions on a ring from one radial to the next
_GRID, _GRID_JITTER, _GRID_REACH = 1500, 250, 18000  # side streets, in metres
_STREETS_BUILT = 0.7  # share of the grid's streets that exist
_MAIN_ROADS_PER_BRIDGE = 4
_BEND_MAIN, _BEND_STREET, _BEND_DOOR = 1.2, 1.4, 1.5  # length of a road over the straight line between its ends
_NEIGHBOURS = 1000  # metres: so close, people drive straight to each other
_DOORS = 3  # junctions to which a place is joined
_NETWORK_SEED, _TRAIN_SEED, _VALIDATION_SEED = 0, 1, 2


def city_distances() -> tuple[Part, Part]:
    """The training and validation pairs, 5000 and 1000, the same for everybody.

    They are generated, not read: no file is needed, and the SHA-256 in ``data/city.md`` says what must come out.

    Returns:
        ``(train, validation)``, each as :func:`distances` returns it.
    """
    return distances(TRAIN_PAIRS, _TRAIN_SEED), distances(VALIDATION_PAIRS, _VALIDATION_SEED)


def held_out(secret: bytes, n: int = VALIDATION_PAIRS) -> Part:
    """Pairs that only the holder of ``secret`` can generate, to judge on; as :func:`distances` returns them."""
    digest = hmac.digest(secret, b"city: held-out pairs", "sha256")
    return distances(n, np.frombuffer(digest, dtype="<u4").astype(np.uint32))


def distances(n: int, seed: Seed) -> Part:
    """Draw ``n`` pairs of points in the box, evenly, and drive between them.

    Args:
        n: how many pairs.
        seed: a whole number below 2**32, or an array of such numbers; equal seeds give equal pairs everywhere,
            because NumPy promises that the streams of ``RandomState`` never change.

    Returns:
        ``features`` (n, 4): latitude and longitude of both points in degrees, with six decimals, as float64
        because a float32 is half a metre off at these latitudes; ``target`` (n,): whole metres by road, float32.

    Source: simulated; see ``data/city.md``.
    """
    low, high = (SOUTH, WEST) * 2, (NORTH, EAST) * 2
    pairs = np.random.RandomState(seed).uniform(low, high, size=(n, 4)).round(_DECIMALS)
    metres = road_metres(pairs[:, :2], pairs[:, 2:])
    return Part(pd.DataFrame(pairs, columns=COLUMNS), pd.Series(metres, name=TARGET, dtype="float32"))


def road_metres(start: Floats, end: Floats) -> Floats:
    """Length of the shortest way by road from each ``start`` to each ``end``.

    Args:
        start, end: points as rows (latitude, longitude) in degrees, shape (n, 2).

    Returns:
        Whole metres, shape (n,).

    Raises:
        ValueError: a point lies outside the box, where there are no roads.
    """
    start, end = _places(start), _places(end)
    ways = network().between(start, end)
    straight = _lengths(start, end)
    near = (straight < _NEIGHBOURS) & (_bank(start) == _bank(end))
    return np.where(near, np.minimum(straight * _BEND_DOOR, ways), ways).round()


def straight_metres(start: Floats, end: Floats) -> Floats:
    """Straight-line distance in metres between points as for :func:`road_metres`, exact to 0.3 % in this box."""
    return _lengths(_places(start), _places(end))


def crosses_river(start: Floats, end: Floats) -> Bools:
    """Whether ``start`` and ``end``, as for :func:`road_metres`, lie on different banks of the river."""
    different: Bools = _bank(_places(start)) != _bank(_places(end))
    return different


def _places(points: Floats) -> Floats:
    points = np.asarray(points, dtype="float64")
    if points.ndim != 2 or points.shape[1] != 2:
        raise ValueError(f"points must be rows (latitude, longitude), got an array of shape {points.shape}")
    outside = ~((points >= (SOUTH, WEST)) & (points <= (NORTH, EAST))).all(axis=1)
    if outside.any():
        raise ValueError(
            f"points must lie in {SOUTH}-{NORTH} N, {WEST}-{EAST} E, in degrees; got {points[outside][0].tolist()}"
        )
    return (points - _CENTRE)[:, ::-1] * _METRES_PER_DEGREE


def _lengths(a: Floats, b: Floats) -> Floats:
    lengths: Floats = np.hypot(*(a - b).T)
    return lengths


def _bank(places: Floats) -> Bools:
    """Which bank of the winding river each place lies on: true in the north."""
    east, north = places.T
    northern: Bools = north > 3500 * np.sin(east / 6000) - 1000
    return northern


@dataclass(frozen=True)
class _Network:
    """Junctions and the length of the shortest way between any two of them, in metres."""

    junctions: Floats
    ways: Floats

    def between(self, start: Floats, end: Floats) -> Floats:
        """Shortest way over any of the junctions at which each place is joined to the network."""
        start_junctions, start_metres = _nearest(start, self.junctions, _DOORS)
        end_junctions, end_metres = _nearest(end, self.junctions, _DOORS)
        ways = self.ways[start_junctions[:, :, None], end_junctions[:, None, :]]
        ways = ways + _BEND_DOOR * (start_metres[:, :, None] + end_metres[:, None, :])
        shortest: Floats = ways.min(axis=(1, 2))
        return shortest


@cache
def network() -> _Network:
    """The city, always the same one; the first call takes a fraction of a second."""
    from scipy.sparse import csr_array  # noqa: PLC0415 (slow to import, and only this data set needs it)
    from scipy.sparse.csgraph import dijkstra  # noqa: PLC0415

    random = np.random.RandomState(_NETWORK_SEED)
    main, main_roads = _main_roads(random)
    side, side_roads = _side_streets(random)
    junctions = np.vstack([main, side])
    slip_roads = _slip_roads(main, side)
    roads = np.vstack([_bridged(junctions, main_roads), _dry(junctions, side_roads + len(main)), slip_roads])
    bends = np.where((roads < len(main)).all(axis=1), _BEND_MAIN, _BEND_STREET)
    start, end = roads.T
    metres = _lengths(junctions[start], junctions[end]) * bends
    graph = csr_array((metres, (start, end)), shape=(len(junctions), len(junctions)))
    return _Network(junctions, dijkstra(graph, directed=False))


def _main_roads(random: np.random.RandomState) -> tuple[Floats, Ints]:
    """Junctions and roads (pairs of junctions) of the rings and radials around the centre, junction 0."""
    spokes = _RADIALS * _RING_STEPS
    radials = np.arange(_RADIALS) * 2 * np.pi / _RADIALS + random.normal(0, 0.06, _RADIALS)
    corners = np.append(radials, radials[0] + 2 * np.pi)
    angles = np.interp(np.arange(spokes) / _RING_STEPS, np.arange(_RADIALS + 1), corners)
    ring = np.arange(len(_RINGS))[:, None]
    radius = np.array(_RINGS)[:, None] * (1 + 0.03 * np.sin(3 * angles + ring))  # rings are not quite round
    around = np.stack([radius * np.cos(angles), radius * np.sin(angles)], axis=-1).reshape(-1, 2)
    number = 1 + np.arange(len(_RINGS) * spokes).reshape(len(_RINGS), spokes)
    along_rings = np.stack([number, np.roll(number, -1, axis=1)], axis=-1).reshape(-1, 2)
    inwards = np.vstack([np.zeros((1, spokes), dtype="int64"), number[:-1]])
    along_radials = np.stack([inwards, number], axis=-1)[:, ::_RING_STEPS].reshape(-1, 2)
    return np.vstack([np.zeros((1, 2)), around]), np.vstack([along_rings, along_radials])


def _side_streets(random: np.random.RandomState) -> tuple[Floats, Ints]:
    """Junctions and streets of a shaken grid, some of whose streets were never built."""
    steps = np.arange(-_GRID_REACH, _GRID_REACH + 1, _GRID)
    east, north = np.meshgrid(steps, steps, indexing="ij")
    junctions = np.stack([east, north], axis=-1) + random.normal(0, _GRID_JITTER, (*east.shape, 2))
    number = np.arange(east.size).reshape(east.shape)
    streets = np.vstack(
        [
            np.stack([number[:-1], number[1:]], axis=-1).reshape(-1, 2),
            np.stack([number[:, :-1], number[:, 1:]], axis=-1).reshape(-1, 2),
        ]
    )
    return junctions.reshape(-1, 2), streets[random.uniform(size=len(streets)) < _STREETS_BUILT]


def _slip_roads(main: Floats, side: Floats) -> Ints:
    """Join each side-street junction to the nearest junction of a main road on its own bank."""
    nearest, _ = _nearest(side, main, 1)
    return np.stack([nearest[:, 0], len(main) + np.arange(len(side))], axis=-1)


def _nearest(places: Floats, junctions: Floats, count: int) -> tuple[Ints, Floats]:
    """The ``count`` nearest junctions of each place on its own bank and the metres to them, both (n, count)."""
    from scipy.spatial import KDTree  # noqa: PLC0415 (slow to import, and only this data set needs it)

    numbers, metres = np.empty((len(places), count), dtype="int64"), np.empty((len(places), count))
    for bank in (False, True):
        here, there = np.flatnonzero(_bank(places) == bank), np.flatnonzero(_bank(junctions) == bank)
        metres[here], nearest = KDTree(junctions[there]).query(places[here], k=[*range(1, count + 1)])
        numbers[here] = there[nearest]
    return numbers, metres


def _wet(junctions: Floats, roads: Ints) -> Bools:
    """Which roads would have to cross the river."""
    banks = _bank(junctions)[roads]
    wet: Bools = banks[:, 0] != banks[:, 1]
    return wet


def _dry(junctions: Floats, roads: Ints) -> Ints:
    """The roads that do not cross the river: side streets have no bridges."""
    return roads[~_wet(junctions, roads)]


def _bridged(junctions: Floats, roads: Ints) -> Ints:
    """The roads but those that would cross the river and lack a bridge: from west to east, one in a few has one."""
    wet = roads[_wet(junctions, roads)]
    from_west = np.argsort(junctions[wet].mean(axis=1)[:, 0], kind="stable")
    return np.vstack([_dry(junctions, roads), wet[from_west][::_MAIN_ROADS_PER_BRIDGE]])
