"""Figures by the rule of another beside what that other publishes: the shapes of publications and of a release."""

from graadmeter.domain.comparison import Comparator
from graadmeter.domain.tables import Column, Table, Type

_T, _I, _B, _D = Type.TEXT, Type.INT, Type.BIGINT, Type.DOUBLE

RULE_BENCHMARKS = Table(
    "rule_benchmarks",
    "shares of young people with youth help as others publish them, with the rule they were counted by",
    (
        Column("indicator", _T, "id of the indicator that counts the same"),
        Column("scope", _T, "nation or size_class"),
        Column("area", _T, "municipality whose size class it is; empty for the nation"),
        Column("period", _T, "CBS code of the period"),
        Column("rule", _T, "counting rule; empty when it is not the one that holds now"),
        Column("age", _T, "ages that were counted, above and below the line"),
        Column("borders", _I, "year of the borders, or of the list of size classes"),
        Column("value", _D, "per cent of all young people of these ages"),
        Column("source", _T, "where it was published"),
    ),
)


def _against(name: Comparator) -> tuple[Column, ...]:
    what = name.label.en
    return (
        Column(f"{name}_value", _D, f"share of the {what}, in per cent", nullable=True),
        Column(f"{name}_class", _T, f"one of Standing: against the {what}", nullable=True),
        Column(f"{name}_status", _T, "one of Reason"),
        Column(f"{name}_source", _T, f"where the share of the {what} was published", nullable=True),
    )


SCOPES = (Comparator.NATION, Comparator.SIZE_CLASS)

RULE_COMPARISON = Table(
    "rule_comparison",
    "every figure under a counting rule that the release shows, as a share of inhabitants, beside figures by that rule",
    (
        Column("indicator", _T, "jeugdhulp"),
        Column("unit", _T, "procent"),
        Column("area", _T, "region or municipality"),
        Column("level", _T, "regio or gemeente"),
        Column("year", _I, "calendar year"),
        Column("period", _T, "CBS code of the period that is counted"),
        Column("rule", _T, "counting rule"),
        Column("age", _T, "ages that count, above and below the line"),
        Column("count", _D, "persons, as in rules"),
        Column("inhabitants", _B, "inhabitants of those ages on 1 January"),
        Column("value", _D, "per cent of the inhabitants"),
        Column("low_95", _D, "lower end of the 95 % interval (Wilson)"),
        Column("high_95", _D, "upper end of the 95 % interval"),
        *(column for name in SCOPES for column in _against(name)),
    ),
)
RULE_COMPARISON_KEY = ("area", "year", "rule")
