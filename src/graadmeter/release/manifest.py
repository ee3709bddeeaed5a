"""What a release says of its own making: edition, number, predecessor, inputs, and a hash of every file."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from graadmeter.domain.deliveries import Manifest, Receipt
from graadmeter.release.edition import Inputs

Delivery = tuple[Manifest, Receipt]


def manifest(edition: str, *, number: int, previous: str, inputs: Inputs, files: Mapping[str, bytes]) -> dict[str, Any]:
    """The content of manifest.json."""
    return {
        "edition": edition,
        "number": number,
        "previous": previous,
        "software": inputs.software,
        "catalogue": inputs.catalogue,
        "configuration": inputs.configuration,
        "deliveries": [
            {"session": session, "sha256": sha256, "verdict": verdict}
            for session, sha256, verdict in sorted(inputs.deliveries)
        ],
        "files": [
            {"path": path, "sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
            for path, content in sorted(files.items())
        ],
    }


def delivery_list(deliveries: Sequence[Delivery], remarks: Mapping[str, Sequence[str]]) -> list[dict[str, Any]]:
    """The content of deliveries.json: what is public of each delivery.

    `remarks` are the codes of the checks that found something, per session. Numbers of rows stay inside: how many
    start messages a small municipality sent in a quarter is itself a small count.
    """
    return [
        {
            "session": manifest.session,
            "deliverer": manifest.deliverer,
            "period": manifest.period,
            "verdict": receipt.verdict.value,
            "rule_set": receipt.rule_set,
            "sha256": receipt.sha256,
            "tables": sorted(count.table for count in receipt.tables if count.used),
            "checks_with_findings": sorted(set(remarks.get(manifest.session, ()))),
        }
        for manifest, receipt in sorted(deliveries, key=lambda delivery: delivery[0].session)
    ]
