"""Delivery sessions: receiving, what became of them, and which one counts for each municipality and quarter."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from graadmeter.deliver import papers
from graadmeter.deliver.arrivals import Arrival, is_news, last_number, note_again, one_at_a_time, place_of
from graadmeter.deliver.erased import erased
from graadmeter.deliver.identity import identify
from graadmeter.deliver.safe_write import FOLDER_MODE, disk_errors, replace_file
from graadmeter.deliver.staging import Original, clear_left, originals, publish, stage
from graadmeter.domain.deliveries import Manifest, Receipt
from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.findings import Finding, Verdict
from graadmeter.domain.text import Text

ACCEPTED = frozenset({Verdict.ACCEPTED, Verdict.ACCEPTED_WITH_FINDINGS, Verdict.PARTLY})
"""Verdicts with which a delivery counts."""

_HASH = 8

Permit = Callable[[str, date], None]
"""Raises DeliveryRefusedError when a deliverer (code) may not hand anything in on a day."""


@dataclass(frozen=True, slots=True)
class Session:
    """One received delivery and what is known of it now."""

    manifest: Manifest
    folder: Path
    verdict: Verdict
    """INTERRUPTED as long as its checks have not finished."""
    superseded_by: str = ""
    """The accepted later session of the same municipality and quarter that counts instead."""

    @property
    def is_assessed(self) -> bool:
        """Whether its checks have finished."""
        return self.verdict is not Verdict.INTERRUPTED


@dataclass(frozen=True, slots=True)
class Reception:
    """What receiving did."""

    manifest: Manifest
    already: bool
    """True when exactly this content had been received before; then no bytes were written."""
    brought_back: bool = False
    """True when it was sent anew after something else, and now is the last delivery of its period again."""


def receive(
    source: Path,
    deliveries: Path,
    *,
    now: datetime,
    deliverer: str | None = None,
    period: str | None = None,
    rule_set: str,
    software: str,
) -> Manifest:
    """Takes in the delivery at `source` (a file, or a folder of files) and returns its manifest; see `take_in`."""
    return take_in(
        source, deliveries, now=now, deliverer=deliverer, period=period, rule_set=rule_set, software=software
    ).manifest


def take_in(
    source: Path,
    deliveries: Path,
    *,
    now: datetime,
    deliverer: str | None = None,
    period: str | None = None,
    rule_set: str,
    software: str,
    permit: Permit | None = None,
) -> Reception:
    """Copies a delivery, untouched, to a session folder in `deliveries` that appears at once and whole.

    `now` must know its time zone. The same content again is the same session. Raises UsageError or
    DeliveryRefusedError (whose is it, not permitted, no files, changing files) and WorkspaceError (disk).
    """
    if now.tzinfo is None:
        raise ValueError("the time of receipt needs a time zone")
    gemeente, kwartaal = identify(source, deliverer, period)
    if permit is not None:
        permit(gemeente, now.astimezone(UTC).date())
    files = originals(source)
    digest = papers.content_hash(original.file for original in files)
    session = f"{gemeente.removeprefix('GM')}-{kwartaal}-{digest[:_HASH]}"
    with disk_errors():
        deliveries.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        with one_at_a_time(deliveries):
            known = _known(deliveries, session)
            number = 1 + max((last_number(folder, manifest) for folder, manifest in known), default=0)
            arrival = Arrival(place_of(source, deliveries), number, now.astimezone(UTC).isoformat(timespec="seconds"))
            manifest = Manifest(
                session=session,
                deliverer=gemeente,
                period=kwartaal,
                received_at=arrival.received_at,
                files=tuple(original.file for original in files),
                rule_set=rule_set,
                software=software,
                number=number,
                source=arrival.source,
            )
            already = (deliveries / session).exists() or not _appeared(deliveries, manifest, files)
            kept = _same(deliveries / session, digest)
            again = already and is_news(arrival.source, deliveries / session, known)
            was_last = last_number(deliveries / session, kept) == number - 1
            if again:
                note_again(deliveries / session, kept, arrival)
            clear_left(deliveries, session, now)
    return Reception(kept, already, brought_back=again and not was_last)


def _known(deliveries: Path, session: str) -> list[tuple[Path, Manifest]]:
    """The sessions of the same deliverer and period."""
    return [(folder, papers.read_manifest(folder)) for folder in deliveries.glob(f"{session[:-_HASH]}*")]


def _appeared(deliveries: Path, manifest: Manifest, files: list[Original]) -> bool:
    """Whether the session folder was made here; false when another process was first with the same delivery."""
    try:
        return publish(stage(deliveries, manifest, files), deliveries / manifest.session)
    except FileNotFoundError:
        if not (deliveries / manifest.session).exists():
            raise
        return False


def _same(folder: Path, digest: str) -> Manifest:
    manifest = papers.read_manifest(folder)
    if papers.content_hash(manifest.files) != digest:
        raise WorkspaceError(
            Text(
                f"De map '{folder.name}' bevat een andere levering met hetzelfde nummer. Er is niets ontvangen.",
                f"The folder '{folder.name}' holds another delivery of the same number. Nothing was received.",
            )
        )
    return manifest


def write_outcome(
    folder: Path,
    findings: Iterable[Finding],
    receipt: Receipt,
    report_xlsx: bytes,
    sign: Callable[[bytes], bytes] | None = None,
    *,
    report_page: bytes = b"",
) -> None:
    """Writes findings, reports and, last, the receipt of a session; until then the session counts as interrupted.

    `sign` makes the signature file over the receipt's exact bytes; it is there before the receipt is.
    """
    with disk_errors():
        for name in (papers.RECEIPT, papers.SIGNATURE):
            (folder / name).unlink(missing_ok=True)
        replace_file(folder / papers.FINDINGS, papers.findings_json(findings))
        replace_file(folder / papers.REPORT, report_xlsx)
        if report_page:
            replace_file(folder / papers.PAGE, report_page)
        proof = papers.receipt_json(receipt)
        if sign is not None:
            replace_file(folder / papers.SIGNATURE, sign(proof))
        replace_file(folder / papers.RECEIPT, proof)


def all_sessions(deliveries: Path) -> list[Session]:
    """Every session, by municipality, quarter and order of receipt; raises WorkspaceError when one is damaged."""
    folders = sorted(path for path in deliveries.glob("[!.]*") if path.is_dir()) if deliveries.is_dir() else []
    known = sorted(((papers.read_manifest(folder), folder) for folder in folders), key=_order)
    sessions: list[Session] = []
    accepted: dict[tuple[str, str], str] = {}
    for manifest, folder in reversed(known):
        receipt = papers.read_receipt(folder)
        verdict = receipt.verdict if receipt else Verdict.INTERRUPTED
        key = (manifest.deliverer, manifest.period)
        sessions.append(Session(manifest, folder, verdict, accepted.get(key, "")))
        if verdict in ACCEPTED:
            accepted.setdefault(key, manifest.session)
    return sessions[::-1]


def current_sessions(deliveries: Path) -> list[Manifest]:
    """The sessions that count: per municipality and quarter the last one that was accepted, in full or in part."""
    return [
        session.manifest
        for session in all_sessions(deliveries)
        if session.verdict in ACCEPTED and not session.superseded_by and not _is_gone(session.folder)
    ]


def _is_gone(folder: Path) -> bool:
    gone = erased(folder)
    return gone is not None and gone.everything


def _order(known: tuple[Manifest, Path]) -> tuple[str, str, int, str, str]:
    manifest, folder = known
    return manifest.deliverer, manifest.period, last_number(folder, manifest), manifest.received_at, manifest.session
