"""What the site knows of a release: region, definitions, labels, figures, deliveries. Values only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from graadmeter.domain.areas import Area, Level, unknown_wijk
from graadmeter.domain.explanations import Explanation
from graadmeter.domain.indicators import Unit
from graadmeter.domain.predecessors import Predecessor
from graadmeter.domain.targets import Target
from graadmeter.domain.text import Text
from graadmeter.site.by_rule import ByRule
from graadmeter.site.cell_index import CellIndex
from graadmeter.site.definition_changes import DefinitionChange
from graadmeter.site.estimates import Estimate, Key
from graadmeter.site.interventions import Evaluations
from graadmeter.site.standings import Standings
from graadmeter.site.tables import Tables

TOGETHER = "top10"
"""The member of `aanbieder` that stands for the largest together; it is not a provider."""


@dataclass(frozen=True, slots=True)
class Series:
    """One published series of an indicator: a measure of its definition."""

    unit: Unit
    of: Unit
    """What is counted (above the line, for a share)."""
    age: str
    """0-17, 18+ or all."""
    counted: str
    """What the count is exactly; equal for a count and the share made of it."""
    base: str
    """For a share: 'inwoners' or what the other count counts; '' for a count."""
    base_counted: str
    """For a share: what the count below the line is exactly."""
    fixed: tuple[tuple[str, str], ...]
    breakdowns: tuple[str, ...]
    words: Text | None = None
    """What one of a count of things is called, where the definition says so."""
    method: str = ""
    """The named method or statistic that computes the figures; '' = counting."""


@dataclass(frozen=True, slots=True)
class Norm:
    """How long something may take, as others have agreed or laid down."""

    title: Text
    source: str
    verified: bool
    """Whether the text that sets the norm was seen."""


@dataclass(frozen=True, slots=True)
class Governance:
    """Who laid a definition down and looked at it, and how its figures may be used; '' for what is not told."""

    author: str = ""
    checked_by: str = ""
    reviewed: str = ""
    """A day, as 2026-05-12."""
    next_review: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Definition:
    """An indicator as the release describes it."""

    id: str
    version: int
    theme: str
    title: Text
    counts_what: Text
    says_not: Text
    definition: Text
    sentence: Text
    caveats: tuple[Text, ...]
    source: str
    polarity: int
    series: tuple[Series, ...]
    levels: tuple[Level, ...]
    periods: tuple[Text, ...] = ()
    """The kinds of period it is given for."""
    own: bool = False
    """Whether the definition is our own, since no published one was found."""
    related: tuple[str, ...] = ()
    """Indicators that the definition names as related."""
    breaks: tuple[tuple[str, Text], ...] = ()
    """Where the counting changed: the first period that was counted anew, and why."""
    norms: tuple[Norm, ...] = ()
    target: float | None = None
    """The share that the sector agreed to reach, in per cent."""
    governance: Governance = Governance()
    off: int = 0
    """How far a count may be off, where small counts are rounded instead of hidden; else 0."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What is public of one delivery."""

    session: str
    deliverer: str
    period: str
    verdict: str
    rule_set: str
    sha256: str
    tables: tuple[str, ...]


@dataclass(frozen=True)
class Published:
    """A release, ready to be shown."""

    edition: str
    previous: str
    software: str
    region: Area
    areas: tuple[Area, ...]
    first_quarter: str
    last_quarter: str
    fictitious: bool
    providers: Mapping[str, str]
    definitions: Mapping[str, Definition]
    dimensions: Mapping[str, Text]
    codes: Mapping[str, Mapping[str, Text]]
    """Per dimension the labels of its members, in order."""
    threshold: int | None
    """Counts below it are hidden, where the release says so."""
    cells: CellIndex
    deliveries: tuple[Delivery, ...]
    changes: tuple[Mapping[str, Any], ...]
    definition_changes: tuple[DefinitionChange, ...] = ()
    """Which definitions are not those of the release before."""
    rules: tuple[tuple[Text, Text], ...] = ()
    """How this monitor and others count: title and explanation."""
    causes: tuple[tuple[Text, Text], ...] = ()
    """What makes their figures differ."""
    rule_names: Mapping[str, Text] = field(default_factory=dict)
    """What rules and causes are called, by id."""
    by_rule: ByRule = field(default_factory=ByRule)
    """Youth help counted by the rules of others."""
    evaluations: Evaluations = field(default_factory=Evaluations)
    """What interventions changed and saved."""
    stages: Mapping[str, str] = field(default_factory=dict)
    """How final each period is that is not final yet: a value of domain.finality.Stage by period code."""
    estimates: Mapping[Key, Estimate] = field(default_factory=dict)
    """What figures of the newest quarters will probably come to."""
    neighbours: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Per municipality the codes of those that are most like it, the nearest first."""
    explanations: tuple[Explanation, ...] = ()
    """What municipalities say of their figures."""
    predecessors: tuple[Predecessor, ...] = ()
    """From which earlier areas areas were formed."""
    targets: tuple[Target, ...] = ()
    """What the region and its municipalities want figures to become."""
    day: date | None = None
    """When the release was made; releases of before this was told have none."""
    standings: Standings = field(default_factory=Standings)
    """What can be said of the figures beside those of others."""
    tables: Tables = field(default_factory=Tables)
    """The tables that all this was read from; pages do not look here."""
    marks: Mapping[str, str] = field(default_factory=dict)
    """By indicator the mark of its figures, see `marks.Marks`."""

    @property
    def off(self) -> int:
        """How far counts may be off by rounding, at most; 0 where every zero is a true one."""
        return max((definition.off for definition in self.definitions.values()), default=0)

    @cached_property
    def municipalities(self) -> tuple[Area, ...]:
        """The municipalities, by name."""
        found = [area for area in self.areas if area.level is Level.MUNICIPALITY]
        return tuple(sorted(found, key=lambda area: area.name))

    @cached_property
    def wijken_of(self) -> Mapping[str, tuple[Area, ...]]:
        """By code of a municipality its wijken, by code, without the wijk unknown."""
        found: dict[str, list[Area]] = {}
        for area in sorted(self.areas, key=lambda area: area.code):
            if area.level is Level.WIJK and area.parent and area.code != unknown_wijk(area.parent):
                found.setdefault(area.parent, []).append(area)
        return {gemeente: tuple(wijken) for gemeente, wijken in found.items()}

    def wijken(self, gemeente: str) -> tuple[Area, ...]:
        """The wijken of a municipality, by code, without the wijk unknown."""
        return self.wijken_of.get(gemeente, ())

    def groups(self, gemeente: str) -> tuple[Area, ...]:
        """The groups of wijken of a municipality that are published together, by code."""
        found = [area for area in self.areas if area.level is Level.WIJK_GROUP and area.parent == gemeente]
        return tuple(sorted(found, key=lambda area: area.code))
