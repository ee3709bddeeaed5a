"""In which municipality a row counts, quarter by quarter, under each area rule; outside the region it counts nowhere.

By address a row counts where the person lived in that quarter. Whose address is not told counts in the responsible
municipality. Who moves in a period counts in both municipalities, and once in the region, as CBS counts.
"""

from sqlglot import exp

from graadmeter.domain.areas import Level
from graadmeter.domain.counting_rules import AgeRange, AreaRule
from graadmeter.measure.moments import Window
from graadmeter.measure.syntax import (
    Exp,
    bit_or,
    both,
    coalesce,
    col,
    joined,
    least,
    num,
    same,
    select,
    source,
    stacked,
    sub,
    text,
)
from graadmeter.measure.tables import AREAS, PREFIX, Node

ROWS = {rule: f"{PREFIX}regelrij_{rule}" for rule in AreaRule}
"""Rows regeltraject, persoon, plaats, in_natura, samen, los and a bitmap per age range and closing, by area rule."""

_ALL = f"{PREFIX}regelrij"
_ELSEWHERE = f"{PREFIX}regelelders"
_AWAY = f"{PREFIX}regelweg"
_SPANS = {AgeRange.MINOR: ("jeugd_van", "jeugd_tot"), AgeRange.YOUNG: ("jong_van", "jong_tot")}
_KEYS = ("persoon", "gemeente")
_KEPT = ("regeltraject", "persoon", "in_natura", "samen", "los")

MASKS = {
    (age, closing): f"m{number}"
    for number, (age, closing) in enumerate((age, closing) for age in AgeRange for closing in (False, True))
}
"""The bitmap column per age range and closing."""


def place_nodes(window: Window) -> tuple[Node, ...]:
    """The tables up to `ROWS`, in order."""
    return (
        Node(_ALL, _all_rows(window)),
        Node(_ELSEWHERE, _elsewhere(window)),
        Node(_AWAY, select({**_keys(), "weg": bit_or(col("hier"))}, _ELSEWHERE, group=_KEYS)),
        Node(ROWS[AreaRule.RESPONSIBLE], _in_region(_placed(col("gemeente", "r"), _own_masks()))),
        Node(ROWS[AreaRule.ADDRESS], stacked([_in_region(_stayed()), _in_region(_gone())])),
    )


def _keys(table: str | None = None) -> dict[str, Exp]:
    return {name: col(name, table) for name in _KEYS}


def _all_rows(window: Window) -> exp.Select:
    masks: dict[str, Exp] = {}
    for (age, closing), name in MASKS.items():
        start, end = _SPANS[age]
        until: Exp = least(col(end), col("kw_gesloten")) if closing else col(end)
        masks[name] = coalesce(window.span(col(start), until), num(0))
    kept: dict[str, Exp] = {name: col(name) for name in (*_KEPT, "gemeente")}
    return select({**kept, **masks}, "regeltraject")


def _elsewhere(window: Window) -> exp.Select:
    keys: dict[str, Exp] = {**_keys(), "plaats": col("woongemeente")}
    return select({**keys, "hier": bit_or(window.bit(col("kwartaal")))}, "regeladres", group=keys)


def _own_masks() -> dict[str, Exp]:
    return {name: col(name, "r") for name in MASKS.values()}


def _placed(place: Exp, masks: dict[str, Exp]) -> exp.Select:
    kept: dict[str, Exp] = {name: col(name, "r") for name in _KEPT}
    return select({**kept, "plaats": place, **masks}, source(_ALL, "r"))


def _stayed() -> exp.Select:
    """Rows in the responsible municipality, without the quarters in which the person lived elsewhere."""
    away = coalesce(col("weg", "w"), num(0))
    masks: dict[str, Exp] = {name: mask - both(mask, away) for name, mask in _own_masks().items()}
    return joined(_placed(col("gemeente", "r"), masks), _AWAY, "w", same(_KEYS, "w", "r"), left=True)


def _gone() -> exp.Select:
    masks: dict[str, Exp] = {name: both(mask, col("hier", "e")) for name, mask in _own_masks().items()}
    return joined(_placed(col("plaats", "e"), masks), _ELSEWHERE, "e", same(_KEYS, "e", "r"))


def _in_region(rows: exp.Select) -> exp.Select:
    names = (*_KEPT, "plaats", *MASKS.values())
    codes = exp.select("code").from_(AREAS).where(col("level").eq(text(Level.MUNICIPALITY.value)))
    inside = exp.In(this=col("plaats", "p"), query=exp.Subquery(this=codes))
    return select({name: col(name, "p") for name in names}, sub(rows, "p"), where=inside)
