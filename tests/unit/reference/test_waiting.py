"""The real feed of waiting times in all its spellings; names of providers appear in no message."""

import json
from collections import Counter
from pathlib import Path

import pytest
from tests.support.reference import needs

from graadmeter.deliver.reference.waiting import load_waiting_times, places_of
from graadmeter.deliver.reference.waiting_text import wait_of
from graadmeter.domain.errors import DeliveryRefusedError


def write(path: Path, content: object) -> Path:
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("day", "rows", "providers", "numbers", "unknown"),
    [("06", 91, 48, (61, 34), 29), ("13", 151, 73, (62, 72), 43)],
)
def test_the_real_feed(day: str, rows: int, providers: int, numbers: tuple[int, int], unknown: int) -> None:
    loaded = load_waiting_times(needs(f"data/waiting/wachttijden_twente_2026-08-{day}.json"))
    table = loaded.table.to_pylist()
    assert (len(table), loaded.findings) == (2 * rows, ())
    assert len({row["aanbieder"] for row in table}) == providers
    numeric = Counter(row["soort"] for row in table if row["weken"] is not None)
    assert numeric == dict(zip(("intake", "behandeling"), numbers, strict=True))
    assert sum(row["kenmerk"] == "unknown" for row in table) == 2 * unknown
    assert all((row["weken"] is None) or row["status"] in {"gemeten", "opgegeven"} for row in table)
    groups = {group for row in table for group in row["doelgroepen"].split("; ")}
    assert groups <= {"Jeugd", "Volwassenen", "Wmo"}


def test_statuses_on_the_thirteenth() -> None:
    table = load_waiting_times(needs("data/waiting/wachttijden_twente_2026-08-13.json")).table.to_pylist()
    assert Counter((row["soort"], row["status"]) for row in table) == {
        ("intake", "gemeten"): 46, ("intake", "opgegeven"): 17, ("intake", "stop"): 2, ("intake", "onbekend"): 86,
        ("behandeling", "gemeten"): 50, ("behandeling", "opgegeven"): 26, ("behandeling", "stop"): 1,
        ("behandeling", "onbekend"): 74,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("number", "text", "expected"),
    [
        (12.0, "", ("gemeten", 12.0, None, None)),
        (None, "", ("onbekend", None, None, None)),
        (None, "Aanmeldstop", ("stop", None, None, None)),
        (8.0, "Korte aanmeldstop", ("stop", None, None, None)),
        (19.6, "3\u20136 mnd", ("opgegeven", 19.6, 13.035, 26.07)),
        (None, "3-6 mnd", ("opgegeven", 19.5525, 13.035, 26.07)),
        (None, ">6 mnd", ("opgegeven", 26.07, 26.07, None)),
        (None, "< 4 weken", ("opgegeven", 4.0, None, 4.0)),
        (None, "1,5 wk", ("opgegeven", 1.5, 1.5, 1.5)),
        (None, "14 dagen", ("opgegeven", 2.0, 2.0, 2.0)),
        (None, "In overleg", ("opgegeven", None, None, None)),
    ],
)
def test_words(number: float | None, text: str, expected: tuple[object, ...]) -> None:
    wait = wait_of(number, text)
    found = (wait.status.value, wait.weeks, wait.lowest, wait.highest)
    assert found[0] == expected[0]
    assert found[1:] == pytest.approx(expected[1:])


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Enschede/Twente", ("Enschede", "Twente")),
        ("Twente / Enschede", ("Enschede", "Twente")),
        ("Losser / regio Enschede", ("Enschede", "Losser")),
        ("Twente / ambulant thuis", ("Twente",)),
        ("Alle 14 Twentse gemeenten", ("Twente",)),
        ("Oldenzaal / heel Twente", ("Oldenzaal", "Twente")),
    ],
)
def test_one_place_one_spelling(text: str, places: tuple[str, ...]) -> None:
    assert places_of(text) == places


def test_what_is_no_number_counts_as_unknown_and_is_counted(tmp_path: Path) -> None:
    rows = [{"p": "Praktijk Geheim", "i": -3, "b": "zes"}, {"p": "Praktijk Geheim", "i": 9e9, "d": ["Jeugd", "Wmo"]}]
    loaded = load_waiting_times(write(tmp_path / "w.json", {"rows": rows}))
    assert loaded.table["status"].to_pylist() == ["onbekend"] * 4
    assert loaded.findings[0].values == {"count": "3"}
    assert "Geheim" not in str(loaded.findings)
    assert loaded.table["doelgroepen"].to_pylist()[2] == "Jeugd; Wmo"


@pytest.mark.parametrize("content", [[], {"rows": {}}, {"rows": ["x"]}, {"rows": [{"i": 3}]}, 7, None])
def test_what_is_no_feed_is_refused(tmp_path: Path, content: object) -> None:
    with pytest.raises(DeliveryRefusedError, match="shape"):
        load_waiting_times(write(tmp_path / "w.json", content))
