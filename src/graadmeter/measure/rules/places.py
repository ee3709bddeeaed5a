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
    every,
    joined,
    known,
    least,
    num,
    same,
    select,
    source,
    stacked,
    text,
    when,
)
from graadmeter.measure.tables import AREAS, PREFIX, Node

ROWS = {rule: f"{PREFIX}regelrij_{rule}" for rule in AreaRule}
"""Per area rule: regeltraject, persoon, plaats, in_natura, samen, los and the bitmaps `MASKS`.

`plaats` is a municipality or the region; in each of them a trajectory has at most one row.
"""

FLAGS = ("in_natura", "samen", "los")
MASKS = {
    (age, closing): f"m{number}"
    for number, (age, closing) in enumerate((age, closing) for age in AgeRange for closing in (False, True))
}
"""The bitmap column per age range and closing."""

_ALL = f"{PREFIX}regelrij"
_ELSEWHERE = f"{PREFIX}regelelders"
_AWAY = f"{PREFIX}regelweg"
_INSIDE = f"{PREFIX}regelbinnen"
_SPANS = {AgeRange.MINOR: ("jeugd_van", "jeugd_tot"), AgeRange.YOUNG: ("jong_van", "jong_tot")}
_KEYS = ("persoon", "gemeente")
_KEPT = ("regeltraject", "persoon", *FLAGS)


def place_nodes(window: Window, code: str) -> tuple[Node, ...]:
    """The tables up to `ROWS`, in order; `code` is that of the region."""
    own: dict[str, Exp] = {name: col(name, "r") for name in MASKS.values()}
    responsible = [
        _in_region(_placed(place, own), col("gemeente", "r")) for place in (col("gemeente", "r"), text(code))
    ]
    inside = _municipality(col("plaats"))
    return (
        Node(_ALL, _all_rows(window)),
        Node(_ELSEWHERE, _elsewhere(window)),
        Node(_AWAY, select({**_keys(), "weg": bit_or(col("hier"))}, _ELSEWHERE, group=_KEYS)),
        Node(_INSIDE, select({**_keys(), "binnen": bit_or(col("hier"))}, _ELSEWHERE, where=inside, group=_KEYS)),
        Node(ROWS[AreaRule.RESPONSIBLE], stacked(responsible)),
        Node(ROWS[AreaRule.ADDRESS], stacked([_stayed(), _gone(), _in_region_by_address(code)])),
    )


def _keys() -> dict[str, Exp]:
    return {name: col(name) for name in _KEYS}


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


def _placed(place: Exp, masks: dict[str, Exp]) -> exp.Select:
    kept: dict[str, Exp] = {name: col(name, "r") for name in _KEPT}
    return select({**kept, "plaats": place, **masks}, source(_ALL, "r"))


def _municipality(place: Exp) -> exp.In:
    codes = exp.select("code").from_(AREAS).where(col("level").eq(text(Level.MUNICIPALITY.value)))
    return exp.In(this=place, query=exp.Subquery(this=codes))


def _in_region(rows: exp.Select, place: Exp) -> exp.Select:
    return rows.where(_municipality(place), copy=False)


def _home(mask: str) -> Exp:
    """The quarters in which the person did not live elsewhere."""
    own = col(mask, "r")
    return exp.Paren(this=own - both(own, coalesce(col("weg", "w"), num(0))))


def _stayed() -> exp.Select:
    """Rows in the responsible municipality, without the quarters in which the person lived elsewhere."""
    rows = _placed(col("gemeente", "r"), {name: _home(name) for name in MASKS.values()})
    return _in_region(joined(rows, _AWAY, "w", same(_KEYS, "w", "r"), left=True), col("gemeente", "r"))


def _gone() -> exp.Select:
    """Rows where the person lived elsewhere."""
    rows = _placed(col("plaats", "e"), {name: both(col(name, "r"), col("hier", "e")) for name in MASKS.values()})
    return _in_region(joined(rows, _ELSEWHERE, "e", same(_KEYS, "e", "r")), col("plaats", "e"))


def _in_region_by_address(code: str) -> exp.Select:
    """One row per trajectory: at home when the responsible municipality is of the region, or elsewhere in it."""
    masks: dict[str, Exp] = {}
    for name in MASKS.values():
        home = when(known(col("code", "g")), _home(name), num(0))
        masks[name] = home + both(col(name, "r"), coalesce(col("binnen", "i"), num(0)))
    rows = joined(_placed(text(code), masks), _AWAY, "w", same(_KEYS, "w", "r"), left=True)
    rows = joined(rows, _INSIDE, "i", same(_KEYS, "i", "r"), left=True)
    town = every([col("code", "g").eq(col("gemeente", "r")), col("level", "g").eq(text(Level.MUNICIPALITY.value))])
    return joined(rows, AREAS, "g", town, left=True)
