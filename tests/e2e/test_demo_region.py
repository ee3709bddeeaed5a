"""`graadmeter demo`: one command from nothing to a site, the same bytes every time, and safe to run again."""

import json
import stat

import pytest
from tests.e2e.region import graadmeter, newest, tree, without_logs
from tests.support.few import FEW

from graadmeter.cli import demo_region

SMALL = ("--fraction", "0.02", "--first", "2025KW04")
"""Few inhabitants and one quarter: the road is the same, and `make demo` takes it at full size."""


@pytest.fixture(scope="module", autouse=True)
def few_indicators():
    """A part of what the demo shows, for the same reason."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(demo_region, "_SHOWN", FEW)
        yield


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    place = tmp_path_factory.mktemp("demo") / "region"
    return place, graadmeter("demo", "--workspace", place, *SMALL)


def test_it_tells_what_it_does_and_where_to_look(demo) -> None:
    place, said = demo
    assert said.code == 0, said.err
    for words in (
        "Aanleveringen ontvangen",
        "Tellen",
        "Beschermen",
        "Site bouwen",
        "graadmeter serve",
        "graadmeter init",
    ):
        assert words in said.out
    assert str(newest(place) / "open/cells.csv") in said.out


def test_everything_is_there_for_fourteen_municipalities_and_every_quarter(demo) -> None:
    place, _ = demo
    region = json.loads((newest(place) / "open/region.json").read_bytes())
    assert sum(area["level"] == "gemeente" for area in region["areas"]) == 14
    assert (region["first_quarter"], region["last_quarter"], region["fictitious"]) == ("2025KW04", "2025KW04", True)
    delivered = {path.name.split("-")[0] for path in (place / "deliveries").iterdir()}
    assert len(delivered - {"VT05"}) == 14
    assert "VT05" in delivered
    assert (place / "site/index.html").exists()


def unsigned(folder):
    """Signatures are left out: every workspace has a key of its own. What they are over is compared."""
    return {name: content for name, content in tree(folder).items() if not name.endswith(".sig")}


def test_two_demos_are_the_same_byte_for_byte(tmp_path, demo) -> None:
    """In another language, with another key, and over several processes instead of one."""
    place, _ = demo
    other = tmp_path / "other"
    assert graadmeter("demo", "--workspace", other, *SMALL, "--lang", "en", alone=False).code == 0
    assert (place / "keys/pseudonym.key").read_bytes() != (other / "keys/pseudonym.key").read_bytes()
    for part in ("inbox", "deliveries", "releases", "site", "truth"):
        assert unsigned(place / part) == unsigned(other / part), part


def test_running_it_again_changes_nothing(demo) -> None:
    place, _ = demo
    before = without_logs(place)
    said = graadmeter("demo", "--workspace", place, *SMALL)
    assert said.code == 0
    assert "Er is niets veranderd" in said.out
    assert without_logs(place) == before


def test_persons_are_for_their_owner_only(demo) -> None:
    place, _ = demo
    for part in ("deliveries", "warehouse", "keys"):
        for path in [place / part, *(place / part).rglob("*")]:
            assert not stat.S_IMODE(path.stat().st_mode) & 0o077, path
