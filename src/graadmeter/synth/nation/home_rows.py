"""The rows of `woonsituatie` and `bevolking` for one piece of the country."""

import numpy as np
import pyarrow as pa

from graadmeter.domain import model
from graadmeter.domain.areas import unknown_wijk
from graadmeter.engine.arrow import shaped
from graadmeter.synth.days import Ints, quarter_of
from graadmeter.synth.nation.clients import Care
from graadmeter.synth.nation.pieces import Piece, wijk_codes
from graadmeter.synth.nation.rows import Numbers
from graadmeter.synth.nation.texts_of import municipalities
from graadmeter.synth.population import profile

_UNKNOWN, _MOVES = 0.02, 0.013
_STEPS = 1_000
"""More than the steps to another municipality that care can have."""
_YOUNG = 1.22
"""Inhabitants of 0-17 for each of 0-14."""
_ELDERLY = 0.2


def residence(rng: np.random.Generator, care: Care, piece: Piece, at: Numbers) -> pa.Table:
    """Every quarter of the window in which a person has care under a municipality, with the wijk."""
    steps_away = care.elsewhere % len(piece.country)
    pair, place = np.unique(care.person * _STEPS + steps_away, return_inverse=True)
    quarters: Ints = np.arange(at.first, at.last + 1)
    there = np.zeros((len(pair), len(quarters)), bool)
    began, ended = quarter_of(care.begin), quarter_of(care.end)
    for index, quarter in enumerate(quarters.tolist()):
        there[place[(began <= quarter) & (ended >= quarter)], index] = True
    row, column = np.nonzero(there)
    steps = pair[row] % _STEPS
    return shaped(
        pa.table(
            {
                "persoon": pair[row] // _STEPS + at.persons,
                "gemeente": municipalities(piece, steps),
                "kwartaal": quarters[column],
                "wijk": _wijken(rng, piece, steps, _homes(rng, len(pair), len(quarters))[row, column]),
                "huishouden": pair[row] // _STEPS * 3 // 4 + at.households,
            }
        ),
        model.WOONSITUATIE,
    )


def _homes(rng: np.random.Generator, count: int, quarters: int) -> Ints:
    """A number that stands for the wijk, per person and quarter; another one from the quarter of a move on."""
    start = rng.integers(0, 1 << 30, count)
    moves = rng.random(count) < _MOVES * quarters
    when = np.where(moves, rng.integers(0, quarters, count), quarters)
    return start[:, None] + (np.arange(quarters) >= when[:, None])


def _wijken(rng: np.random.Generator, piece: Piece, steps: Ints, homes: Ints) -> pa.Array:
    codes: list[str] = []
    firsts, sizes = [], []
    for step in range(int(steps.max(initial=0)) + 1):
        item = piece.further(step)
        firsts.append(len(codes))
        sizes.append(item.wijken)
        codes += [*wijk_codes(item), unknown_wijk(item.code)]
    size = np.array(sizes)[steps]
    within = np.where(rng.random(len(steps)) < _UNKNOWN, size, homes % size)
    return pa.array(codes).take(pa.array(np.array(firsts)[steps] + within))


def population(piece: Piece, scale: float, years: range) -> pa.Table:
    """Inhabitants of the whole municipality per wijk, age and sex on 1 January of each year, rounded per cell."""
    item = piece.municipality
    codes = wijk_codes(item)
    each = item.inhabitants * scale / len(codes)
    young = min(item.aged_0_14 / max(item.inhabitants, 1) * _YOUNG, 1 - _ELDERLY)
    parts = zip(profile(), (young, 1 - young - _ELDERLY, _ELDERLY), strict=True)
    cells = np.round(np.concatenate([weights / weights.sum() * share * each for weights, share in parts]))
    count = np.tile(cells.astype(np.int64), len(codes) * len(years))
    cell = np.tile(np.arange(len(cells)), len(codes) * len(years))
    wijk = np.tile(np.repeat(np.arange(len(codes)), len(cells)), len(years))
    return shaped(
        pa.table(
            {
                "gemeente": pa.array([item.code] * len(count)),
                "wijk": pa.array(codes).take(pa.array(wijk)),
                "jaar": np.repeat(np.array(years), len(codes) * len(cells)),
                "leeftijd": cell // 2,
                "geslacht": pa.array(["m", "v"]).take(pa.array(cell % 2)),
                "aantal": count,
            }
        ),
        model.BEVOLKING,
    )
