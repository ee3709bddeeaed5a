"""Which kinds of provision are used together: how often, and how much more often than by chance (lift)."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.measure.arrays import Array, area_numbers, column
from graadmeter.measure.lanes import Lane
from graadmeter.measure.methods.interface import Answers, Ask, Form, Method, Outcome, Part, nothing
from graadmeter.measure.places import Places

KIND = "soortvoorziening"
"""The column that tells kinds of provision apart: the form of help, or the kind of measure."""
_PERCENT = 100


def asks(part: Part) -> Sequence[Ask]:
    """Who has both of two kinds, who has each, and who has any."""
    lane = Lane(part.measure.count)
    return (Ask(lane, Form.PAIRS, (KIND,)), Ask(lane, Form.PERIODS, (KIND,)), Ask(lane, Form.PERIODS))


def figures(part: Part, answers: Answers, places: Places) -> Outcome:
    """The lift of a pair; with option `maat` = aandeel the percentage of users of the first that use the second too.

    Lift: users of both x all users / (users of the one x users of the other); 1 is what chance would give.
    """
    pairs, kinds, everyone = (answers[ask] for ask in asks(part))
    first, second = part.member.split("+")
    one, other = sorted((_kind(first), _kind(second)))
    both = _laid(pairs, pc.and_(pc.equal(pairs["een"], one), pc.equal(pairs["ander"], other)), places)
    of_first, of_second = (_laid(kinds, pc.equal(kinds[KIND], _kind(code)), places) for code in (first, second))
    users = _laid(everyone, None, places)
    if part.measure.options.get("maat") == "aandeel":
        value = np.divide(_PERCENT * both, of_first, out=nothing(places), where=of_first > 0)
        return Outcome(value, of_first, both)
    chance = of_first * of_second
    value = np.divide(both * users, chance, out=nothing(places), where=chance > 0)
    return Outcome(value, chance, both)


def _kind(code: str) -> str:
    """The kind in the code of one half of a pair: jeugdhulp-02 is form 02."""
    return code.rpartition("-")[2]


def _laid(answer: pa.Table, rows: pa.ChunkedArray | None, places: Places) -> Array:
    chosen = answer if rows is None else answer.filter(rows)
    laid = np.zeros(places.shape)
    laid[area_numbers(chosen, places), column(chosen, "periode")] = column(chosen, "n")
    return laid


TOGETHER = Method("samenloop", asks, figures, options=("maat",))
