"""Which figures of others may be put beside an indicator, and by which variables municipalities are alike."""

from dataclasses import dataclass
from functools import cache

from graadmeter.catalogue.key_figures import key_figures
from graadmeter.catalogue.load_rules import rule_sets
from graadmeter.catalogue.units import read_csv, unit_files
from graadmeter.domain.errors import UnknownNameError
from graadmeter.domain.text import Text


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A key figure with the rule it is counted by; `compare` refuses it beside what is counted otherwise."""

    key_figure: str
    indicator: str
    unit: str
    rule: str
    age: str
    base_age: str
    period_type: str


@dataclass(frozen=True, slots=True)
class RuleBenchmark:
    """A subject of publications that counts what an indicator counts, by a counting rule of the catalogue."""

    subject: str
    """As publications typed over name it (`deliver.reference.published`)."""
    indicator: str
    rule: str
    age: str
    """The ages that were counted; others than those of the rule are refused beside it."""
    why: str


@dataclass(frozen=True, slots=True)
class PublishedBenchmark:
    """A subject of publications that an indicator, or a member of one of its breakdowns, may be put beside."""

    subject: str
    """As publications typed over name it (`deliver.reference.published`)."""
    indicator: str
    unit: str
    dimension: str
    member: str
    rule: str
    """Our own where both count alike; `compare` refuses another."""
    age: str
    base_age: str
    """Ages of the inhabitants below the line; empty when these are no inhabitants."""
    why: str
    """Why we think so, and what may still differ."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """A variable by which statistical neighbours are found, how much it counts, and why."""

    key_figure: str
    weight: float
    logarithm: bool
    why: str


@cache
def benchmarks() -> tuple[Benchmark, ...]:
    """Every key figure that an indicator may be put beside; raises UnknownNameError for an unknown key figure."""
    rows = [row for file in unit_files("benchmarks", ".csv") for row in read_csv(file)]
    return tuple(Benchmark(**{**row, "key_figure": _known(row["key_figure"])}) for row in rows)


@cache
def rule_benchmarks() -> tuple[RuleBenchmark, ...]:
    """Every such subject; raises UnknownNameError for an unknown counting rule."""
    found = tuple(RuleBenchmark(**row) for file in unit_files("rule_benchmarks", ".csv") for row in read_csv(file))
    for one in found:
        _known_rule(one.rule)
    return found


@cache
def published_benchmarks() -> tuple[PublishedBenchmark, ...]:
    """Every such subject; raises UnknownNameError for an unknown counting rule."""
    rows = [row for file in unit_files("published_benchmarks", ".csv") for row in read_csv(file)]
    return tuple(PublishedBenchmark(**{**row, "rule": _known_rule(row["rule"])}) for row in rows)


@cache
def likeness() -> tuple[Likeness, ...]:
    """The variables, in the order of the catalogue; raises UnknownNameError for an unknown key figure."""
    rows = [row for file in unit_files("likeness", ".csv") for row in read_csv(file)]
    return tuple(
        Likeness(_known(row["key_figure"]), float(row["weight"]), row["scale"] == "log", row["why"]) for row in rows
    )


def _known_rule(name: str) -> str:
    if name not in rule_sets():
        raise UnknownNameError(Text("De telregel", "counting rule"), name, rule_sets())
    return name


def _known(name: str) -> str:
    if name not in key_figures():
        raise UnknownNameError(Text("Het kerncijfer", "key figure"), name, key_figures())
    return name
