"""Columns of a row that follow from other rows of its person: `domain.slices.DERIVED` tells what each means."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sqlglot import exp

from graadmeter.catalogue.predicates import columns_in, parse_predicate
from graadmeter.domain.indicators import Count
from graadmeter.measure.moments import Window
from graadmeter.measure.syntax import Exp, coalesce, col, every, known, num, same, select, some, sub, text, unknown
from graadmeter.measure.tables import PREFIX, Node

_HELP = "soort = 'jeugdhulp'"
_KEY = "sleutel"
_QUARTERS = 100_000
"""More than any quarter index: person and quarter in one whole number."""
_YEAR = 4


def related_column(name: str, window: Window) -> Exp | None:
    """What stands in the place of the column; None when it is none of these."""
    if name == "jaar_gevolgd":
        return coalesce(col("kw_einde") <= num(window.last - _YEAR), exp.false())
    if name == "met_jeugdhulp":
        return _among(_person_quarter(coalesce(col("persoon"), num(-1))), name)
    return _among(col("traject"), name) if name in _NODES else None


def related_nodes(counts: Iterable[Count], window: Window | None = None) -> Iterator[Node]:
    """The tables behind the columns of this kind that the counts look at; of a window only what it looks at."""
    own = "traject" if window is None else window.rows_of("traject")
    texts = {text for count in counts for text in (count.where, *(group.where for group in count.groups))}
    wanted = {name for text in texts for name in columns_in(text)}
    yield from (Node(PREFIX + name, make(own)) for name, make in _NODES.items() if name in wanted)


def _among(key: Exp, name: str) -> exp.In:
    kept = "traject" if name != "met_jeugdhulp" else _KEY
    return exp.In(this=key, query=exp.Subquery(this=exp.select(kept).from_(PREFIX + name)))


def _repeated(table: str) -> exp.Query:
    start, end = col("begin", "t"), col("einde", "u")
    closed_before: list[Exp] = [end <= start - _interval(2, "DAY"), end >= start - _interval(5, "YEAR")]
    return _beside(_rows(_HELP, "begin", table=table), _rows(_HELP, "einde"), closed_before)


def _started_again(table: str) -> exp.Query:
    end, start = col("einde", "t"), col("begin", "u")
    after: list[Exp] = [start >= end + _interval(2, "DAY"), start <= end + _interval(1, "YEAR")]
    return _beside(_rows(_HELP, "einde", table=table), _rows(_HELP, "begin"), after)


def _with_residence(table: str) -> exp.Query:
    own = _rows("TRUE", "begin", "einde", table=table)
    return _beside(own, _rows("verblijf", "begin", "einde"), [_share_a_day()])


def _with_other_act(table: str) -> exp.Query:
    own, others = (_rows("TRUE", "wet", "begin", "einde", table=name) for name in (table, "traject"))
    return _beside(own, others, [col("wet", "u").neq(col("wet", "t")), _share_a_day()])


def _share_a_day() -> Exp:
    one = some([unknown(col("einde", "t")), col("begin", "u") <= col("einde", "t")])
    other = some([unknown(col("einde", "u")), col("einde", "u") >= col("begin", "t")])
    return every([one, other])


def _beside(own: exp.Select, others: exp.Select, conditions: Sequence[Exp]) -> exp.Query:
    """The trajectories (t) beside which the person has another one (u), as the conditions say."""
    other = [same(("persoon",), "u", "t"), col("traject", "u").neq(col("traject", "t"))]
    query = select({"traject": col("traject", "t")}, sub(own, "t"))
    return query.join(sub(others, "u"), on=every([*other, *conditions]), copy=False).distinct(copy=False)


def _rows(where: str, *names: str, table: str = "traject") -> exp.Select:
    columns: dict[str, Exp] = {name: col(name) for name in ("traject", "persoon", *names)}
    return select(columns, table, where=parse_predicate(where).copy())


def _pupils_with_help(_table: str) -> exp.Query:
    pupils = select({name: col(name) for name in ("persoon", "kwartaal")}, "onderwijs", where=known(col("persoon")))
    helped = select({name: col(name) for name in ("persoon", "jeugd_van", "jeugd_tot")}, "traject",
                    where=every([parse_predicate(_HELP).copy(), known(col("jeugd_van"))]))  # fmt: skip
    quarter = col("kwartaal", "o")
    now = [same(("persoon",), "t", "o"), col("jeugd_van", "t") <= quarter]
    now.append(some([unknown(col("jeugd_tot", "t")), col("jeugd_tot", "t") >= quarter]))
    key = _person_quarter(col("persoon", "o"), "o")
    query = select({_KEY: key}, sub(pupils, "o"))
    return query.join(sub(helped, "t"), on=every(now), copy=False).distinct(copy=False)


def _person_quarter(person: Exp, table: str | None = None) -> Exp:
    return person * num(_QUARTERS) + col("kwartaal", table)


def _interval(number: int, unit: str) -> exp.Interval:
    return exp.Interval(this=text(str(number)), unit=exp.var(unit))


_NODES: Mapping[str, Callable[[str], exp.Query]] = {
    "herhaald": _repeated,
    "met_jeugdhulp": _pupils_with_help,
    "naast_andere_wet": _with_other_act,
    "naast_verblijf": _with_residence,
    "nieuwe_start": _started_again,
}

RELATED = frozenset({"jaar_gevolgd", "met_jeugdhulp", *_NODES})
"""The columns of this kind: what they say of a row can change while the row itself does not."""
