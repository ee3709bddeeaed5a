"""The status names deliverers that are no municipality, with the latest of each."""

from pathlib import Path

from graadmeter.cli.other_deliverers import other_deliverers
from graadmeter.deliver.session import Session
from graadmeter.domain.deliveries import Manifest
from graadmeter.domain.findings import Verdict


def session(deliverer: str, period: str, verdict: Verdict = Verdict.ACCEPTED) -> Session:
    manifest = Manifest(f"{deliverer}-{period}-0", deliverer, period, "2026-01-01T00:00:00+00:00", (), "", "")
    return Session(manifest, Path(), verdict)


def test_the_latest_of_each_is_named_and_municipalities_are_not() -> None:
    found = other_deliverers(
        [
            session("GM0141", "2025KW04"),
            session("VT05", "2025HJ02"),
            session("30000001", "2025HJ02", Verdict.REFUSED),
            session("30000001", "2025HJ01"),
            session("30000001", "2025KW03"),
        ],
        {"GM0141"},
        {"30000001": "De Brug"},
    )
    assert [one.nl for one in found] == ["30000001 De Brug, 2025HJ02: geweigerd", "VT05, 2025HJ02: geaccepteerd"]
    assert [one.en for one in found] == ["30000001 De Brug, 2025HJ02: refused", "VT05, 2025HJ02: accepted"]
