"""What of a session was deleted because its term had passed; such a session is never worked on again."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graadmeter.deliver import papers
from graadmeter.deliver.inbox import delivered_paths
from graadmeter.deliver.reader import file_hash
from graadmeter.deliver.safe_write import disk_errors, replace_file, sync_folder
from graadmeter.domain.deliveries import Manifest
from graadmeter.domain.findings import Finding
from graadmeter.domain.text import Text

ERASED = "erased.json"


@dataclass(frozen=True, slots=True)
class Erased:
    """What is gone."""

    received: bool = False
    tables: tuple[str, ...] = ()
    everything: bool = False


def erased(folder: Path) -> Erased | None:
    """What was deleted of the session; None when nothing was. Raises WorkspaceError when that is damaged."""
    if not (folder / ERASED).exists():
        return None
    content: Any = papers.read_paper(folder / ERASED)
    try:
        return Erased(content["received"], tuple(content["tables"]), content["everything"])
    except (KeyError, TypeError) as error:
        raise papers.damaged(folder / ERASED) from error


def mark_erased(folder: Path, gone: Erased) -> None:
    """Writes down, before anything goes, what will be gone: no run may make it again."""
    before = erased(folder) or Erased()
    content = {
        "received": gone.received or before.received,
        "tables": sorted({*gone.tables, *before.tables}),
        "everything": gone.everything or before.everything,
    }
    with disk_errors():
        replace_file(folder / ERASED, papers.as_json(content))


def delete_received(folder: Path, manifest: Manifest) -> None:
    """Deletes the received bytes, their copies in the inbox, and what the findings tell of rows.

    It may be done again after it was broken off. Manifest, receipt and the codes of the findings stay.
    """
    with disk_errors():
        for path in [*_received(folder), *_in_inbox(folder, manifest)]:
            path.unlink(missing_ok=True)
        _remove_empty(folder / "received")
        if manifest.source and not delivered_paths(folder.parent.parent / manifest.source):
            _remove_empty(folder.parent.parent / manifest.source)
        (folder / papers.REPORT).unlink(missing_ok=True)
        if (folder / papers.FINDINGS).exists():
            codes = _codes(papers.read_findings(folder))
            replace_file(folder / papers.FINDINGS, papers.findings_json(codes))
        sync_folder(folder)


def _received(folder: Path) -> list[Path]:
    return [path for path in (folder / "received").rglob("*") if not path.is_dir()]


def _in_inbox(folder: Path, manifest: Manifest) -> list[Path]:
    """Files that still lie where they were delivered; others that lie there by now are let be."""
    source = folder.parent.parent / manifest.source
    if not manifest.source.startswith("inbox/") or not source.exists():
        return []
    hashes = {file.sha256 for file in manifest.files}
    return [path for path, _ in delivered_paths(source) if path.is_file() and file_hash(path) in hashes]


def _remove_empty(folder: Path) -> None:
    if folder.is_dir() and not any(path for path in folder.rglob("*") if not path.is_dir()):
        for inner in sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True):
            inner.rmdir()
        folder.rmdir()


def _codes(findings: Iterable[Finding]) -> list[Finding]:
    found = {finding.code: finding.severity for finding in findings}
    return [Finding(code, severity, "", _GONE) for code, severity in sorted(found.items())]


_GONE = Text("De bewaartermijn is verstreken; alleen de code bleef.", "The term has passed; only the code was kept.")
