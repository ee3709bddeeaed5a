"""A regional extract of any size for benchmarks, fine or with faults that are known, and the region it is of."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from pyarrow import csv

from graadmeter.domain.areas import Area, Level
from graadmeter.domain.bsn import WEIGHTS
from graadmeter.domain.periods import parse_period
from graadmeter.domain.region import Region

_MOST_BSN = 10_000_000
PREVIOUS = "the value of the row before"
FAULTS = {
    "verplicht": ("geslacht", ""),
    "onleesbaar": ("begindatum", "2025-02-31"),
    "code": ("leveringsvorm", "ZZZ"),
    "code_optioneel": ("verwijzer", "99"),
    "vorm": ("aanbieder", "1234567X"),
    "elfproef": ("bsn", "123456789"),
    "einde_voor_begin": ("einddatum", "2024-12-31"),
    "dubbel": ("voorziening_id", PREVIOUS),
    "geboren_na_begin": ("geboortedatum", "2030-01-01"),
    "wijk_andere_gemeente": ("wijk", "WK999900"),
    "verwijzer_ontbreekt": ("verwijzer", ""),
}
"""Fault -> the field that gets it and what it gets."""

Texts = npt.NDArray[np.str_]


def write(file: Path, rows: int, *, every: int = 0) -> None:
    """A provision per row: about five per person, half of them under the Jeugdwet and with a product code each.

    With `every` there is one fault of each of `FAULTS` in so many rows, each in a row of its own.
    """
    chance = np.random.default_rng(1)
    bsn = _valid()
    person = bsn[np.arange(rows) // 5 % len(bsn)]
    youth = person % 2 == 0
    born = np.where(youth, 2010 + person % 15, 1940 + person % 50)
    begin = np.datetime64("2025-01-01") + chance.integers(0, 364, rows)
    columns = {
        "gemeente": np.full(rows, "0153"),
        "kwartaal": np.full(rows, "2025KW04"),
        "bsn": np.char.zfill(person.astype("U9"), 9),
        "geboortedatum": np.char.add(born.astype("U4"), "-03-01"),
        "geslacht": np.where(person % 3 == 0, "1", "2"),
        "wet": np.where(youth, "jeugdwet", "wmo"),
        "toewijzingnummer": (1 + np.arange(rows)).astype("U9"),
        "voorziening_id": np.char.add("V", np.arange(rows).astype("U9")),
        "productcode": np.where(youth, "45A48", "01T01"),
        "hulpvorm": np.full(rows, ""),
        "leveringsvorm": np.full(rows, "ZIN"),
        "lokaal_team": np.full(rows, "N"),
        "aanbieder": np.char.add("999900", (10 + np.arange(rows) % 80).astype("U2")),
        "begindatum": begin.astype("U10"),
        "einddatum": np.full(rows, ""),
        "verwijzer": np.where(youth, "02", ""),
        "crisis": np.full(rows, "N"),
        "wijk": np.char.add("WK01530", (person // 3 % 10).astype("U1")),
        "huishouden": np.char.add("H", (person // 3).astype("U9")),
    }
    if every:
        _spoil(columns, youth, every)
    options = csv.WriteOptions(delimiter=";", quoting_style="none")
    csv.write_csv(pa.table({name: pa.array(values) for name, values in columns.items()}), file, options)


def _spoil(columns: dict[str, Texts], youth: npt.NDArray[np.bool_], every: int) -> None:
    at = np.arange(len(youth))
    for place, (name, text) in enumerate(FAULTS.values(), 1):
        chosen = at % every == place * (every // (len(FAULTS) + 1))
        before = np.roll(columns[name], 1) if text == PREVIOUS else np.full(len(at), text)
        columns[name] = np.where(chosen & (youth | (name != "verwijzer")), before, columns[name])


def _valid() -> npt.NDArray[np.int64]:
    """Every BSN below ten million that passes the eleven test: none of a living person."""
    numbers = np.arange(1, _MOST_BSN)
    total = sum(weight * (numbers // 10**place % 10) for place, weight in enumerate(reversed(WEIGHTS)))
    valid: npt.NDArray[np.int64] = numbers[total % 11 == 0]
    return valid


def region() -> Region:
    """What the file names: its wijken and providers; invented persons are allowed in an invented region."""
    wijken = [Area(f"WK01530{number}", 2025, Level.WIJK, str(number), "GM0153") for number in range(10)]
    areas = (Area("JZ14", 2025, Level.REGION, "Twente"), Area("GM0153", 2025, Level.MUNICIPALITY, "Enschede", "JZ14"))
    providers = {f"999900{number}": str(number) for number in range(10, 90)}
    quarter = parse_period("2025KW04").first
    return Region("Twente", "JZ14", 2025, (*areas, *wijken), quarter, quarter, providers, fictitious=True)
