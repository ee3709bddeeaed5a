"""Figures under several counting rules and the steps between them: as they are counted, and as a release shows them."""

from enum import StrEnum

from graadmeter.domain.tables import Column, Table, Type
from graadmeter.domain.text import Text

_T, _I, _B = Type.TEXT, Type.INT, Type.BIGINT


class Part(StrEnum):
    """What a row of RULES tells of a place on the way from one rule to another; the value is what `part` holds."""

    FIGURE = "figure"
    ENTERED = "entered"
    LEFT = "left"

    @property
    def label(self) -> Text:
        """The words a reader sees."""
        return _PARTS[self]


_PARTS = {
    Part.FIGURE: Text("cijfer", "figure"),
    Part.ENTERED: Text("erbij", "added"),
    Part.LEFT: Text("eraf", "taken off"),
}

_PLACE = (
    Column("area", _T, "region or municipality"),
    Column("year", _I, "calendar year"),
    Column("start", _T, "rule at which the steps begin"),
    Column("end", _T, "rule at which they end"),
    Column("place", _I, "0: the figure under the first rule; then the steps, in order"),
    Column("cause", _T, "one of Cause: the switch changed by this step; empty at place 0"),
    Column("period", _T, "CBS code of the period that is counted at this place"),
)

RULE_COUNTS = Table(
    "rule_counts",
    "young people with youth help on the way from one counting rule to another; not protected",
    (
        *_PLACE,
        Column("inhabitants", _B, "inhabitants of the ages that count here; 0 when not delivered"),
        Column("figure", _B, "persons who count after this step"),
        Column("entered", _B, "persons whom the step adds"),
        Column("left", _B, "persons whom the step takes off"),
    ),
)

RULES = Table(
    "rules",
    "young people with youth help under every counting rule, and whom each step between rules adds or takes off",
    (
        Column("indicator", _T, "jeugdhulp"),
        Column("unit", _T, "personen"),
        Column("level", _T, "regio or gemeente"),
        Column("area_vintage", _I, "year of the borders"),
        *_PLACE,
        Column("part", _T, "one of Part: the figure itself, or whom the step adds or takes off"),
        Column("inhabitants", _B, "inhabitants of the ages that count here; public", nullable=True),
        Column("value", Type.DOUBLE, "persons; empty when hidden", nullable=True),
        Column("status", _T, "value, zero, suppressed or carried"),
        Column("since", _T, "edition in which the year was first published"),
    ),
)
"""A part that cannot be anything but nought (nobody leaves when the ages are widened) has no row."""
RULES_KEY = ("area", "year", "start", "end", "place", "part")
