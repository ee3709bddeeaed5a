"""How inhabitants live, as an event and a model table: totals per wijk, age and sex, no persons."""

from graadmeter.domain.tables import Column, Table, Type

_T, _I = Type.TEXT, Type.INT
_WHO = (
    Column("leeftijd", _I, "age in whole years on 1 January (95 = 95 and older)"),
    Column("geslacht", _T, "m or v"),
    Column("aantal", _I, "inhabitants"),
    Column("in_instelling", _I, "of them in an institutional household"),
)

WOONVORM_EVENT = Table(
    "woonvorm",
    "inhabitants of a delivery that tells how many of them live in an institution",
    (
        Column("sessie", _T, "delivery session"),
        Column("kwartaal", _I, "quarter index of the delivery"),
        Column("gemeente", _T, "GM code"),
        Column("wijk", _T, "WK code; WK....XX when not an area of the vintage"),
        Column("jaar", _I, "year"),
        *_WHO,
    ),
)

WOONVORM = Table(
    "woonvorm",
    "inhabitants on 1 January and how many of them live in an institution; only where that was delivered",
    (
        Column("gemeente", _T, "GM code"),
        Column("kwartaal", _I, "first quarter of the year"),
        Column("wijk", _T, "WK code"),
        *_WHO,
    ),
)

LIVING_EVENTS = (WOONVORM_EVENT,)
LIVING_MODEL = (WOONVORM,)
HEADS = {WOONVORM.name: "aantal", "interventie": "gezien"}
"""Tables of which a row stands for several people, and the column that says how many."""
