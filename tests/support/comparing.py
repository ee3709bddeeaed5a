"""A small region with invented published figures, to compare: nine municipalities, wijken, six years."""

from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from graadmeter.compare.run import Compared, Public, compare
from graadmeter.domain.areas import Area, Level
from graadmeter.domain.cells import DIMENSIONS, PUBLISHED, TOTAL
from graadmeter.domain.comparison import INHABITANTS
from graadmeter.domain.indicators import AgeScope, Count, Indicator, Measure, Moment, Population, Unit, WorkedExample
from graadmeter.domain.periods import PeriodType, parse_period
from graadmeter.domain.region import PeerGroup, Region
from graadmeter.domain.text import Text
from graadmeter.engine.arrow import schema_of

TOWNS = tuple(f"GM010{number}" for number in range(1, 10))
WIJKEN = tuple(f"WK01010{number}" for number in range(1, 10)) + tuple(f"WK01020{number}" for number in range(1, 4))
YOUNG = Count(Unit.PERSONS, "traject", "soort = 'jeugdhulp'", AgeScope.MINOR)
BEGUN = Count(Unit.TRAJECTORIES, "traject", "soort = 'jeugdhulp'", AgeScope.MINOR, Moment.BEGUN)
CRISIS = Count(Unit.TRAJECTORIES, "traject", "crisis", AgeScope.MINOR, Moment.BEGUN)
INTAKES = Count(Unit.NUMBER, "wachttijd")
IN_TIME = Count(Unit.NUMBER, "wachttijd", "spoed")
MONEY = Count(Unit.EURO, "declaratieregel", moment=Moment.PAID)
_WORD = Text("x", "x")


def indicator(name: str, *measures: Measure, polarity: int = 0) -> Indicator:
    """A definition with these measures, about which nothing else matters."""
    return Indicator(
        id=name, version=1, theme="jeugd", title=_WORD, counts_what=_WORD, says_not=_WORD, definition=_WORD,
        sentence=_WORD, caveats=(), source="invented", polarity=polarity, measures=measures, levels=tuple(Level),
        breakdown_levels=(Level.REGION, Level.MUNICIPALITY), periods=tuple(PeriodType), policy="tmsd-10", additive=(),
        example=WorkedExample({}, ()),
    )  # fmt: skip


INDICATORS = {
    one.id: one
    for one in (
        indicator(
            "jeugdhulp",
            Measure(Unit.PERSONS, YOUNG, breakdowns=("hulpvorm", "leeftijdsgroep")),
            Measure(
                Unit.PERCENT,
                YOUNG,
                share_of=Population(AgeScope.MINOR),
                breakdowns=("hulpvorm", "leeftijdsgroep"),
                split=("leeftijdsgroep",),
                additive=("leeftijdsgroep",),
            ),
            polarity=-1,
        ),
        indicator(
            "trajecten", Measure(Unit.TRAJECTORIES, BEGUN, fixed={"stroom": "begonnen"}, breakdowns=("hulpvorm",))
        ),
        indicator(
            "crisis",
            Measure(Unit.TRAJECTORIES, CRISIS, breakdowns=("hulpvorm",)),
            Measure(Unit.PERCENT, CRISIS, share_of=BEGUN, breakdowns=("hulpvorm",), split=("hulpvorm",)),
        ),
        indicator(
            "aanbieders",
            Measure(Unit.PERSONS, YOUNG, breakdowns=("aanbieder",), top=10),
            Measure(Unit.PERCENT, YOUNG, share_of=YOUNG, total=False, breakdowns=("aanbieder",), top=10),
        ),
        indicator("uitgaven", Measure(Unit.EURO, MONEY)),
        indicator("intakes", Measure(Unit.NUMBER, INTAKES), Measure(Unit.PERCENT, IN_TIME, share_of=INTAKES)),
    )
}


def small_region(*peers: tuple[str, ...]) -> Region:
    """The region with these peer groups."""
    areas = (
        Area("JZ99", 2025, Level.REGION, "Regio"),
        *(Area(code, 2025, Level.MUNICIPALITY, f"Plaats {code[-1]}", "JZ99") for code in TOWNS),
        *(Area(code, 2025, Level.WIJK, f"Wijk {code[-2:]}", f"GM{code[2:6]}") for code in WIJKEN),
    )
    groups = tuple(PeerGroup(f"groep {number}", group) for number, group in enumerate(peers))
    first, last = parse_period("2020KW01").first, parse_period("2025KW04").last
    return Region("Regio", "JZ99", 2025, areas, first, last, {}, peer_groups=groups).with_unknown_wijken()


@dataclass
class Figures:
    """Published cells and inhabitants that are put together one by one."""

    cells: list[dict[str, Any]] = field(default_factory=list)
    inhabitants: list[dict[str, Any]] = field(default_factory=list)

    def put(self, name: str, unit: str, area: str, period: str, value: float | None, **rest: Any) -> None:
        """One cell; `rest` are members of dimensions, or other columns."""
        level = {"J": "regio", "G": "gemeente", "W": "wijk"}[area[0]]
        status = "suppressed" if value is None else "value"
        own = {"indicator": name, "unit": unit, "area": area, "area_vintage": 2025, "level": level, "period": period}
        told = {"period_type": parse_period(period).type.value, "value": value, "status": status}
        fixed = {"definition_version": 1, "edition": "proef"}
        self.cells.append({**dict.fromkeys(DIMENSIONS, TOTAL), **own, **told, **fixed, **rest})

    def young(self, area: str, period: str, count: float | None, base: int, **members: str) -> None:
        """Young people with help: the number, the share, and the inhabitants it is a share of."""
        self.put("jeugdhulp", "personen", area, period, count, **members)
        share = None if count is None else int(1000 * count / base + 0.5) / 10
        self.put("jeugdhulp", "procent", area, period, share, **members)
        if "hulpvorm" not in members:
            self.people(area, period, base, leeftijdsgroep=members.get("leeftijdsgroep", TOTAL))

    def people(self, area: str, period: str, base: int, age: str = "0-17", leeftijdsgroep: str = TOTAL) -> None:
        """Inhabitants on 1 January."""
        year = parse_period(period).year
        key = {"area": area, "year": year, "age": age, "geslacht": TOTAL, "leeftijdsgroep": leeftijdsgroep}
        self.inhabitants.append({**key, "inhabitants": base})

    @property
    def published(self) -> pa.Table:
        """The cells in the shape PUBLISHED."""
        return pa.Table.from_pylist(self.cells, schema=schema_of(PUBLISHED))

    @property
    def persons(self) -> pa.Table:
        """The inhabitants in the shape INHABITANTS."""
        return pa.Table.from_pylist(self.inhabitants, schema=schema_of(INHABITANTS))

    def compared(self, *peers: tuple[str, ...], public: Public | None = None) -> "Answers":
        """What the comparison says of these figures."""
        return Answers(compare(self.published, self.persons, INDICATORS, small_region(*peers), public))


class Answers:
    """A comparison in which a row is looked up by what it is."""

    def __init__(self, compared: Compared) -> None:
        self.compared = compared
        self.rows = compared.table.to_pylist()

    def __call__(self, name: str, unit: str, area: str, period: str, **members: str) -> dict[str, Any]:
        """The one row of a figure."""
        key = {"indicator": name, "unit": unit, "area": area, "period": period}
        key |= {**dict.fromkeys(DIMENSIONS, TOTAL), **members}
        found = [row for row in self.rows if all(row[column] == value for column, value in key.items())]
        assert len(found) == 1, key
        return found[0]

    def share(self, area: str, period: str = "2025JJ00", **members: str) -> dict[str, Any]:
        """The row of the share of young people with help."""
        return self("jeugdhulp", "procent", area, period, **members)
