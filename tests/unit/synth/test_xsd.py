"""Every kind of message of the synthetic region is valid against the official schemas."""

import zipfile
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from graadmeter.synth import write_region

STANDARDS = Path(__file__).parents[4] / "shared/standards"
PER_KIND = 150
FORWARD = (301, 305, 307, 315, 317, 319, 323)
BACK = (302, 306, 308, 316, 318, 325)


@pytest.fixture(scope="module")
def inbox(tmp_path_factory):
    workspace = tmp_path_factory.mktemp("region")
    write_region(
        workspace,
        seed=5,
        fraction=0.1,
        municipalities=["GM0141"],
        first="2022KW01",
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
                    schemas[kind] = etree.XMLSchema(etree.parse(schema_of(kind)))
                schemas[kind].assertValid(etree.fromstring(messages.read(name)))
    kinds = {f"{domain}{number}" for domain in ("JW", "WMO") for number in (*FORWARD, *BACK)}
    assert kinds - set(seen) <= {"WMO319", "WMO318", "WMO316"}, "requests are few in the Wmo"
    assert min(seen.values()) >= 1
    assert sum(seen[kind] for kind in seen if kind[-3:] in {"301", "305", "307", "315", "323"}) > 0.94 * seen.total()


def schema_of(kind: str) -> Path:
    """The return messages of iWmo are derived ones, see the sources of the standards."""
    if kind.startswith("JW"):
        return STANDARDS / "ijw-3.2/xsd" / f"{kind}.xsd"
    folder = "xsd" if int(kind[-3:]) in FORWARD else "xsd-derived-retour"
    return STANDARDS / "iwmo-3.2" / folder / f"{kind}.xsd"
