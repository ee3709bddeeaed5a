"""The model table of episodes: trajectories of one person that overlap or lie no further apart than a tolerance."""

from graadmeter.domain.tables import Column, Table, Type

_T, _I, _B, _D = Type.TEXT, Type.INT, Type.BIGINT, Type.DATE

TOLERANCES = (28, 91)
"""The tolerances in days that are published side by side."""

HULPEPISODE = Table(
    "hulpepisode",
    "one row per unbroken episode of youth help begun before the 18th birthday, per tolerance",
    (
        Column("persoon", _B, "see persoon"),
        Column("gemeente", _T, "responsible municipality"),
        Column("tolerantie", _I, "days without help that are bridged: 28 or 91"),
        Column("begin", _D, "first day of the first trajectory"),
        Column("einde", _D, "last day of the last; empty while one is running", nullable=True),
        Column("trajecten", _I, "trajectories it is made of"),
    ),
)

EPISODE_MODEL = (HULPEPISODE,)
