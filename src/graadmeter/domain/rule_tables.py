"""Model tables from which youth help is counted under any counting rule: see docs/counting-rules.md.

The other model tables follow one rule, this monitor's own. What other rules need besides stands here and nowhere else:
days before the 23rd birthday, trajectories that were not merged, what CBS would close, where families live.
"""

from graadmeter.domain.tables import Column, Table, Type

_T, _I, _B, _F = Type.TEXT, Type.INT, Type.BIGINT, Type.BOOL

REGELTRAJECT = Table(
    "regeltraject",
    "one row per trajectory of youth help begun before the 23rd birthday, and one per piece of what was merged",
    (
        Column("regeltraject", _B, "number within this warehouse"),
        Column("persoon", _B, "see persoon"),
        Column("gemeente", _T, "responsible municipality (woonplaatsbeginsel)"),
        Column("in_natura", _F, "in kind (ZIN); otherwise PGB"),
        Column("samen", _F, "counts when overlapping trajectories are merged"),
        Column("los", _F, "counts when they are not"),
        Column("jeugd_van", _I, "first quarter with an active day before the 18th birthday", nullable=True),
        Column("jeugd_tot", _I, "last such quarter", nullable=True),
        Column("jong_van", _I, "first quarter with an active day before the 23rd birthday"),
        Column("jong_tot", _I, "last such quarter"),
        Column("kw_gesloten", _I, "last quarter under the closing rule; empty when it closes nothing", nullable=True),
    ),
)

REGELADRES = Table(
    "regeladres",
    "where a client lived outside the responsible municipality; one row per person, municipality and quarter",
    (
        Column("persoon", _B, "see persoon"),
        Column("gemeente", _T, "responsible municipality"),
        Column("kwartaal", _I, "quarter index"),
        Column("woongemeente", _T, "municipality of the authority holder's wijk"),
    ),
)

RULE_MODEL = (REGELTRAJECT, REGELADRES)
