"""What deliverers handed in over the quarters: every delivery, which faults come back, how many rows of what."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from graadmeter.deliver.papers import read_receipt
from graadmeter.deliver.session import ACCEPTED, Session, all_sessions
from graadmeter.domain.completeness import Completeness, completeness
from graadmeter.domain.deliveries import Receipt


@dataclass(frozen=True, slots=True)
class Delivery:
    """One session with its receipt; None as long as it was not checked."""

    session: Session
    receipt: Receipt | None


@dataclass(frozen=True, slots=True)
class History:
    """The deliveries of one deliverer, by quarter and order of arrival."""

    deliverer: str
    deliveries: tuple[Delivery, ...]

    @property
    def last_words(self) -> tuple[Delivery, ...]:
        """Per quarter the delivery that counts, else the last one that was checked."""
        per_quarter: dict[int, Delivery] = {}
        for one in self.deliveries:
            before = per_quarter.get(one.session.manifest.quarter)
            if one.receipt and (before is None or _counts(one) or not _counts(before)):
                per_quarter[one.session.manifest.quarter] = one
        return tuple(one for _, one in sorted(per_quarter.items()))

    def faults(self) -> dict[str, dict[int, int]]:
        """Per code of a check how often it was found, by quarter; what returns most first."""
        found: dict[str, dict[int, int]] = defaultdict(dict)
        for one in self.last_words:
            for code, times in one.receipt.counts.items() if one.receipt else ():
                found[code][one.session.manifest.quarter] = times
        ranked = sorted(found.items(), key=lambda item: (-len(item[1]), -sum(item[1].values()), item[0]))
        return dict(ranked)

    def rows(self) -> dict[str, dict[int, int]]:
        """Per table that was ever handed in the rows read, by quarter that counts."""
        told = {
            one.session.manifest.quarter: {count.table: count.read for count in one.receipt.tables}
            for one in self.last_words
            if one.receipt and _counts(one)
        }
        tables = sorted({table for counts in told.values() for table, read in counts.items() if read})
        return {table: {when: counts.get(table, 0) for when, counts in told.items()} for table in tables}

    def completeness(self, quarter: int) -> tuple[Completeness, ...]:
        """Received against expected in the quarter, for every table that was ever handed in."""
        return tuple(completeness(table, counts, quarter) for table, counts in self.rows().items())


def histories(deliveries: Path, known: Iterable[str] = ()) -> Mapping[str, History]:
    """The history of everyone who ever delivered, and of the `known` deliverers, by code."""
    found: dict[str, list[Delivery]] = {code: [] for code in known}
    for session in all_sessions(deliveries):
        receipt = read_receipt(session.folder)
        found.setdefault(session.manifest.deliverer, []).append(Delivery(session, receipt))
    return {code: History(code, tuple(found[code])) for code in sorted(found)}


def _counts(one: Delivery) -> bool:
    return one.session.verdict in ACCEPTED and not one.session.superseded_by
