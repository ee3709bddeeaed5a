"""Every kind of message of the synthetic region is valid against the official schemas."""

import zipfile
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from graadmeter.synth import write_region

STANDARDS = Path(__file__).parents[4] / "shared/standards"
PER_KIND = 150


@pytest.fixture(scope="module")
def inbox(tmp_path_factory):
    workspace = tmp_path_factory.mktemp("region")
    write_region(
        workspace,
        seed=5,
        fraction=0.05,
        municipalities=["GM0141"],
        first="2023KW01",
        claims_quarters=4,
        defects=False,
        processes=1,
    )
    return workspace / "inbox"


@pytest.mark.skipif(not STANDARDS.is_dir(), reason="the official schemas are not shipped; place them in ../shared")
def test_messages_are_valid(inbox):
    schemas = {}
    seen = Counter()
    for archive in sorted(inbox.glob("*/berichten.zip")):
        with zipfile.ZipFile(archive) as messages:
            for name in messages.namelist():
                kind = name.split("_")[0]
                seen[kind] += 1
                if seen[kind] > PER_KIND:
                    continue
                if kind not in schemas:
                    folder = "ijw-3.2" if kind.startswith("JW") else "iwmo-3.2"
                    schemas[kind] = etree.XMLSchema(etree.parse(STANDARDS / folder / "xsd" / f"{kind}.xsd"))
                schemas[kind].assertValid(etree.fromstring(messages.read(name)))
    assert set(seen) == {f"{domain}{number}" for domain in ("JW", "WMO") for number in (301, 305, 307, 315, 323)}
    assert min(seen.values()) >= 3
