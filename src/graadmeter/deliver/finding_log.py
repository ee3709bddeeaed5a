"""Collects the reader's findings in order, and keeps a flood of equal ones from filling memory and report."""

from collections import Counter

from graadmeter.deliver.notice import Notice, Where
from graadmeter.deliver.notices.any_file import MORE
from graadmeter.domain.findings import Finding


class FindingLog:
    """Findings of one delivery; at most `most` of one code per file are kept, the others only counted."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._found: list[Finding] = []
        self._times: Counter[tuple[str, str]] = Counter()

    def add(self, notice: Notice, where: Where, **values: object) -> None:
        """One more finding; `values` fill the placeholders of the notice."""
        key = (where.group or where.file, notice.code)
        self._times[key] += 1
        if self._times[key] <= self._most:
            self._found.append(notice.finding(where, values))

    def findings(self) -> tuple[Finding, ...]:
        """All kept findings, then one per kind that had more."""
        over = sorted((key, count - self._most) for key, count in self._times.items() if count > self._most)
        return (
            *self._found,
            *(MORE.finding(Where(file), {"code": code, "count": count}) for (file, code), count in over),
        )
