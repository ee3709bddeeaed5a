"""How much the largest contributors add to an amount of money: what the rules on money look at."""

from collections.abc import Mapping

from graadmeter.domain.tables import Column, Table, Type

CONTRIBUTIONS = Table(
    "contributions",
    "per amount and kind of contributor the largest parts, in eurocents; never leaves the region's own workspace",
    (
        Column("indicator", Type.TEXT, "id of the indicator definition"),
        Column("unit", Type.TEXT, "unit of the figure that the amount is in or under"),
        Column("fixed", Type.TEXT, "the dimension values that the figure stands for, as `fixed_text` writes them"),
        Column("dimension", Type.TEXT, "the breakdown, or 'total'"),
        Column("member", Type.TEXT, "its member, or 'total'"),
        Column("area", Type.TEXT, "area code"),
        Column("period", Type.TEXT, "CBS period code"),
        Column("contributor", Type.TEXT, "aanbieder, concern or client"),
        Column("amount", Type.BIGINT, "the sum of all parts: what is published, in eurocents"),
        Column("whole", Type.BIGINT, "the sum of all parts without their signs: parts may be negative"),
        Column("first", Type.BIGINT, "the largest part without its sign"),
        Column("second", Type.BIGINT, "the second largest, 0 when there is none"),
        Column("third", Type.BIGINT, "the third largest, 0 when there is none"),
        Column("leader", Type.TEXT, "who has the largest part: AGB code or holding; of clients empty"),
    ),
)


def fixed_text(fixed: Mapping[str, str]) -> str:
    """The dimension values that a measure stands for, in one text."""
    return " ".join(f"{name}={code}" for name, code in sorted(fixed.items()))
