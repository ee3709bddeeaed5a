"""Method `afronden`: nothing is hidden, small counts become 0 or the threshold, and all totals add up.

Each count exists once on the grid, so that it is rounded once: the same in every table, share and level. What is drawn
for it follows from a secret of the region and from what is counted where, not from the period: a stock that stays the
same is drawn the same in every quarter, so that quarters cannot be averaged. What a release showed of a small count
stays. docs/protection-rounding.md says what this promises.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
import pyarrow as pa

from graadmeter.domain.cells import PUBLISHED
from graadmeter.domain.errors import DisclosureError
from graadmeter.domain.indicators import Indicator
from graadmeter.domain.policies import Policy
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Text
from graadmeter.engine.arrow import shaped
from graadmeter.protect.arrays import Bools, Floats, Ints
from graadmeter.protect.blocks.block import Block, block
from graadmeter.protect.blocks.plan import Plan, plan
from graadmeter.protect.earlier import Earlier
from graadmeter.protect.figures.additive import choices, rounded_counts
from graadmeter.protect.figures.published import rounded
from graadmeter.protect.grid.facts import Facts
from graadmeter.protect.grid.grid import Grid
from graadmeter.protect.grid.lines import Line
from graadmeter.protect.grid.naming import name_of
from graadmeter.protect.matching import Matcher
from graadmeter.protect.request import Request

_DOMAIN = b"graadmeter afronden 1"
_MARK = b"graadmeter afronden 1 kenmerk"
_NOTHING = -1
_LEFT = frozenset({CellStatus.VALUE.value, CellStatus.ZERO.value, CellStatus.NOT_APPLICABLE.value})
"""Statuses that a rounded figure decides anew; the others say something of the delivery."""


@dataclass(frozen=True)
class _Told:
    """What stands beside each count. Arrays over the flat grid."""

    public: Ints
    """How many people a count is a share of, where everybody knows that; else 0."""
    before: Ints
    """What was last published of it; -1: nothing."""


def rounded_figures(request: Request, *, secret: bytes, draw: int = 0) -> pa.Table:
    """PUBLISHED of the measured rows of the request, all counts or made of two counts.

    Not audited yet (`audit.additive`). The same cells, releases, secret and `draw` (from 0 on) give the same figures.
    Raises DisclosureError where no additive rounding was found, CatalogueError when a policy holds no longer.
    """
    planned = plan(request.in_force())
    told = _Told(_public(planned), _before(request.measured, planned, request.earlier))
    flat = np.full(planned.cell.size + 1, _NOTHING, dtype=np.int64)
    for members, year in planned.blocks():
        one = block(planned, members, year)
        if len(one.place):
            name = planned.facts.grid.series[members[0]]
            policy = _policy_of(planned.facts, name.count, request.indicators, request.policies)
            flat[one.place] = _rounded(planned, one, told, policy, _key(secret, draw))
    return _published(request.measured, planned.facts, flat[planned.cell.ravel()])


def mark_of(secret: bytes) -> str:
    """What tells the key that this secret rounds with from another, in 32 signs that tell nothing of it."""
    return blake2b(_MARK, key=_key(secret), digest_size=16).hexdigest()


def _key(secret: bytes, draw: int = 0) -> bytes:
    return blake2b(_DOMAIN + bytes(draw), key=secret[:64], digest_size=32).digest()


def _rounded(planned: Plan, one: Block, told: _Told, policy: Policy, key: bytes) -> Ints:
    size, rests = len(one.place), len(one.system) - len(one.place)
    luck = np.concatenate((_luck(planned.facts.grid, one.place, key), np.zeros(rests)))
    public = np.concatenate((told.public[one.place], np.zeros(rests, dtype=np.int64)))
    before = np.concatenate((told.before[one.place], np.full(rests, _NOTHING)))
    for kept in (before, np.where(one.system.value < policy.threshold, before, _NOTHING)):
        allowed = choices(one.system, base=policy.threshold, cap=policy.cap, public=public, luck=luck, before=kept)
        found = rounded_counts(one.system, allowed)
        if found is not None:
            return found[:size]
    raise _nothing_fits(name_of(planned.facts, one.place, 0), policy, shown_before=bool((before != _NOTHING).any()))


def _nothing_fits(some: str, policy: Policy, *, shown_before: bool) -> DisclosureError:
    """The refusal, with the way out. What an earlier release rounded cannot go to another policy (`figures.apart`)."""
    out = Text(
        "Kies ander beleid voor deze indicatoren, of laat een uitsplitsing weg.",
        "Choose another policy for these indicators, or leave out a breakdown.",
    )
    if shown_before:
        out = Text(
            f"Een eerdere uitgave toont een deel ervan met beleid {policy.id}: dat beleid staat daarom vast, en kleine "
            "aantallen houden het cijfer van toen. Laat een uitsplitsing van deze indicatoren weg.",
            f"An earlier release shows some of them by policy {policy.id}: that policy therefore stays, and small "
            "counts keep the figure of then. Leave out a breakdown of these indicators.",
        )
    return DisclosureError(
        Text(
            f"Er wordt niets gepubliceerd: de aantallen rond {some} zijn niet sluitend af te ronden. {out.nl}",
            f"Nothing is published: the counts around {some} cannot be rounded such that everything adds up. {out.en}",
        )
    )


def _policy_of(
    facts: Facts, count: object, indicators: Mapping[str, Indicator], policies: Mapping[str, Policy]
) -> Policy:
    """The policy of the first indicator that shows a count; all that hang together have the same."""
    line = next(one for one in facts.lines if count in (one.top.count, one.below.count if one.below else None))
    return policies[indicators[line.indicator].policy]


def _luck(grid: Grid, place: Ints, key: bytes) -> Floats:
    """Per count a number from 0 to 1 that only the region can tell: of what is counted where, in every period."""
    series, area, _ = np.unravel_index(place, grid.value.shape)
    pair, of_place = np.unique(np.stack((series, area)), axis=1, return_inverse=True)
    drawn = [
        blake2b(f"{grid.series[one]!r}|{grid.areas[other].code}".encode(), key=key, digest_size=8).digest()
        for one, other in pair.T.tolist()
    ]
    luck: Floats = np.array([int.from_bytes(one, "big") / 2**64 for one in drawn])[of_place.ravel()]
    return luck


def _public(planned: Plan) -> Ints:
    """The fewest people that each count is a share of, where everybody knows these."""
    facts = planned.facts
    public = np.full(planned.cell.size, np.iinfo(np.int64).max, dtype=np.int64)
    rows = np.flatnonzero(facts.share & (facts.public > 0) & (facts.top >= 0))
    np.minimum.at(public, planned.cell.ravel()[facts.top[rows]], facts.public[rows])
    return np.where(public == np.iinfo(np.int64).max, 0, public)


def _before(measured: pa.Table, planned: Plan, earlier: Sequence[Earlier]) -> Ints:
    """What was last published of each count."""
    facts, matcher = planned.facts, Matcher(measured)
    before = np.full(planned.cell.size, _NOTHING, dtype=np.int64)
    for one in earlier:
        place = matcher.places(one.cells)
        value = _numbers(one.cells["value"])
        used = np.flatnonzero((place >= 0) & ~np.isnan(value))
        used = used[~facts.two[place[used]] & (facts.top[place[used]] >= 0)]
        before[planned.cell.ravel()[facts.top[place[used]]]] = np.rint(value[used]).astype(np.int64)
    return before


def _published(measured: pa.Table, facts: Facts, counts: Ints) -> pa.Table:
    """The cells in the shape PUBLISHED; `counts` are the rounded ones, over the flat grid."""
    top = np.where(facts.top >= 0, counts[facts.top], 0)
    below = np.where(facts.below >= 0, counts[facts.below], facts.public)
    minus, times, parts = (_each(facts, of) for of in (_is_balance, _times, _parts))
    share = rounded(times * parts * top, np.maximum(below, 1)) / parts
    value = np.where(minus == 1, top - below, np.where(facts.two, share, top)).astype(np.float64)
    status = measured["status"].to_numpy().astype(object)
    given: Bools = facts.top >= 0
    given &= status.astype(str) != CellStatus.NOT_DELIVERED.value
    none = given & facts.two & (minus == 0) & (below == 0)
    decided = given & ~none & np.isin(status.astype(str), sorted(_LEFT))
    status[decided] = np.where(value[decided] == 0, CellStatus.ZERO.value, CellStatus.VALUE.value)
    status[none & (facts.below >= 0)] = CellStatus.SUPPRESSED.value
    kept = measured.set_column(measured.column_names.index("value"), "value", pa.array(value, mask=~given | none))
    kept = kept.set_column(kept.column_names.index("status"), "status", pa.array(status.tolist(), pa.string()))
    return shaped(kept, PUBLISHED)


def _each(facts: Facts, of: object) -> Ints:
    found: Ints = np.array([of(line) for line in facts.lines], dtype=np.int64)[facts.line]  # type: ignore[operator]
    return found


def _is_balance(line: Line) -> int:
    return line.measure.minus is not None


def _times(line: Line) -> int:
    return line.unit.multiplier


def _parts(line: Line) -> int:
    return int(10**line.unit.decimals)


def _numbers(column: pa.ChunkedArray) -> Floats:
    numbers: Floats = column.combine_chunks().cast(pa.float64()).to_numpy(zero_copy_only=False).astype(np.float64)
    return numbers
