"""The one clock of the program, and the fixed one of the synthetic region."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from graadmeter.deliver.inbox import declared
from graadmeter.domain.periods import parse_period

DAYS_AFTER = 21
"""A synthetic delivery comes in so many days after the end of its quarter."""


def now(_source: Path | None = None) -> datetime:
    """The present moment."""
    return datetime.now(UTC)  # noqa: TID251 - the one place where the clock is looked at; everywhere else it is given


def after_quarter(source: Path) -> datetime:
    """When the synthetic delivery in this folder came in, or the release of this name was made: always the same."""
    _, period = declared(source.name)
    named = period or source.name.partition("-")[0]
    return datetime.combine(parse_period(named).last_day + timedelta(days=DAYS_AFTER), time(9), UTC)
