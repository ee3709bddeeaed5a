"""History: what was to be expected follows from what came, honestly; faults that return come first."""

import random
from datetime import UTC, datetime

import pytest
from tests.e2e.region import graadmeter
from tests.support.messages import PROVISION, csv_of

from graadmeter.cli.sparkline import sparkline
from graadmeter.deliver.history import histories
from graadmeter.deliver.session import take_in, write_outcome
from graadmeter.domain.completeness import Fullness, completeness, expected_rows
from graadmeter.domain.deliveries import Receipt, TableCount
from graadmeter.domain.findings import Verdict
from graadmeter.domain.periods import parse_period

FIRST = parse_period("2024KW01").first


def series(*counts: int) -> dict[int, int]:
    return {FIRST + place: count for place, count in enumerate(counts)}


def test_too_few_quarters_tell_nothing() -> None:
    assert expected_rows(series(100, 110), FIRST + 2) is None
    assert completeness("start", series(100, 110, 90), FIRST + 2).fullness is Fullness.UNKNOWN
    assert expected_rows(series(100, 110, 105, 100), FIRST + 4) is not None
    assert completeness("start", series(100, 110, 105, 100, 9), FIRST + 4).fullness is Fullness.UNKNOWN, "never tried"


def test_a_steady_series_gives_a_range_around_it_and_says_how_often_it_held() -> None:
    told = expected_rows(series(1000, 1010, 990, 1005, 1000, 995), FIRST + 6)
    assert told is not None
    assert told.low < 1000 < told.high
    assert told.high - told.low < 250
    assert (told.held, told.tried) == (2, 2)


def test_growth_is_followed() -> None:
    told = expected_rows(series(100, 120, 144, 173, 207), FIRST + 5)
    assert told is not None
    assert told.low <= 249 <= told.high
    assert told.low > 207


@pytest.mark.parametrize(
    ("received", "said"), [(400, Fullness.FEWER), (1000, Fullness.AS_EXPECTED), (2000, Fullness.MORE)]
)
def test_what_came_is_held_against_it(received, said) -> None:
    counts = series(1000, 1010, 990, 1005, 1000, 990, received)
    assert completeness("start", counts, FIRST + 6).fullness is said


def test_a_quarter_that_was_not_delivered_is_missing_with_what_was_to_be_expected() -> None:
    told = completeness("start", series(1000, 1010, 990, 1005), FIRST + 4)
    assert (told.received, told.fullness) == (None, Fullness.MISSING)
    assert told.expected is not None
    assert told.expected.low > 800


def test_a_table_that_comes_once_a_year_is_expected_once_a_year() -> None:
    years = [700, 710, 705, 700, 690, 700]
    counts = series(*(count for year in years for count in (year, 0, 0, 0)))
    assert completeness("bevolking", counts, FIRST + 22).fullness is Fullness.AS_EXPECTED
    told = completeness("bevolking", counts | {FIRST + 24: 0}, FIRST + 24)
    assert told.fullness is Fullness.FEWER
    assert told.expected is not None
    assert told.expected.low > 500


def test_the_range_holds_about_as_often_as_it_says() -> None:
    """On series that vary by chance, the share that held in the past tells the share that holds next."""
    draw = random.Random(20261122)  # noqa: S311 - a simulation, repeated the same every time
    held = promised = tried = 0
    for _ in range(150):
        counts = series(*(round(draw.gauss(400, 30)) for _ in range(13)))
        told = expected_rows({when: rows for when, rows in counts.items() if when < FIRST + 12}, FIRST + 12)
        assert told is not None
        held += told.low <= counts[FIRST + 12] <= told.high
        promised, tried = promised + told.held, tried + told.tried
    assert held / 150 > 0.8
    assert abs(held / 150 - promised / tried) < 0.1


def test_a_sparkline_shows_size_and_gaps() -> None:
    assert sparkline([0, 1, 4, 8, None]) == "▁▂▅█·"
    assert sparkline([0, 0]) == "▁▁"
    assert sparkline([]) == ""


@pytest.fixture
def region(tmp_path):
    """Seven quarters of one deliverer with one redelivery; the last quarter was not delivered."""
    workspace = tmp_path / "region"
    assert graadmeter("init", workspace).code == 0
    settings = workspace / "graadmeter.toml"
    settings.write_text(settings.read_text().replace('"2025KW01"', '"2024KW01"'))
    rows = {
        "2024KW01": (121,),
        "2024KW02": (119,),
        "2024KW03": (100, 120),
        "2024KW04": (120,),
        "2025KW01": (118,),
        "2025KW02": (122,),
        "2025KW03": (40,),
    }
    for period, counts in rows.items():
        for time, count in enumerate(counts):
            source = workspace / "inbox" / f"0001-{period}"
            source.mkdir(exist_ok=True)
            (source / "v.csv").write_text(
                csv_of("voorziening", [PROVISION | {"gemeente": "0001", "kwartaal": period}] * (time + 1))
            )
            taken = take_in(
                source, workspace / "deliveries", now=datetime(2026, 1, 12, tzinfo=UTC), rule_set="r", software="s"
            ).manifest
            found = {"V001": 3, "TR018": 1} if period != "2025KW01" else {"V001": 2}
            receipt = Receipt(
                taken.session,
                Verdict.PARTLY,
                (TableCount("voorziening", count, count - 1, 1), TableCount("start", 0, 0, 0)),
                4,
                "",
                "r",
                taken.received_at,
                counts=found,
            )
            write_outcome(workspace / "deliveries" / taken.session, [], receipt, b"")
    return workspace


def test_faults_and_rows_are_those_of_the_deliveries_that_count(region) -> None:
    one = histories(region / "deliveries", ["GM0001", "GM0002"])["GM0001"]
    assert len(one.deliveries) == 8
    assert list(one.faults()) == ["V001", "TR018"]
    assert len(one.faults()["TR018"]) == 6
    assert list(one.rows()) == ["voorziening"], "a table that never came is not expected"
    assert list(one.rows()["voorziening"].values()) == [121, 119, 120, 120, 118, 122, 40]
    assert histories(region / "deliveries", ["GM0002"])["GM0002"].deliveries == ()


def test_the_command_tells_all_of_it(region) -> None:
    said = graadmeter("history", "Voorbeeldgemeente", "--workspace", region, "--lang", "en")
    assert said.code == 0, said.err
    assert "(replaced)" in said.out
    assert "V001" in said.out
    assert "7/7" in said.out
    assert "not delivered" in said.out
    early = graadmeter("history", "0001", "--workspace", region, "--quarters", 2)
    assert "2025KW03" in early.out
    assert "2024KW04" not in early.out
    assert "GM0001" not in graadmeter("history", "--workspace", region).out
    unknown = graadmeter("history", "Voorbeeldgemeent", "--workspace", region)
    assert unknown.code == 2
    assert "Voorbeeldgemeente" in unknown.err


def test_status_names_what_stands_out(region) -> None:
    settings = region / "graadmeter.toml"
    settings.write_text(settings.read_text().replace('"2025KW04"', '"2025KW03"'))
    said = graadmeter("status", "--workspace", region)
    assert "Opvallend in 2025KW03" in said.out
    assert "voorziening: 40 regels, minder dan verwacht" in said.out


def test_status_says_that_without_agreements_everything_is_refused(region) -> None:
    assert "afspraken.yaml" not in graadmeter("status", "--workspace", region).out
    (region / "afspraken.yaml").unlink()
    assert "tot dan wordt alles geweigerd" in graadmeter("status", "--workspace", region).out
