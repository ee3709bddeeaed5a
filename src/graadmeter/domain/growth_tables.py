"""The model table from which is told how complete the newest quarters are: how figures grew with each delivery."""

from enum import StrEnum

from graadmeter.domain.tables import Column, Table, Type

_T, _I, _B = Type.TEXT, Type.INT, Type.BIGINT


class Family(StrEnum):
    """What is followed as it becomes known; the value is what the `familie` column holds."""

    YOUTH_BEGUN = "jeugdhulp_begonnen"
    """Trajectories of youth help begun before the 18th birthday, by the quarter of their first day."""
    WMO_BEGUN = "wmo_begonnen"
    """The same of the Wmo, at any age."""
    CLAIMED = "uitgaven"
    """Amounts claimed, in eurocents, by the quarter of the care; what was credited later goes off when it was."""


AANGROEI = Table(
    "aangroei",
    "how figures grew: what became known of a quarter with the delivery of a quarter, of one municipality",
    (
        Column("familie", _T, "one of Family"),
        Column("gemeente", _T, "responsible municipality"),
        Column("kw", _I, "quarter in which it happened"),
        Column("kw_bekend", _I, "quarter of the delivery with which it became known; not before `kw`"),
        Column("aantal", _B, "trajectories, or eurocents (negative when more was credited than claimed)"),
    ),
)

GROWTH_MODEL = (AANGROEI,)
