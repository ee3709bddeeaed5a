"""The name of a release: its last quarter and a hash over everything that it follows from."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

from graadmeter.catalogue.fingerprint import catalogue_hash, software
from graadmeter.domain.deliveries import Accepted
from graadmeter.domain.periods import quarter
from graadmeter.domain.region import Region


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything a release follows from. Equal inputs give equal bytes; there is no clock among them.

    The day on which a release was made is told beside them, in its manifest only.
    """

    last_quarter: int
    deliveries: tuple[tuple[str, str, str], ...]
    """Session id, hash over its received files, verdict; of every session that counts."""
    catalogue: str
    """Hash over the catalogue."""
    configuration: str
    """Hash over the region's own files (graadmeter.toml, areas, providers, products)."""
    software: str
    rounding_key: str = ""
    """What tells the key that small counts are rounded with from another; '' where nothing is rounded."""

    def edition(self, previous: str) -> str:
        """The edition after `previous` ('' for the first), such as 2025KW04-3fa19c02."""
        return f"{quarter(self.last_quarter).code}-{self._hash(previous)[:8]}"

    def _hash(self, previous: str) -> str:
        parts = [sorted(self.deliveries), self.catalogue, self.configuration, self.software, previous]
        parts += [self.rounding_key] if self.rounding_key else []
        return digest([json.dumps(parts, separators=(",", ":")).encode()])


def inputs_of(region: Region, deliveries: Iterable[Accepted], configuration: str, *, rounding_key: str = "") -> Inputs:
    """The inputs of a release over these deliveries, made by this software with this catalogue."""
    facts = tuple((one.manifest.session, one.receipt.sha256, one.receipt.verdict.value) for one in deliveries)
    return Inputs(region.last_quarter, facts, catalogue_hash(), configuration, software(), rounding_key)


def digest(parts: Iterable[bytes]) -> str:
    """SHA-256 (hex) over byte strings; their lengths count, so that they cannot flow into each other."""
    total = hashlib.sha256()
    for part in parts:
        total.update(len(part).to_bytes(8, "big"))
        total.update(part)
    return total.hexdigest()


def hash_of(*texts: str) -> str:
    """The same over texts."""
    return digest(text.encode() for text in texts)
