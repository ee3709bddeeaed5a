"""What is past its term: of deliveries by the agreements, of logs by the configuration."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from graadmeter.domain.agreements import Agreements, kept_until
from graadmeter.domain.deliveries import Manifest


@dataclass(frozen=True, slots=True)
class Due:
    """What must go of one delivery."""

    session: str
    quarter: int
    """Index of the quarter that it is about."""
    received: date | None
    """Since when the received bytes are past their term; None when they may stay."""
    tables: tuple[tuple[str, date], ...]
    """Stored tables, each with the day since when, by name."""
    everything: bool
    """Whether nothing of the delivery may stay, so that it counts no longer."""


def due(
    manifests: Iterable[Manifest], agreements: Agreements, today: date, *, stored: Collection[str]
) -> tuple[Due, ...]:
    """Every delivery of which something is past its term on `today`, in the order given.

    `stored` are the tables that the warehouse keeps of a delivery. One that an agreement does not name (it is made from
    several) stays as long as the longest term; without any agreement nothing may stay.
    """
    found = []
    for manifest in manifests:
        months, terms = agreements.terms_of(manifest.deliverer)
        longest = max(terms.values(), default=0)
        ends = {name: kept_until(manifest.period, terms.get(name, longest)) for name in sorted(stored)}
        tables = tuple((name, end) for name, end in ends.items() if end <= today)
        end = kept_until(manifest.period, months)
        received = end if end <= today else None
        if received or tables:
            everything = received is not None and len(tables) == len(ends)
            found.append(Due(manifest.session, manifest.quarter, received, tables, everything))
    return tuple(found)


LOGS = ("logboek", "audit")
"""Folders with a file of log lines per month: what was done, and who asked for it."""
LOG_MONTHS = 120
"""Months that they are kept when the configuration says nothing: as long as deliveries in a new workspace."""
_YEAR = 12
_FILE = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])\.jsonl")


@dataclass(frozen=True, slots=True)
class DueLog:
    """A log file that must go."""

    folder: str
    name: str
    since: date


def due_logs(files: Iterable[tuple[str, str]], months: Mapping[str, int], today: date) -> tuple[DueLog, ...]:
    """The log files (folder and name) that are past their term on `today`, in the order given.

    `months` per folder count from the end of the file's month; the file of this month never is past its term.
    """
    found = []
    for folder, name in files:
        month = _FILE.fullmatch(name)
        if month:
            end = int(month[1]) * _YEAR + int(month[2]) + max(months.get(folder, LOG_MONTHS), 0)
            since = date(end // _YEAR, end % _YEAR + 1, 1)
            if since <= today:
                found.append(DueLog(folder, name, since))
    return tuple(found)
