"""Loads the ladder from provisional to final, and tells which step a period is on."""

from collections.abc import Sequence
from datetime import date
from functools import cache

from graadmeter.catalogue.units import read_csv, unit_files
from graadmeter.domain.finality import Stage, StageRule
from graadmeter.domain.periods import Period, quarter


@cache
def stage_rules() -> tuple[StageRule, ...]:
    """Every step of every ladder, in the order of the file."""
    return tuple(_rule(row) for file in unit_files("finality", ".csv") for row in read_csv(file))


def stage_of(period: Period, last_quarter: int, rules: Sequence[StageRule] | None = None) -> Stage:
    """How final the figures of a period are in an edition up to `last_quarter` (a quarter index).

    The ladder is the one that holds on the last day of that quarter. A half-year or year is as final as its last
    quarter.
    """
    day = quarter(last_quarter).last_day
    held = [
        rule
        for rule in (stage_rules() if rules is None else rules)
        if rule.valid_from <= day and (rule.valid_until is None or day <= rule.valid_until)
    ]
    fits = [rule for rule in held if period.last > last_quarter - rule.newest]
    return min(fits, key=lambda rule: rule.newest).stage if fits else Stage.FINAL


def _rule(row: dict[str, str]) -> StageRule:
    return StageRule(
        stage=Stage(row["stage"]),
        newest=int(row["newest"]),
        valid_from=date.fromisoformat(row["from"]),
        valid_until=date.fromisoformat(row["until"]) if row["until"] else None,
        reason=row["reason"],
        source=row["source"],
    )
