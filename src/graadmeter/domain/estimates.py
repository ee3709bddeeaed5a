"""The shape of an estimated final figure: what an incomplete quarter will come to. It is never taken for a figure."""

from enum import StrEnum

from graadmeter.domain.cells import DIMENSIONS, PUBLISHED, TOTAL
from graadmeter.domain.tables import Column, Table, Type
from graadmeter.domain.text import Text


class Basis(StrEnum):
    """Whether there is an estimate, and if not why; the value is what the `basis` column holds."""

    ESTIMATED = "geschat"
    TOO_FEW = "nog_niet_compleet"
    """Too few deliveries are stored to tell how a quarter fills up."""
    NOT_DELIVERED = "niet_aangeleverd"
    """The newest delivery, or one of a municipality of the region, is not there."""
    NOT_SHOWN = "niet_getoond"
    """The estimate would tell something of a figure that is hidden. Only in a release."""

    @property
    def label(self) -> Text:
        """The words a reader sees."""
        return _LABELS[self]


_LABELS = {
    Basis.ESTIMATED: Text("nog niet compleet; geschat eindcijfer", "not yet complete; estimated final figure"),
    Basis.TOO_FEW: Text("nog niet compleet", "not yet complete"),
    Basis.NOT_DELIVERED: Text("niet aangeleverd", "not delivered"),
    Basis.NOT_SHOWN: Text("nog niet compleet; niet geschat om afgeschermde cijfers", "not yet complete; not estimated"),
}

ESTIMATES = Table(
    "estimates",
    "unprotected estimates of final figures; never leaves the region's own workspace",
    (
        Column("family", Type.TEXT, "one of domain.growth_tables.Family"),
        Column("indicator", Type.TEXT, "indicator whose figure it estimates"),
        Column("unit", Type.TEXT, "unit of that figure"),
        Column("stroom", Type.TEXT, "its stroom, or 'total'"),
        Column("area", Type.TEXT, "region or municipality"),
        Column("level", Type.TEXT, "regio or gemeente"),
        Column("period", Type.TEXT, "CBS code of the quarter"),
        Column("stage", Type.TEXT, "voorlopig or nader_voorlopig"),
        Column("basis", Type.TEXT, "one of Basis"),
        Column("deliveries", Type.INT, "quarters delivered: of a region, by the municipality with the fewest"),
        Column("value", Type.DOUBLE, "what is known, equal to the figure; empty when not delivered", nullable=True),
        Column("completeness", Type.DOUBLE, "share of the final figure known at this age, 0-1", nullable=True),
        Column("estimate", Type.DOUBLE, "estimated final figure", nullable=True),
        Column("low", Type.DOUBLE, "lower limit of the 95 % band", nullable=True),
        Column("high", Type.DOUBLE, "upper limit of the 95 % band", nullable=True),
    ),
)

_CELL = ("indicator", "unit", "area", "area_vintage", "level", "period", "period_type", *DIMENSIONS)

COMPLETENESS = Table(
    "completeness",
    "how complete the figures of the newest quarters are, and what they will probably come to: estimates, not figures",
    (
        *(column for column in PUBLISHED.columns if column.name in _CELL),
        Column("stage", Type.TEXT, "voorlopig or nader_voorlopig"),
        Column("basis", Type.TEXT, "geschat, nog_niet_compleet or niet_getoond"),
        Column("value", Type.DOUBLE, "the figure itself, as in the cells"),
        Column("completeness", Type.INT, "percentage of a final figure that is usually known by now", nullable=True),
        Column("estimate", Type.DOUBLE, "estimated final figure; amounts in whole thousands", nullable=True),
        Column("low", Type.DOUBLE, "lower limit of the 95 % band, rounded down", nullable=True),
        Column("high", Type.DOUBLE, "upper limit of the 95 % band, rounded up", nullable=True),
    ),
)
"""Key columns of a cell, so that an estimate finds its figure; every dimension but stroom is always 'total'."""

TOTALS = {name: TOTAL for name in DIMENSIONS if name != "stroom"}
