"""What judging a session again would change: the verdict, the rows in use, and how often each check speaks."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from graadmeter.check.result import CheckResult
from graadmeter.deliver.papers import read_findings, read_receipt
from graadmeter.domain.findings import Verdict


@dataclass(frozen=True, slots=True)
class Difference:
    """One session before and after."""

    session: str
    verdict: tuple[Verdict, Verdict]
    used: tuple[int, int]
    """Rows in use."""
    codes: tuple[tuple[str, int, int], ...]
    """Code, and how often its findings were written out before and are now; only codes that differ."""

    @property
    def is_none(self) -> bool:
        """Whether nothing would change."""
        return self.verdict[0] == self.verdict[1] and self.used[0] == self.used[1] and not self.codes


def difference(folder: Path, result: CheckResult) -> Difference:
    """The papers in the session's folder beside `result`; raises WorkspaceError when they are damaged."""
    receipt = read_receipt(folder)
    before = Counter(finding.code for finding in read_findings(folder)) if receipt else Counter[str]()
    now = Counter(finding.code for finding in result.findings)
    return Difference(
        session=folder.name,
        verdict=(receipt.verdict if receipt else Verdict.INTERRUPTED, result.verdict),
        used=(sum(one.used for one in receipt.tables) if receipt else 0, sum(one.used for one in result.tables)),
        codes=tuple((code, before[code], now[code]) for code in sorted({*before, *now}) if before[code] != now[code]),
    )
