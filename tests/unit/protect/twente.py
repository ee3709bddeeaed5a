"""A random region with the size and skew of Twente: invented persons in the shape of the model, measured for real."""

from dataclasses import dataclass
from functools import cache

import numpy as np
import pyarrow as pa
from tests.support.few import few

from graadmeter.catalogue.load_policies import policies
from graadmeter.domain.areas import Area, Level, unknown_wijk
from graadmeter.domain.model import MODEL
from graadmeter.domain.region import Region
from graadmeter.engine.arrow import schema_of
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.example import model_tables
from graadmeter.measure.run import measure
from graadmeter.protect.request import Request
from graadmeter.protect.run import ProtectedRelease, protect

YOUTHS = {
    "GM0141": 14150, "GM0147": 4980, "GM0153": 29270, "GM0158": 4450, "GM0163": 7070, "GM0164": 14810, "GM0168": 4240,
    "GM0173": 6080, "GM0183": 4970, "GM0189": 5160, "GM1700": 7350, "GM1735": 6280, "GM1742": 9090, "GM1774": 5060,
}  # fmt: skip
FORMS = ("01", "02", "03", "04", "11", "12", "13", "14")
FORM_CHANCE = (0.12, 0.58, 0.07, 0.07, 0.05, 0.03, 0.005, 0.075)
REFERRERS = ("01", "02", "03", "04", "05", "06", "08", "99")
REFERRER_CHANCE = (0.36, 0.4, 0.08, 0.07, 0.03, 0.01, 0.02, 0.03)
WMO = ("huishouden", "ondersteuning", "verblijf", "hulpmiddelen")
KINDS = ("jeugdhulp", "bescherming", "reclassering", "wmo", "bijstand")
LAWS = ("jeugdwet", "jeugdwet", "jeugdwet", "wmo", "participatiewet")


def region(municipalities: int, wijken: int, first: int, last: int) -> Region:
    """The first so many municipalities of Twente, each with about so many wijken (more where more people live)."""
    areas = [Area("JZ14", 2025, Level.REGION, "Twente")]
    for code, youths in list(YOUTHS.items())[:municipalities]:
        areas.append(Area(code, 2025, Level.MUNICIPALITY, code, "JZ14"))
        count = max(2, round(wijken * (youths / 8400) ** 0.5))
        names = [f"WK{code[2:]}{number:02d}" for number in range(count)]
        areas += [Area(name, 2025, Level.WIJK, name, code) for name in (*names, unknown_wijk(code))]
    return Region("Twente", "JZ14", 2025, tuple(areas), first, last, {}, fictitious=True)


@dataclass
class Persons:
    """Invented persons; one array element each."""

    town: np.ndarray
    home: np.ndarray
    later: np.ndarray
    moved: np.ndarray
    household: np.ndarray
    born: np.ndarray
    quarter: np.ndarray
    sex: np.ndarray


@cache
def example() -> tuple[Region, pa.Table]:
    """A small region of three municipalities in one year, and its measured cells; made once per test run."""
    place = region(3, 3, 2024 * 4, 2024 * 4 + 3)
    return place, measured(place, model(place, 1, size=0.5, adults=0.1))


@cache
def protected_example() -> ProtectedRelease:
    """The example, protected and audited; made once per test run."""
    place, cells = example()
    return protect(Request(cells, few(), policies(), place), processes=1)


def model(place: Region, seed: int, *, size: float = 1.0, adults: float = 0.45) -> dict[str, pa.Table]:
    """The tables of the uniform model; `size` shrinks or grows all municipalities."""
    rng = np.random.default_rng(seed)
    youths = _persons(rng, place, size * 0.13, ages=(0, 18))
    grown = _persons(rng, place, size * adults, ages=(18, 90))
    persons = Persons(*(np.concatenate(pair) for pair in zip(_columns(youths), _columns(grown), strict=True)))
    young, count = len(youths.town), len(persons.town)
    number = np.arange(count)
    care = _care(rng, place, persons, np.repeat(number[:young], rng.geometric(0.6, young)), adult=False)
    more = _care(rng, place, persons, np.repeat(number[young:], rng.geometric(0.7, count - young)), adult=True)
    care = {name: np.concatenate((care[name], more[name])) for name in care}
    return {
        "persoon": _table("persoon", persoon=number, geslacht=persons.sex, geboortejaar=persons.born,
                          kw_laatste_jeugd=_eighteen(persons), kw_18=_eighteen(persons)),
        "traject": _table("traject", **{name: care[name] for name in care if name != "tot"}),
        "woonsituatie": _homes(place, persons, care),
        "declaratieregel": _claims(rng, place, care),
        "bevolking": _population(place, size),
        "herkomst": _table("herkomst", traject=[], sessie=[]),
        "levering": _delivered(place),
    }  # fmt: skip


def measured(place: Region, tables: dict[str, pa.Table]) -> pa.Table:
    """The cells of the whole catalogue, as the measuring stage gives them."""
    with DuckDBEngine() as engine:
        for name, table in {**model_tables({}), **tables}.items():
            engine.register(name, table)
        return measure(engine, few(), place, edition="proef")


def _columns(persons: Persons) -> list[np.ndarray]:
    return [getattr(persons, name) for name in Persons.__dataclass_fields__]


def _eighteen(persons: Persons) -> np.ndarray:
    return (persons.born + 18) * 4 + persons.quarter


def _persons(rng, place: Region, share: float, *, ages: tuple[int, int]) -> Persons:
    parts = []
    for town in place.of_level(Level.MUNICIPALITY):
        count = int(YOUTHS[town.code] * share * (0.5 + 0.5 * (place.last_quarter - place.first_quarter + 1) / 4))
        wijken = [area.code for area in place.wijken_of(town.code)]
        weight = rng.pareto(1.2, len(wijken)) + 0.3
        weight[-1] = weight[:-1].sum() * 0.01
        home = rng.choice(wijken, count, p=weight / weight.sum())
        later = np.where(rng.random(count) < 0.05, rng.choice(wijken, count, p=weight / weight.sum()), home)
        house = rng.integers(0, max(count // 2, 1), count) + len(parts) * 1_000_000 + ages[0] * 100_000_000
        parts.append((np.full(count, town.code), home, later, house))
    town, home, later, household = (np.concatenate(column) for column in zip(*parts, strict=True))
    count = len(town)
    middle = (place.first_quarter + place.last_quarter) // 8
    return Persons(
        town=town,
        home=home,
        later=later,
        moved=rng.integers(place.first_quarter, place.last_quarter + 1, count),
        household=household,
        born=middle - rng.integers(*ages, count),
        quarter=rng.integers(0, 4, count),
        sex=rng.choice(["m", "v"], count, p=(0.55, 0.45)),
    )


def _care(rng, place: Region, persons: Persons, person: np.ndarray, *, adult: bool) -> dict[str, np.ndarray]:
    count = len(person)
    kind = rng.choice([3, 4], count, p=(0.75, 0.25)) if adult else rng.choice([0, 1, 2], count, p=(0.95, 0.035, 0.015))
    begin = rng.integers(place.first_quarter - 8, place.last_quarter + 1, count)
    until = begin + rng.geometric(0.12 if adult else 0.28, count) - 1
    eighteen = _eighteen(persons)[person]
    young, old = kind <= 2, kind == 3
    form = np.where(kind == 0, rng.choice(FORMS, count, p=FORM_CHANCE), "")
    support = np.where(old, rng.choice(WMO, count, p=(0.4, 0.25, 0.05, 0.3)), "")
    ends = until <= place.last_quarter
    days = np.datetime64("1970-01") + (begin - 1970 * 4) * 3
    last = np.datetime64("1970-01") + (until - 1970 * 4) * 3
    towns = [area.code for area in place.of_level(Level.MUNICIPALITY)]
    names = np.array(KINDS)[kind]
    return {
        "traject": np.arange(count) + (1 << 30 if adult else 0),
        "persoon": person,
        "gemeente": np.where(rng.random(count) < 0.004, rng.choice(towns, count), persons.town[person]),
        "wet": np.array(LAWS)[kind],
        "soort": names,
        "hulpvorm": np.where(form == "", None, form),
        "maatregel": np.where(kind == 1, "11", np.where(kind == 2, "41", None)),
        "wmo_vorm": np.where(support == "", None, support),
        "voorziening": np.where(form != "", form, np.where(old, support, names)),
        "productcode": np.full(count, None),
        "verblijf": np.isin(form, FORMS[4:]),
        "dyslexie": (kind == 0) & (rng.random(count) < 0.06),
        "crisis": rng.random(count) < 0.04,
        "verwijzer": rng.choice(REFERRERS, count, p=REFERRER_CHANCE),
        "aanbieder": np.char.add("0600", np.char.zfill(np.minimum(rng.zipf(1.35, count), 80).astype(str), 4)),
        "leveringsvorm": np.full(count, "ZIN"),
        "begin": days.astype("datetime64[D]"),
        "einde": np.where(ends, last.astype("datetime64[D]").astype(object), None),
        "reden_einde": np.full(count, None),
        "kw_begin": begin,
        "kw_einde": np.where(ends, until, None),
        "begin_jeugd": begin < eighteen,
        "einde_jeugd": until < eighteen,
        "jeugd_van": np.where(young & (begin < eighteen), begin, None),
        "jeugd_tot": np.where(young & (begin < eighteen), np.minimum(until, eighteen), None),
        "volw_van": np.where(~young & (until >= eighteen), np.maximum(begin, eighteen), None),
        "volw_tot": np.where(~young & (until >= eighteen), until, None),
        "jong_van": np.where(begin <= eighteen + 20, begin, None),
        "jong_tot": np.where(begin <= eighteen + 20, np.minimum(until, eighteen + 20), None),
        "tot": until,
    }


def _homes(place: Region, persons: Persons, care: dict[str, np.ndarray]) -> pa.Table:
    first, last = np.maximum(care["kw_begin"], place.first_quarter), np.minimum(care["tot"], place.last_quarter)
    length = np.maximum(last - first + 1, 0)
    row = np.repeat(np.arange(len(length)), length)
    quarter = first[row] + np.arange(len(row)) - np.repeat(np.cumsum(length) - length, length)
    who, town = care["persoon"][row], care["gemeente"][row]
    home = np.where(quarter < persons.moved[who], persons.home[who], persons.later[who])
    away = town != persons.town[who]
    home = np.where(away, np.char.add(np.char.replace(town.astype(str), "GM", "WK"), "XX"), home)
    frame = pa.table(
        {"persoon": who, "gemeente": town, "kwartaal": quarter, "wijk": home, "huishouden": persons.household[who]}
    )
    frame = frame.group_by(["persoon", "gemeente", "kwartaal"]).aggregate([("wijk", "min"), ("huishouden", "min")])
    frame = frame.rename_columns({"wijk_min": "wijk", "huishouden_min": "huishouden"})
    return _table("woonsituatie", **{name: frame[name] for name in frame.column_names})


def _claims(rng, place: Region, care: dict[str, np.ndarray]) -> pa.Table:
    paid = np.flatnonzero(care["soort"] != "bijstand")
    start = max(place.first_quarter, place.last_quarter - 7)
    row = np.repeat(paid, place.last_quarter - start + 1)
    quarter = start + np.arange(len(row)) % (place.last_quarter - start + 1)
    active = (care["kw_begin"][row] <= quarter) & (quarter <= care["tot"][row])
    row, quarter = row[active], quarter[active]
    transport = rng.random(len(row)) < 0.03
    taken = {
        name: care[name][row] for name in ("persoon", "gemeente", "wet", "aanbieder", "soort", "hulpvorm", "wmo_vorm")
    }
    return _table(
        "declaratieregel",
        **taken,
        productcode=np.full(len(row), "45A04"),
        vervoer=transport,
        kw=quarter,
        volume=np.ones(len(row)),
        bedrag_cent=rng.integers(20_000, 900_000, len(row)),
    )


def _population(place: Region, size: float) -> pa.Table:
    rows = []
    years = range(place.first_quarter // 4, place.last_quarter // 4 + 1)
    for town in place.of_level(Level.MUNICIPALITY):
        wijken = place.wijken_of(town.code)[:-1]
        each = max(int(YOUTHS[town.code] * size / 18 / len(wijken) / 2), 1)
        rows += [
            (town.code, wijk.code, year, age, sex, each)
            for wijk in wijken for year in years for age in range(0, 90, 3) for sex in "mv"
        ]  # fmt: skip
    names = ("gemeente", "wijk", "jaar", "leeftijd", "geslacht", "aantal")
    columns = dict(zip(names, zip(*rows, strict=True), strict=True))
    return _table("bevolking", **{**columns, "aantal": np.array(columns["aantal"]) * 3})


def _delivered(place: Region) -> pa.Table:
    towns = [area.code for area in place.of_level(Level.MUNICIPALITY)]
    rows = [(town, quarter) for town in towns for quarter in range(place.first_quarter, place.last_quarter + 1)]
    size = len(rows)
    return _table(
        "levering",
        sessie=["proef"] * size,
        gemeente=[town for town, _ in rows],
        kwartaal=[quarter for _, quarter in rows],
        tabel=["prestatie"] * size,
        gebruikt=[1] * size,
        afgekeurd=[0] * size,
    )


def _table(name: str, **columns: object) -> pa.Table:
    schema = schema_of(next(table for table in MODEL if table.name == name))
    return pa.table(
        [pa.array(columns[field.name], from_pandas=True).cast(field.type) for field in schema], schema=schema
    )


def hidden_by_name(cells: pa.Table) -> int:
    """How many hidden figures are of one provider: no report counts these, it would tell how many there are."""
    rows = cells.select(["aanbieder", "status"]).to_pylist()
    return sum(
        row["status"] == "suppressed" and row["aanbieder"] != "total" and not row["aanbieder"].startswith("top")
        for row in rows
    )
