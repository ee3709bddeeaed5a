"""The plan as texts for one engine: nothing of the data is in them but the window and code of the region."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum

from graadmeter.domain.indicators import Count
from graadmeter.domain.region import Region
from graadmeter.measure.lanes import Ranking
from graadmeter.measure.plan import Plan
from graadmeter.measure.portable import create, drop, render
from graadmeter.measure.program import compile_plan
from graadmeter.measure.schedule import Make


class Subject(Enum):
    """What a question is about."""

    SHEET = "blad"
    COMPOSITION = "samenstelling"
    FEW = "samenstelling van weinig"
    RANKING = "rangorde"
    POPULATION = "bevolking"
    DELIVERED = "geleverd"
    ASK = "vraag"
    SPREAD = "verdeling"


Question = tuple[Subject, Count | Ranking | int | None]
"""The subject, and of several of a kind which: the count, the ranking, or the place in the plan."""


@dataclass(frozen=True, slots=True)
class Script:
    """What is run in the engine, in this order; `measure.program` tells the shapes of the answers."""

    makes: tuple[Make, ...]
    sheets: tuple[str, ...]
    compositions: Mapping[Count, str]
    few: Mapping[Count, str]
    rankings: Mapping[Ranking, str]
    population: str
    delivered: str
    spreads: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()

    @property
    def questions(self) -> dict[Question, str]:
        """Everything that is asked, by what it is about."""
        return {
            **{(Subject.SHEET, place): query for place, query in enumerate(self.sheets)},
            **{(Subject.COMPOSITION, count): query for count, query in self.compositions.items()},
            **{(Subject.FEW, count): query for count, query in self.few.items()},
            **{(Subject.RANKING, ranking): query for ranking, query in self.rankings.items()},
            (Subject.POPULATION, None): self.population,
            (Subject.DELIVERED, None): self.delivered,
            **{(Subject.ASK, place): query for place, query in enumerate(self.asks)},
            **{(Subject.SPREAD, place): query for place, query in enumerate(self.spreads)},
        }


def script(
    plan: Plan,
    region: Region,
    dialect: str,
    *,
    filled: Collection[str] | None = None,
    narrow: bool = False,
    share: bool = True,
) -> Script:
    """The texts that answer a plan for a region, in the dialect of an engine; the options are those of `compile_plan`.

    Raises `sqlglot.errors.UnsupportedError` when the dialect cannot say them.
    """
    program = compile_plan(plan, region, filled, narrow=narrow, share=share)
    return Script(
        makes=tuple(
            Make(node.name, create(node.name, node.query, dialect), drop(node.name, dialect)) for node in program.nodes
        ),
        sheets=tuple(render(query, dialect) for query in program.sheets),
        compositions={count: render(query, dialect) for count, query in program.compositions.items()},
        few={count: render(query, dialect) for count, query in program.few.items()},
        rankings={ranking: render(query, dialect) for ranking, query in program.rankings.items()},
        population=render(program.population, dialect),
        delivered=render(program.delivered, dialect),
        asks=tuple(render(query, dialect) for query in program.asks),
        spreads=tuple(render(query, dialect) for query in program.spreads),
    )
