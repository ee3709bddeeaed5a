"""The shape of a cell: the columns that every published or measured figure has, and its possible dimensions."""

from graadmeter.domain.tables import Column, Table, Type

TOTAL = "total"
"""What a dimension column holds when the figure is not broken down by it."""

DIMENSIONS = (
    "stroom",
    "hulpvorm",
    "maatregel",
    "wmo_vorm",
    "geslacht",
    "leeftijdsgroep",
    "verwijzer",
    "aanbieder",
    "kostensoort",
    "aantal_voorzieningen",
    "wettengroep",
    "financiering",
    "reden",
    "informant",
    "instrument",
    "vraag",
    "stap",
    "spoed",
    "wachtklasse",
    "onderwijssoort",
    "ondersteuning",
    "verzuim",
    "regeling",
    "productgroep",
    "paar",
    "verstreken",
    "component",
    "statistiek",
)

_KEY = (
    Column("indicator", Type.TEXT, "id of the indicator definition"),
    Column("unit", Type.TEXT, "personen, huishoudens, trajecten, aanbieders, aantal, euro, procent, per_1000, ..."),
    Column("area", Type.TEXT, "area code"),
    Column("area_vintage", Type.INT, "year of the area's borders"),
    Column("level", Type.TEXT, "regio, gemeente, wijk or wijkgroep (merged wijken)"),
    Column("period", Type.TEXT, "CBS period code"),
    Column("period_type", Type.TEXT, "kwartaal, halfjaar or jaar"),
    *(Column(name, Type.TEXT, f"code of {name}, or 'total'") for name in DIMENSIONS),
)

MEASURED = Table(
    "measured",
    "unprotected cells as measured; never leaves the region's own workspace",
    (
        *_KEY,
        Column("value", Type.DOUBLE, "the figure; empty when not delivered", nullable=True),
        Column("status", Type.TEXT, "value, zero, provisional or not_delivered"),
        Column("definition_version", Type.INT, "version of the indicator definition"),
        Column("edition", Type.TEXT, "release the figure belongs to"),
        Column("numerator", Type.DOUBLE, "for shares: the count above the line", nullable=True),
        Column("denominator", Type.DOUBLE, "for shares: the count below the line", nullable=True),
        Column(
            "contributors",
            Type.BIGINT,
            "for euro: distinct persons the money was claimed for; for derived figures: persons (or rows) behind it",
            nullable=True,
        ),
        Column("providers", Type.BIGINT, "for euro and prices: distinct providers behind it", nullable=True),
    ),
)
"""`contributors` and `providers` must be filled for every euro cell that is not zero, and `contributors` for every
derived figure; `protect` hides one without."""

_INSIDE = 4
"""How many columns at the end of MEASURED never leave the region."""

PUBLISHED = Table("cells", "protected cells of a release", MEASURED.columns[:-_INSIDE])

KEY_COLUMNS = tuple(column.name for column in _KEY)
