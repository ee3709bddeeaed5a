"""What becomes of a delivery as a whole, from what its checks did to its files and rows."""

from collections.abc import Iterable

from graadmeter.domain.deliveries import TableCount
from graadmeter.domain.findings import Verdict


def verdict_of(tables: Iterable[TableCount], *, refused: bool, found: bool, excused: int = 0) -> Verdict:
    """The verdict of a delivery.

    `refused` says that a file was refused, `found` that a finding asks something of the deliverer, `excused` how many
    rows are not used for a known and accepted reason only. Refused when nothing of the delivery is used although
    something was delivered; partly accepted when some file or row is not used; accepted, with findings or without,
    when everything is. A delivery without rows and without findings is accepted: it says that there was nothing.
    """
    counts = tuple(tables)
    used = sum(count.used for count in counts)
    rejected = sum(count.rejected for count in counts)
    if not used and (refused or rejected):
        return Verdict.REFUSED
    if refused or rejected > excused:
        return Verdict.PARTLY
    return Verdict.ACCEPTED_WITH_FINDINGS if found else Verdict.ACCEPTED
