"""What reading a delivery yields: raw tables of text, the reader's findings, and how many records each file held."""

from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow as pa

from graadmeter.domain.findings import Finding


@dataclass(frozen=True, slots=True)
class LineCount:
    """Records of one received file that went to one raw table; `read` = rows in the table + `rejected`."""

    file: str
    table: str
    read: int
    rejected: int


@dataclass(frozen=True, slots=True)
class RawDelivery:
    """One delivery as it was delivered: nothing judged, nothing typed."""

    tables: Mapping[str, pa.Table]
    """Every raw table of the catalogue (empty when nothing was delivered): its fields as text, `bestand`, `regel`."""
    findings: tuple[Finding, ...]
    lines: tuple[LineCount, ...]
    """By file, then table."""
