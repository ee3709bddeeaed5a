"""What a release says of its own making: edition, number, predecessor, inputs, and a hash of every file."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from graadmeter.domain.deliveries import Accepted
from graadmeter.release.edition import Inputs


def manifest(
    edition: str, *, number: int, previous: str, inputs: Inputs, files: Mapping[str, bytes], day: date | None = None
) -> dict[str, Any]:
    """The content of manifest.json; `day` is when the release was made, where that is told."""
    return {
        "edition": edition,
        **({"day": day.isoformat()} if day else {}),
        "number": number,
        "previous": previous,
        "software": inputs.software,
        "catalogue": inputs.catalogue,
        "configuration": inputs.configuration,
        **({"rounding_key": inputs.rounding_key} if inputs.rounding_key else {}),
        "deliveries": [
            {"session": session, "sha256": sha256, "verdict": verdict}
            for session, sha256, verdict in sorted(inputs.deliveries)
        ],
        "files": [
            {"path": path, "sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
            for path, content in sorted(files.items())
        ],
    }


def delivery_list(deliveries: Iterable[Accepted]) -> list[dict[str, Any]]:
    """The content of deliveries.json: what is public of each delivery.

    Numbers of rows stay inside: how many start messages a small municipality sent in a quarter is itself a small count.
    """
    return [
        {
            "session": one.manifest.session,
            "deliverer": one.manifest.deliverer,
            "period": one.manifest.period,
            "verdict": one.receipt.verdict.value,
            "rule_set": one.receipt.rule_set,
            "sha256": one.receipt.sha256,
            "tables": sorted(count.table for count in one.receipt.tables if count.used),
            "checks_with_findings": list(one.codes),
        }
        for one in sorted(deliveries, key=lambda one: one.manifest.session)
    ]
