"""Reads the counts of an indicator's YAML: what is counted, in which rows, when."""

from collections.abc import Mapping
from typing import Any

from graadmeter.catalogue.groups_of_rows import groups_of, read_groups
from graadmeter.catalogue.indicator_moments import read_moment
from graadmeter.catalogue.predicates import check_predicate, check_value, countable_columns
from graadmeter.catalogue.refusals import check_keys, member, refuse, unknown
from graadmeter.domain.indicators import AgeScope, Count, Delivered, Group, Moment, Unit
from graadmeter.domain.sources import COUNTABLE, has_column
from graadmeter.domain.text import Text

_NEEDS = {
    Unit.PERSONS: "persoon",
    Unit.HOUSEHOLDS: "persoon",
    Unit.PROVIDERS: "aanbieder",
}
"""The column that a table must have for its rows to tell of distinct things."""
_ADDITIVE = {Unit.TRAJECTORIES, Unit.EURO, Unit.NUMBER, Unit.DAYS}
_OF_SPANS = (Moment.ACTIVE, Moment.AT_START, Moment.AT_END)
"""Moments that look at the quarters in which a trajectory runs, not at its first or last day."""
_WITH_TRAJECTORIES = ("traject", "bij_traject")


def read_count(unit: str, content: Mapping[str, Any]) -> Count:
    """One named count; raises CatalogueError for unknown tables, columns, units, ages or moments."""
    check_keys(unit, content, ("of", "table"), ("where", "age", "moment", "distinct", "value", "groups", "delivered"))
    table = str(content["table"])
    if table not in COUNTABLE:
        raise unknown(unit, Text("de tabel", "table"), table, COUNTABLE)
    where, value = str(content.get("where", "TRUE")), str(content.get("value", ""))
    check_predicate(unit, where, table)
    check_value(unit, value, table)
    when = read_moment(unit, content.get("moment", Moment.ACTIVE), table)
    count = Count(
        of=member(unit, Text("de eenheid", "unit"), content["of"], Unit),
        table=table,
        where=where,
        age=member(unit, Text("de leeftijdsgrens", "age scope"), content.get("age", AgeScope.ALL), AgeScope),
        moment=when.moment,
        start=when.start,
        ends=when.ends,
        distinct=str(content.get("distinct", "")),
        value=value,
        groups=read_groups(unit, content.get("groups", {}), table),
        delivered=member(unit, Text("de levering", "delivery"), content.get("delivered", when.delivered), Delivered),
    )
    _check_count(unit, count)
    return count


def _check_count(unit: str, count: Count) -> None:
    if count.of not in _ADDITIVE and count.of not in _NEEDS:
        raise refuse(unit, Text(f"'{count.of}' is niet te tellen.", f"'{count.of}' cannot be counted."))
    needed = _NEEDS.get(count.of, "")
    if needed and not has_column(count.table, needed):
        known = [name for name in COUNTABLE if has_column(name, needed)]
        raise unknown(unit, Text(f"de tabel met {count.of}", f"table with {count.of}"), count.table, known)
    if count.of is Unit.TRAJECTORIES and count.table not in _WITH_TRAJECTORIES:
        raise unknown(unit, Text("de tabel met trajecten", "table with trajecten"), count.table, _WITH_TRAJECTORIES)
    if count.distinct and count.distinct not in countable_columns(count.table):
        raise unknown(unit, Text("de kolom", "column"), count.distinct, countable_columns(count.table))
    if count.distinct and (count.of is not Unit.NUMBER or count.value):
        words = Text("'distinct' hoort bij 'of: aantal' zonder 'value'.", "'distinct' is for 'of: aantal', no 'value'.")
        raise refuse(unit, words)
    _check_value(unit, count)
    _check_age(unit, count)


def _check_value(unit: str, count: Count) -> None:
    if count.value and count.of in _NEEDS:
        words = Text(f"{count.of} hebben geen 'value'.", f"{count.of} have no 'value'.")
        raise refuse(unit, words)
    amount = count.of is Unit.EURO and not has_column(count.table, "bedrag_cent")
    if not count.value and (count.of is Unit.DAYS or amount):
        raise refuse(unit, Text("zeg met 'value' wat er wordt opgeteld.", "say by 'value' what is added up."))


def _check_age(unit: str, count: Count) -> None:
    if count.age is AgeScope.ALL:
        return
    if count.age.by_year:
        _check_years(unit, count)
        return
    if count.age is AgeScope.TO_22 and not (count.moment in _OF_SPANS and has_column(count.table, "jong_van")):
        words = Text(
            "leeftijd 0-22 kan alleen bij trajecten, met moment active, at_start of at_end.",
            "age 0-22 is for trajectories only, with the moment active, at_start or at_end.",
        )
        raise refuse(unit, words)
    if not count.moment.of_trajectories:
        words = Text(
            f"leeftijd {count.age} kan alleen bij de momenten active, begun, ended, at_start en at_end van trajecten; "
            "gebruik anders 'where' (voor_18, leeftijd).",
            f"age {count.age} is only possible with the moments active, begun, ended, at_start and at_end of "
            "trajectories; use 'where' (voor_18, leeftijd) instead.",
        )
        raise refuse(unit, words)


def _check_years(unit: str, count: Count) -> None:
    if not has_column(count.table, "persoon"):
        words = Text(
            f"leeftijd {count.age} kan alleen in een tabel met personen; {count.table} kent ze niet.",
            f"age {count.age} is only possible in a table with persons; {count.table} knows none.",
        )
        raise refuse(unit, words)


def group_for(count: Count, dimension: str, member_code: str) -> Group | None:
    """The predicate of a member, its own or that of the catalogue; None when the member is a code in a column."""
    for group in (*count.groups, *groups_of(count.table)):
        if (group.dimension, group.member) == (dimension, member_code):
            return group
    return None


def grouped_members(count: Count, dimension: str) -> tuple[str, ...]:
    """The members that are predicates, in the order they are declared; the count's own replace the catalogue's."""
    own = tuple(group.member for group in count.groups if group.dimension == dimension)
    return own or tuple(group.member for group in groups_of(count.table) if group.dimension == dimension)
