"""The papers of a session as JSON: manifest, findings and receipt, written and read the same way every time."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

from graadmeter.domain.deliveries import DeliveredFile, Manifest, Receipt, TableCount
from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.findings import Finding, Severity, Verdict
from graadmeter.domain.text import Text

MANIFEST, FINDINGS, RECEIPT, REPORT = "manifest.json", "findings.json", "receipt.json", "report.xlsx"
PAGE = "report.html"
SIGNATURE = "receipt.sig"


def as_json(paper: object) -> bytes:
    """The bytes of a paper: UTF-8, keys in their order, a newline at the end."""
    return (json.dumps(paper, ensure_ascii=False, indent=1) + "\n").encode()


def content_hash(files: Iterable[DeliveredFile]) -> str:
    """SHA-256 over the names and hashes of the files, by name: equal for equal deliveries only."""
    lines = sorted(f"{file.sha256}  {file.name}\n" for file in files)
    return sha256("".join(lines).encode()).hexdigest()


def manifest_json(manifest: Manifest) -> bytes:
    """`manifest.json`."""
    return as_json(asdict(manifest))


def findings_json(findings: Iterable[Finding]) -> bytes:
    """`findings.json`: by file, row, code and column."""
    ordered = sorted(findings, key=lambda one: (one.file, one.row or 0, one.code, one.column))
    return as_json([{**asdict(finding), "values": dict(sorted(finding.values.items()))} for finding in ordered])


def receipt_json(receipt: Receipt) -> bytes:
    """`receipt.json`."""
    return as_json(asdict(receipt))


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a session; raises WorkspaceError when it is missing or damaged."""
    content = read_paper(folder / MANIFEST)
    try:
        files = tuple(DeliveredFile(**file) for file in content.pop("files"))
        return Manifest(files=files, **content)
    except (KeyError, TypeError) as error:
        raise damaged(folder / MANIFEST) from error


def read_receipt(folder: Path, name: str = RECEIPT) -> Receipt | None:
    """The receipt of a session; None when its checks did not finish. Raises WorkspaceError when it is damaged."""
    if not (folder / name).exists():
        return None
    content = read_paper(folder / name)
    try:
        tables = tuple(TableCount(**table) for table in content.pop("tables"))
        files = tuple(DeliveredFile(**file) for file in content.pop("files", ()))
        return Receipt(tables=tables, verdict=Verdict(content.pop("verdict")), files=files, **content)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise damaged(folder / name) from error


def read_findings(folder: Path) -> tuple[Finding, ...]:
    """The findings of a session; raises WorkspaceError when they are missing or damaged."""
    content = read_paper(folder / FINDINGS)
    try:
        return tuple(_finding(item) for item in content)
    except (KeyError, TypeError, ValueError) as error:
        raise damaged(folder / FINDINGS) from error


def _finding(item: Mapping[str, Any]) -> Finding:
    return Finding(**{**item, "severity": Severity(item["severity"]), "message": Text(**item["message"])})


def read_paper(path: Path) -> Any:
    """The JSON in a paper; raises WorkspaceError when it is missing or damaged."""
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise damaged(path) from error


def damaged(path: Path) -> WorkspaceError:
    """What is said of a paper that cannot be read."""
    place = f"{path.parent.name}/{path.name}"
    return WorkspaceError(
        Text(
            f"'{place}' ontbreekt of is beschadigd. Ontvang deze levering opnieuw.",
            f"'{place}' is missing or damaged. Receive this delivery again.",
        )
    )
