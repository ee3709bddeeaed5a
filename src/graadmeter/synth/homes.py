"""Households: who lives together, in which wijk at the end of each quarter, and at which invented address."""

from dataclasses import dataclass

import numpy as np

from graadmeter.synth.days import Flags, Ints
from graadmeter.synth.draw import Floats, pick
from graadmeter.synth.region_facts import Municipality, invented_names, wijken

_MOVES = 0.013
"""Chance per quarter that a household moves within the municipality. Own estimate."""
_ALWAYS_UNKNOWN, _SOMETIMES_UNKNOWN = 0.012, 0.004
"""Households without a known wijk, and quarters in which the wijk of a household is not known. Own estimates."""
_NEVER_ISSUED = ("SA", "SD", "SS")
"""Letter pairs that no Dutch postcode has, so that no address can be a real one."""


@dataclass(frozen=True, slots=True)
class Homes:
    """Households of one municipality: one place per household."""

    wijk: Ints
    """Household x quarter: place in the municipality's list of wijken at the quarter's end, -1 unknown."""
    street: Ints
    number: Ints
    letters: Ints


def together(rng: np.random.Generator, count: int, chance: float, reach: int) -> Ints:
    """For each of `count` persons the first of those they live with: themselves, or one of the `reach` before them."""
    everyone = np.arange(count)
    earlier = everyone - 1 - (rng.random(count) * reach).astype(np.int64)
    head = np.where((rng.random(count) < chance) & (earlier >= 0), earlier, everyone)
    while not np.array_equal(head, head[head]):
        head = head[head]
    return head


def draw_homes(
    rng: np.random.Generator, municipality: Municipality, youthful: Flags, quarters: int, factors: Floats
) -> Homes:
    """A home and its moves for each household; `youthful` ones live where children live, others where adults live."""
    places = wijken()[municipality.code]
    children = np.array([float(wijk.aged_0_14) for wijk in places]) * factors
    everybody = np.array([float(wijk.inhabitants + 2 * wijk.aged_65_plus) for wijk in places])
    count = len(youthful)

    def drawn() -> Ints:
        return np.where(youthful, pick(rng, children, count), pick(rng, everybody, count))

    path = np.empty((count, quarters), np.int64)
    path[:, 0] = drawn()
    for quarter in range(1, quarters):
        path[:, quarter] = np.where(rng.random(count) < _MOVES, drawn(), path[:, quarter - 1])
    path[rng.random((count, quarters)) < _SOMETIMES_UNKNOWN] = -1
    path[rng.random(count) < _ALWAYS_UNKNOWN] = -1
    return Homes(
        path,
        rng.integers(0, len(invented_names("straat")), count),
        rng.integers(1, 190, count),
        rng.integers(0, len(_NEVER_ISSUED), count),
    )


def postcodes(municipality: Municipality, homes: Homes) -> list[str]:
    """The postcode of each household: real digits, impossible letters."""
    return [municipality.pc4 + _NEVER_ISSUED[item] for item in homes.letters.tolist()]
