"""One small region, written once, that the tests of `synth` look at from all sides."""

import csv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from graadmeter.synth import write_region


@pytest.fixture(scope="session")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two municipalities, all quarters, without defects."""
    workspace = tmp_path_factory.mktemp("region")
    write_region(workspace, seed=11, fraction=0.04, municipalities=["GM0153", "GM0141"], defects=False, processes=1)
    return workspace


class Reader:
    """Reads an inbox with other tools than wrote it."""

    def __init__(self, inbox: Path) -> None:
        self.inbox = inbox
        self._read: dict[str, list[tuple[str, etree._Element]]] = {}

    def messages(self, kind: str) -> list[tuple[str, etree._Element]]:
        """Delivery name and root of every message of a kind (JW301), namespaces removed; read once."""
        if kind not in self._read:
            self._read[kind] = list(self._messages(kind))
        return self._read[kind]

    def _messages(self, kind: str) -> Iterator[tuple[str, etree._Element]]:
        for folder in sorted(self.inbox.iterdir()):
            with zipfile.ZipFile(folder / "berichten.zip") as archive:
                for name in archive.namelist():
                    if name.startswith(kind):
                        root = etree.fromstring(archive.read(name))
                        for element in root.iter():
                            element.tag = etree.QName(element).localname
                        yield folder.name, root

    def rows(self, file: str) -> Iterator[dict[str, str]]:
        """Every row of a CSV file of every delivery, with the delivery's quarter."""
        for path in sorted(self.inbox.glob(f"*/{file}")):
            with path.open(encoding="utf-8", newline="") as lines:
                for row in csv.DictReader(lines, delimiter=";"):
                    yield {**row, "levering": path.parent.name}


@pytest.fixture(scope="session")
def reader(region: Path) -> Reader:
    return Reader(region / "inbox")
