"""The audit of additive rounding: every figure follows the rule, all totals add up, and an attack finds no count.

Other code than what rounds: the counts and sums are read anew from the rows and the definitions, the bounds of an
outsider who knows the rule from the published figures, and the tables that fit these come from `audit.examine`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import pyarrow as pa

from graadmeter.domain.errors import DisclosureError
from graadmeter.domain.policies import Policy
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Text
from graadmeter.protect.arrays import Ints
from graadmeter.protect.audit.examine import audit
from graadmeter.protect.audit.figures import Figure, Spot
from graadmeter.protect.audit.holders import owners
from graadmeter.protect.audit.otherwise import every_sum
from graadmeter.protect.audit.rounded_words import Known, too_well_known
from graadmeter.protect.audit.rows import Row, rows_of
from graadmeter.protect.audit.sums import Sum
from graadmeter.protect.earlier import Earlier
from graadmeter.protect.matching import Matcher
from graadmeter.protect.request import Request
from graadmeter.protect.system import UNBOUNDED, Rows, System

_MOST = 5
_CAPS = (2, 3, 4)
"""How many times the cap is tried when figures turn out to tell too much."""


@dataclass
class _Book:
    """What was read: counts by spot, what is shown of them, now and before, and what is wrong."""

    figures: dict[Spot, Figure] = field(default_factory=dict)
    shown: dict[Spot, int] = field(default_factory=dict)
    before: dict[Spot, list[int]] = field(default_factory=dict)
    people: dict[Spot, int] = field(default_factory=dict)
    """The inhabitants that a count is a share of."""
    within: dict[tuple[Spot, Spot], None] = field(default_factory=dict)
    """Numerators and the counts they are a share of."""
    wrong: list[Text] = field(default_factory=list)

    def note(self, where: str, nl: str, en: str) -> None:
        """Notes a mistake."""
        self.wrong.append(Text(f"{where}: {nl}", f"{where}: {en}"))


def require_additive(shown: pa.Table, request: Request, *, advice: bool = True) -> dict[str, object]:
    """What was looked at, as JSON values, when `shown` are the measured cells of the request rounded as policies say.

    Raises DisclosureError, with what is wrong in words: a count between nothing and the threshold, one further from
    the truth than the cap, a total that is not the sum of its parts, a share of other counts, a small count that is
    rounded otherwise than in an earlier release, or a small count of which the published figures leave too few
    possible values, to outsiders or to insiders who know their own counts exactly.
    """
    rows = rows_of(shown, request.measured, request.indicators, request.policies)
    book = _Book()
    _read_earlier(book, rows, _shown_before(request.measured, request.earlier))
    for row in rows:
        _read_count(book, row)
    for row in rows:
        _read_share(book, row)
    for spot, figure in book.figures.items():
        _follow_rule(book, spot, figure)
    sums = attacked = 0
    known: list[tuple[_Attack, list[Known]]] = []
    for year in sorted({spot.period[:4] for spot in book.figures}):
        figures = {spot: one for spot, one in book.figures.items() if spot.period[:4] == year}
        told = [*every_sum(figures, request.indicators, request.region.areas)]
        sums += sum(_adds_up(book, one) for one in told)
        readers = _readers(figures, request)
        for reader in readers if not book.wrong else ():
            one = _Attack(figures, told, reader)
            many, found = _attack(book, one)
            attacked += many
            known += [(one, found)] if found else []
    _require_nothing(book.wrong)
    if known:
        every = [leak for _, found in known for leak in found]
        cap = _wide_enough(book, [one for one, _ in known]) if advice else 0
        raise too_well_known(every, cap=cap, shown_before=bool(book.before))
    names = sorted({row.line.indicator for row in rows})
    years = sorted({int(spot.period[:4]) for spot in book.figures}) if request.insiders is not None else []
    return {
        "indicators": names,
        "counts": len(book.figures),
        "sums_that_hold": sums,
        "counts_attacked": attacked,
        **({"years_attacked_from_inside": years} if years else {}),
    }


@dataclass(frozen=True)
class _Reader:
    """Somebody who reads the release: what he knows exactly, and what he may not work out."""

    name: str
    own: frozenset[Spot] = frozenset()
    others: frozenset[Spot] | None = None
    """None: everything that is small."""


@dataclass(frozen=True)
class _Attack:
    """The counts of a year, the sums between them, and who reads them."""

    figures: Mapping[Spot, Figure]
    sums: Sequence[Sum]
    reader: _Reader


def _wide_enough(book: _Book, attacks: Sequence[_Attack]) -> int:
    """The least cap of some with which the same figures would leave enough values; 0 when none of them does."""
    now = max(figure.policy.cap for one in attacks for figure in one.figures.values())
    for cap in (now + now // 2, *(now * times for times in _CAPS)):
        wider = [
            replace(one, figures={spot: _with_cap(figure, cap) for spot, figure in one.figures.items()})
            for one in attacks
        ]
        if not any(_attack(book, one)[1] for one in wider):
            return cap
    return 0


def _with_cap(figure: Figure, cap: int) -> Figure:
    return replace(figure, policy=replace(figure.policy, cap=cap))


def _readers(figures: Mapping[Spot, Figure], request: Request) -> list[_Reader]:
    """An outsider, every insider, and those who know the counts of several areas."""
    if request.insiders is None:
        return [_Reader("")]
    whose = dict(zip(figures, owners(list(figures.values()), request.region.areas, request.insiders), strict=True))
    found = [_Reader("")]
    for who in [*(frozenset({name}) for name in sorted({*whose.values()} - {""})), *request.together]:
        own = frozenset(spot for spot, name in whose.items() if name in who)
        others = frozenset(spot for spot, name in whose.items() if name and name not in who)
        found.append(_Reader(f" ({' + '.join(sorted(who))})", own, others))
    return found


def _shown_before(measured: pa.Table, earlier: Sequence[Earlier]) -> dict[int, list[float]]:
    """Per row what earlier releases showed, oldest first."""
    found: dict[int, list[float]] = {}
    matcher = Matcher(measured)
    for one in earlier:
        for place, value in zip(matcher.places(one.cells).tolist(), one.cells["value"].to_pylist(), strict=True):
            if place >= 0 and value is not None:
                found.setdefault(place, []).append(value)
    return found


def _read_earlier(book: _Book, rows: Sequence[Row], before: Mapping[int, list[float]]) -> None:
    for place, values in before.items():
        row = rows[place]
        if not row.line.measure.of_two:
            spot = Spot(row.line.top, row.area, row.period)
            book.before.setdefault(spot, []).extend(round(value) for value in values)


def _read_count(book: _Book, row: Row) -> None:
    if row.line.measure.of_two or row.counted is None or row.status == CellStatus.NOT_DELIVERED:
        return
    spot = Spot(row.line.top, row.area, row.period)
    figure = Figure(spot, row.counted, row.line.policy, row.line.indicator, printed=True)
    if row.shown is None or row.shown != round(row.shown):
        book.note(figure.name, "geen heel aantal", "not a whole number")
        return
    known = book.figures.setdefault(spot, figure)
    if known.truth != row.counted or book.shown.setdefault(spot, round(row.shown)) != round(row.shown):
        book.note(figure.name, "staat er twee keer, verschillend", "is there twice, and differs")


def _read_share(book: _Book, row: Row) -> None:
    """Whether a figure of two counts is that of the rounded counts, which must both be shown."""
    if not row.line.measure.of_two or row.counted is None or row.status == CellStatus.NOT_DELIVERED:
        return
    top = Spot(row.line.top, row.area, row.period)
    name = f"{row.line.indicator} {row.line.unit} {row.area} {row.period}"
    below = None if row.line.below is None else Spot(row.line.below, row.area, row.period)
    if top not in book.shown or (below is not None and below not in book.shown):
        book.note(name, "de aantallen waar het uit volgt staan er niet bij", "the counts it follows from are not there")
        return
    whole = book.shown[below] if below is not None else row.whole or 0
    if row.line.unit.is_share:
        if below is None:
            book.people[top] = min(whole, book.people.get(top, whole))
        else:
            book.within[top, below] = None
        if book.shown[top] > whole > 0:
            book.note(name, "meer dan het geheel", "more than the whole")
    if row.shown != _quotient(row, book.shown[top], whole):
        book.note(name, "volgt niet uit de afgeronde aantallen", "does not follow from the rounded counts")


def _quotient(row: Row, top: int, whole: int) -> float | None:
    if row.line.measure.minus is not None:
        return float(top - whole)
    if not whole:
        return None
    share = Decimal(row.line.unit.multiplier * top) / Decimal(whole)
    return float(share.quantize(Decimal(1).scaleb(-row.line.unit.decimals), ROUND_HALF_UP))


def _follow_rule(book: _Book, spot: Spot, figure: Figure) -> None:
    """Whether a figure is one that the rule allows for its count, and that earlier releases leave open."""
    base, cap, truth, shown = figure.policy.threshold, figure.policy.cap, figure.truth, book.shown[spot]
    before = book.before.get(spot, [])
    if 0 < shown < base or (truth == 0 and shown):
        book.note(figure.name, "een klein aantal", "a small count")
    elif abs(shown - truth) > cap or (truth >= base > shown) or (0 < truth < base < shown):
        book.note(figure.name, "te ver van het echte aantal", "too far from the true count")
    elif 0 < truth < base and before and before[-1] in {0, base} and shown != before[-1]:
        book.note(figure.name, "anders afgerond dan in een eerdere uitgave", "rounded otherwise than in an earlier one")
    rest = book.people.get(spot, 0) - truth
    if truth >= base and 0 < rest < base and 0 < book.people[spot] - shown < base:
        book.note(figure.name, "laat te weinig inwoners over", "leaves out too few inhabitants")


def _adds_up(book: _Book, one: Sum) -> bool:
    """Whether a sum of the counts, if they add up, is one of the figures too."""
    if one.tie != "same" or one.over:
        return False
    parts = sum(book.shown.get(part.spot, 0) for part in one.parts)
    if parts != sum(book.shown.get(whole.spot, 0) for whole in one.wholes):
        book.note(one.whole.name, "de delen tellen niet op tot het geheel", "the parts do not add up to the whole")
    return True


def _attack(book: _Book, one: _Attack) -> tuple[int, list[Known]]:
    """Looks for small counts that the figures, the rule, the sums and what the reader knows leave too few values for.

    Returns how many small counts there were, and these.
    """
    figures, sums, reader = one.figures, one.sums, one.reader
    spots = list(figures)
    number = {spot: place for place, spot in enumerate(spots)}
    truth = np.array([figures[spot].truth for spot in spots], dtype=np.int64)
    own = np.array([spot in reader.own for spot in spots], dtype=np.bool_)
    bounds = [_bounds(book, figures[spot]) for spot in spots]
    low, high = (np.where(own, truth, np.array([one[end] for one in bounds], dtype=np.int64)) for end in (0, 1))
    asked = np.array([_is_secret(figures[spot], reader) for spot in spots], dtype=np.bool_)
    interval = np.array([figures[spot].policy.interval for spot in spots], dtype=np.int64)
    people = np.array([book.people.get(spot, UNBOUNDED) for spot in spots], dtype=np.int64)
    size = len(spots)
    system = System(
        value=truth, floor=low, ceiling=high,
        # Where three people live, nobody can be made to believe in more.
        need=np.where(asked, np.minimum(interval, people), 0),
        cost=np.zeros(size), sensitive=asked,
        latent=np.ones(size, dtype=np.bool_), frozen=np.zeros(size, dtype=np.bool_),
        module=np.full(size, -1, dtype=np.int64), rows=_rows(number, figures, sums, book),
    )  # fmt: skip
    known = []
    for leak in audit(system, system.latent).leaks:
        figure = figures[spots[int(leak.name.split()[-1])]]
        name = f"{figure.name}{reader.name}"
        known.append(Known(name, figure.indicator, figure.policy, leak.low, leak.high))
    return int(asked.sum()), known


def _is_secret(figure: Figure, reader: _Reader) -> bool:
    mine = reader.others is None or figure.spot in reader.others
    return mine and 0 < figure.truth < figure.policy.threshold


def _bounds(book: _Book, figure: Figure) -> tuple[int, int]:
    """Between what an outsider knows a count to be: from the figure, and from earlier ones if it did not change."""
    spot = figure.spot
    low, high = 0, book.people.get(spot, UNBOUNDED)
    for shown in (book.shown[spot], *book.before.get(spot, [])):
        least, most = _behind(shown, figure.policy)
        if least <= figure.truth <= most:
            low, high = max(low, least), min(high, most)
    return low, max(high, figure.truth)


def _behind(shown: int, policy: Policy) -> tuple[int, int]:
    """The counts that may stand behind a figure."""
    if shown == 0:
        return 0, policy.threshold - 1
    return (1 if shown == policy.threshold else max(policy.threshold, shown - policy.cap)), shown + policy.cap


def _rows(number: Mapping[Spot, int], figures: Mapping[Spot, Figure], sums: Sequence[Sum], book: _Book) -> Rows:
    """All sums between the true counts, which an outsider knows to hold."""
    ties = [(one.wholes, one.parts, one.tie, one.over) for one in sums if one.tie != "cover" or one.over >= 0]
    for top, whole in book.within:
        if top in number and whole in number and figures[top].truth <= figures[whole].truth:
            ties.append(((figures[whole],), (figures[top],), "rest", figures[top].truth - figures[whole].truth))
    row: list[int] = []
    cell: list[int] = []
    coef: list[int] = []
    for place, (wholes, parts, _, _) in enumerate(ties):
        terms = [number[one.spot] for one in (*parts, *wholes)]
        row += [place] * len(terms)
        cell += terms
        coef += [1] * len(parts) + [-1] * len(wholes)
    below = _limits(ties, lambda tie, over: {"cover": over, "rest": UNBOUNDED}.get(tie, 0))
    above = _limits(ties, lambda tie, over: {"cover": UNBOUNDED, "rest": -over}.get(tie, 0))
    entries = (np.array(one, dtype=np.int64) for one in (row, cell, coef))
    owner, column, sign = entries
    return Rows.of(owner, column, sign, below, above)


_Tie = tuple[tuple[Figure, ...], tuple[Figure, ...], str, int]
"""What parts add up to, these parts, how they are tied, and what they have more."""


def _limits(ties: Sequence[_Tie], of: Callable[[str, int], int]) -> Ints:
    return np.array([of(tie, over) for _, _, tie, over in ties], dtype=np.int64)


def _require_nothing(wrong: Sequence[Text]) -> None:
    if wrong:
        raise DisclosureError(
            Text(
                f"Er wordt niets gepubliceerd: {len(wrong)} afgeronde cijfers kloppen niet. "
                + "; ".join(text.nl for text in wrong[:_MOST]),
                f"Nothing is published: {len(wrong)} rounded figures are not right. "
                + "; ".join(text.en for text in wrong[:_MOST]),
            )
        )
