"""Random small regions that hold what goes wrong in real ones, as Hypothesis strategies.

Moves, twins, 18th birthdays inside a quarter, one-day and open-ended spells, adjoining spells, several municipalities,
households that split, unknown wijken, unknown years of birth, rows of municipalities and wijken outside the region.
"""

from datetime import date, timedelta

from hypothesis import strategies as st

from graadmeter.domain.periods import parse_period, quarter
from graadmeter.domain.region import Region
from graadmeter.measure.example import example_areas

TOWNS = ("GM0141", "GM0153")
ELSEWHERE = "GM9999"
WIJKEN = tuple((town, f"WK{town[2:]}0{number}") for town in TOWNS for number in (1, 2))
WINDOWS = (("2020KW01", "2021KW04"), ("2019KW04", "2021KW02"), ("2021KW03", "2021KW03"))
FORMS = ("01", "02", "04", "11", "12", "14", None)
PROVIDERS = tuple(f"{code:08d}" for code in range(1, 15))


def region_of(first: str, last: str) -> Region:
    """The region of every random case, over a window."""
    return example_areas(TOWNS, WIJKEN, parse_period(first).first, parse_period(last).first)


@st.composite
def regions(draw):
    """(first, last, rows of the model tables as `measure.example` takes them)."""
    first, last = draw(st.sampled_from(WINDOWS))
    opens, closes = parse_period(first).first_day, parse_period(last).last_day
    born = draw(st.lists(_birthdays(opens, closes), min_size=1, max_size=5))
    twins = draw(st.booleans())
    birthdays = [*born, born[0]] if twins else born
    persons = [
        {"persoon": number, "geboren": day, "geslacht": draw(st.sampled_from(("m", "v", "o")))}
        | ({"geboortejaar": None} if draw(st.integers(0, 9)) == 0 else {})
        for number, day in enumerate(birthdays)
    ]
    spells = draw(st.lists(_spells(opens, closes, len(persons)), max_size=14))
    return (
        first,
        last,
        {
            "persoon": persons,
            "traject": [spell | {"traject": number} for number, spell in enumerate(spells)],
            "woonsituatie": draw(_homes(first, last, len(persons))),
            "declaratieregel": draw(st.lists(_claims(first, last, len(persons)), max_size=8)),
            "bevolking": draw(_inhabitants(first, last)),
            "woonvorm": draw(_forms_of_living(first, last)),
            "levering": draw(_deliveries(first, last)),
            "wachttijd": draw(st.lists(_waits(opens, closes, len(persons)), max_size=8)),
            "vt_melding": draw(st.lists(_reports(opens, closes), max_size=4)),
        },
    )


def _birthdays(opens: date, closes: date):
    turning = st.dates(opens - timedelta(days=40), closes + timedelta(days=40)).map(_eighteen_years_before)
    return st.one_of(
        turning,
        st.sampled_from([date(2002, 4, 1), date(2003, 12, 31), date(2004, 2, 29), date(2003, 1, 1)]),
        st.dates(opens - timedelta(days=60), closes),
        st.dates(date(2005, 1, 1), date(2016, 12, 31)),
        st.dates(date(1940, 1, 1), date(1999, 12, 31)),
    )


def _eighteen_years_before(day: date) -> date:
    return (
        date(day.year - 18, day.month, min(day.day, 28))
        if (day.month, day.day) == (2, 29)
        else day.replace(year=day.year - 18)
    )


@st.composite
def _spells(draw, opens: date, closes: date, persons: int):
    soort = draw(
        st.sampled_from(("jeugdhulp", "jeugdhulp", "jeugdhulp", "wmo", "bescherming", "reclassering", "bijstand"))
    )
    edges = [quarter(index).first_day for index in range(opens.year * 4, closes.year * 4 + 5)]
    begin = draw(
        st.one_of(
            st.sampled_from(edges),
            st.sampled_from(edges).map(lambda day: day - timedelta(days=1)),
            st.dates(opens - timedelta(days=400), closes + timedelta(days=20)),
            st.dates(date(2014, 6, 1), opens),
        )
    )
    length = draw(st.sampled_from((0, 0, 1, 2, 30, 91, 200, 400, 2000, None)))
    form = draw(st.sampled_from(FORMS))
    return {
        "persoon": draw(st.integers(0, persons - 1)),
        "gemeente": draw(st.sampled_from((*TOWNS, *TOWNS, *TOWNS, ELSEWHERE))),
        "soort": soort,
        "hulpvorm": form if soort == "jeugdhulp" else None,
        "maatregel": draw(st.sampled_from(("11", "41"))) if soort in {"bescherming", "reclassering"} else None,
        "wmo_vorm": draw(st.sampled_from(("huishouden", "verblijf", None))) if soort == "wmo" else None,
        "aanbieder": draw(st.sampled_from((*PROVIDERS, None))),
        "verwijzer": draw(st.sampled_from(("01", "02", "08", "99"))),
        "crisis": draw(st.booleans()),
        "dyslexie": draw(st.booleans()),
        "begin": begin,
        "einde": None if length is None else begin + timedelta(days=length),
    }


@st.composite
def _homes(draw, first: str, last: str, persons: int):
    places = [*WIJKEN, *((town, f"WK{town[2:]}XX") for town in TOWNS), *((town, "WK999901") for town in TOWNS)]
    rows = []
    for person in range(persons):
        for index in range(parse_period(first).first - 1, parse_period(last).first + 2):
            for town, wijk in draw(st.lists(st.sampled_from(places), max_size=2, unique=True)):
                household = draw(st.sampled_from((1, 1, 2, 3, None)))
                rows.append(
                    {"persoon": person, "gemeente": town, "kwartaal": index, "wijk": wijk, "huishouden": household}
                )
    return rows


@st.composite
def _claims(draw, first: str, last: str, persons: int):
    wet = draw(st.sampled_from(("jeugdwet", "wmo")))
    kinds = ("jeugdhulp", "bescherming", "preventief", "vervoer") if wet == "jeugdwet" else ("wmo", "vervoer")
    soort = draw(st.sampled_from(kinds))
    return {
        "persoon": draw(st.integers(0, persons - 1)),
        "gemeente": draw(st.sampled_from((*TOWNS, ELSEWHERE))),
        "wet": wet,
        "soort": soort,
        "vervoer": soort == "vervoer",
        "aanbieder": draw(st.sampled_from(PROVIDERS[:3])),
        "kw": draw(st.integers(parse_period(first).first - 1, parse_period(last).first + 1)),
        "bedrag_cent": draw(st.integers(-500, 100_000)),
    }


@st.composite
def _inhabitants(draw, first: str, last: str):
    rows = []
    for year in range(parse_period(first).year, parse_period(last).year + 1):
        for town, wijk in WIJKEN:
            for age in draw(
                st.lists(st.sampled_from((0, 3, 4, 11, 12, 17, 18, 40, 74, 75, 95)), max_size=4, unique=True)
            ):
                counted = draw(st.integers(0, 900))
                rows.append(
                    {"gemeente": town, "wijk": wijk, "jaar": year, "leeftijd": age, "geslacht": "v", "aantal": counted}
                )
    return rows


@st.composite
def _forms_of_living(draw, first: str, last: str):
    """Of some municipalities and years, ages around those of the groups; anybody may live in an institution."""
    rows = []
    for year in range(parse_period(first).year, parse_period(last).year + 1):
        for town, wijk in draw(st.lists(st.sampled_from((*WIJKEN, (ELSEWHERE, "WK999901"))), max_size=3, unique=True)):
            for age in draw(st.lists(st.sampled_from((12, 69, 70, 74, 75, 95)), max_size=4, unique=True)):
                counted = draw(st.integers(0, 90))
                inside = draw(st.integers(0, counted))
                rows.append(
                    {"gemeente": town, "wijk": wijk, "kwartaal": year * 4, "leeftijd": age, "geslacht": "m"}
                    | {"aantal": counted, "in_instelling": inside}
                )
    return rows


@st.composite
def _deliveries(draw, first: str, last: str):
    found = []
    for table, who in (("prestatie", TOWNS), ("wachttijd", TOWNS), ("vt_melding", ("VT05",))):
        missing = draw(st.sets(st.integers(parse_period(first).first, parse_period(last).first), max_size=2))
        found += [
            {"sessie": f"{one}-{index}", "gemeente": one, "kwartaal": index, "tabel": table, "gebruikt": used}
            for one in who
            for index in range(parse_period(first).first, parse_period(last).first + 1)
            for used in (0 if index in missing else 3,)
        ]
    return found


@st.composite
def _waits(draw, opens: date, closes: date, persons: int):
    days = st.one_of(st.none(), st.dates(opens - timedelta(days=200), closes + timedelta(days=40)))
    referred = draw(days)
    intake = draw(days)
    start = None if intake is None else intake + timedelta(days=draw(st.sampled_from((-3, 0, 1, 5, 28, 90))))
    return {
        "gemeente": draw(st.sampled_from((*TOWNS, *TOWNS, ELSEWHERE))),
        "kwartaal": draw(st.integers(opens.year * 4, closes.year * 4 + 4)),
        "persoon": draw(st.one_of(st.none(), st.integers(0, persons - 1))),
        "spoed": draw(st.booleans()),
        "aanmelddatum": referred,
        "intakedatum": intake,
        "startdatum": draw(st.sampled_from((start, None))),
        "afgemeld": draw(days),
    }


@st.composite
def _reports(draw, opens: date, closes: date):
    told = draw(st.dates(opens - timedelta(days=20), closes))
    return {"datum_melding": told, "datum_besluit": told + timedelta(days=draw(st.integers(0, 12)))}
