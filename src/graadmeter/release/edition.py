"""The name of a release: its last quarter and a hash over everything that it follows from."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

from graadmeter.domain.periods import quarter


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything a release follows from. Equal inputs give equal bytes; there is no clock among them."""

    last_quarter: int
    deliveries: tuple[tuple[str, str, str], ...]
    """Session id, hash over its received files, verdict; of every session that counts."""
    catalogue: str
    """Hash over the catalogue."""
    configuration: str
    """Hash over the region's own files (graadmeter.toml, areas, providers, products)."""
    software: str

    def edition(self, previous: str) -> str:
        """The edition after `previous` ('' for the first), such as 2025KW04-3fa19c02."""
        return f"{quarter(self.last_quarter).code}-{self._hash(previous)[:8]}"

    def _hash(self, previous: str) -> str:
        parts = [sorted(self.deliveries), self.catalogue, self.configuration, self.software, previous]
        return digest([json.dumps(parts, separators=(",", ":")).encode()])


def digest(parts: Iterable[bytes]) -> str:
    """SHA-256 (hex) over byte strings; their lengths count, so that they cannot flow into each other."""
    total = hashlib.sha256()
    for part in parts:
        total.update(len(part).to_bytes(8, "big"))
        total.update(part)
    return total.hexdigest()
