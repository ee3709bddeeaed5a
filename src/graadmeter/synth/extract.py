"""The regional extract (voorzieningen.csv): per quarter one row for each provision the municipality knows as active."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from graadmeter.domain.periods import quarter
from graadmeter.synth.community import Community, Window
from graadmeter.synth.days import FAR, Flags, Ints, iso, quarter_first, quarter_last
from graadmeter.synth.kinds import texts
from graadmeter.synth.provisions import Channel, Provisions
from graadmeter.synth.region_facts import REFERRERS, care, providers, wijken
from graadmeter.synth.register import Register

_IN_EXTRACT = 0.88
"""Chance that the municipality itself recorded the referrer of care in kind. Own estimate."""


@dataclass(frozen=True, slots=True)
class Extract:
    """Which rows the extract has, as places in the provisions, and what never changes in them."""

    community: Community
    provisions: Provisions
    register: Register
    referrer_recorded: Flags
    columns: pa.Table
    """One row per provision, with every column but kwartaal, einddatum and wijk."""


def extract_of(rng: np.random.Generator, community: Community, provisions: Provisions, register: Register) -> Extract:
    """Draws which referrers were recorded and lays out the unchanging columns."""
    own = np.isin(provisions.channel, [Channel.PGB, Channel.TEAM])
    recorded = (own | (rng.random(len(provisions)) < _IN_EXTRACT)) & (texts("domein")[provisions.care] == "jw")
    return Extract(community, provisions, register, recorded, _columns(community, provisions, register, recorded))


def known_end(register: Register, provisions: Provisions, last: int) -> Ints:
    """The end each provision has in the eyes of the municipality on a day."""
    planned = np.where(provisions.channel == Channel.MESSAGE, register.until, FAR)
    return np.where(register.stop_known <= last, provisions.end, planned)


def rows_in(extract: Extract, index: int) -> Ints:
    """The provisions in the extract of a quarter: start known, begun, and not known to have ended before it."""
    provisions, register = extract.provisions, extract.register
    last = quarter_last(index)
    known = (register.start_known <= last) & (provisions.begin <= last)
    return np.nonzero(known & (known_end(register, provisions, last) >= quarter_first(index)))[0]


def extract_table(extract: Extract, index: int, window: Window) -> pa.Table:
    """The rows of one quarter, all texts, in the order of the layout `voorziening`."""
    rows = rows_in(extract, index)
    last = quarter_last(index)
    end = known_end(extract.register, extract.provisions, last)[rows]
    homes = extract.community.homes.wijk[:, index - window.first]
    wijk = homes[extract.community.household[extract.provisions.person[rows]]]
    codes = pa.array([*(item.code for item in wijken()[extract.community.municipality.code]), ""])
    table = extract.columns.take(pa.array(rows))
    at = table.column_names.index
    table = table.add_column(1, "kwartaal", pa.array([quarter(index).code] * len(rows), pa.string()))
    ends = pa.array(iso(np.where(end <= last, end, FAR)), pa.string())
    table = table.add_column(at("begindatum") + 2, "einddatum", ends)
    where = pa.array(np.where(wijk >= 0, wijk, len(codes) - 1))
    return table.add_column(table.num_columns - 1, "wijk", codes.take(where))


def _columns(community: Community, provisions: Provisions, register: Register, recorded: Flags) -> pa.Table:
    message = provisions.channel == Channel.MESSAGE
    texts = {
        "gemeente": pa.array([community.municipality.number] * len(provisions), pa.string()),
        "bsn": _per_person(provisions, [f"{number:09d}" for number in community.bsn.tolist()]),
        "geboortedatum": _per_person(provisions, iso(community.persons.born)),
        "geslacht": _per_person(provisions, [str(sex) for sex in community.persons.sex.tolist()]),
        "wet": _per_care(provisions, [_WET[item.domein] for item in care()], "participatiewet"),
        "toewijzingnummer": pa.array(
            [str(number) if number else "" for number in np.where(message, register.number, 0).tolist()]
        ),
        "voorziening_id": pa.array(_own_numbers(provisions, register), pa.string()),
        "productcode": _per_care(provisions, [item.productcode for item in care()], ""),
        "hulpvorm": _per_care(provisions, ["" if item.productcode else item.vorm for item in care()], ""),
        "leveringsvorm": pa.array(["ZIN", "PGB"]).take(pa.array((provisions.channel == Channel.PGB).astype(np.int64))),
        "lokaal_team": pa.array(["N", "J"]).take(pa.array((provisions.channel == Channel.TEAM).astype(np.int64))),
        "aanbieder": pa.array([*(item.agb for item in providers()), ""]).take(
            pa.array(np.where(provisions.provider >= 0, provisions.provider, len(providers())))
        ),
        "begindatum": pa.array(iso(provisions.begin), pa.string()),
        "verwijzer": pa.array(REFERRERS).take(pa.array(np.where(recorded, provisions.referrer, len(REFERRERS) - 1))),
        "crisis": pa.array(["N", "J"]).take(pa.array(provisions.crisis.astype(np.int64))),
        "huishouden": _per_person(provisions, [f"H{home + 1:07d}" for home in community.household.tolist()]),
    }
    return pa.table(texts)


_WET = {"jw": "jeugdwet", "wmo": "wmo"}


def _per_person(provisions: Provisions, texts: list[str]) -> pa.Array:
    return pa.array(texts, pa.string()).take(pa.array(provisions.person))


def _per_care(provisions: Provisions, texts: list[str], welfare: str) -> pa.Array:
    places = np.where(provisions.care >= 0, provisions.care, len(texts))
    return pa.array([*texts, welfare], pa.string()).take(pa.array(places))


def _own_numbers(provisions: Provisions, register: Register) -> list[str]:
    """JW-100001 for care with an assignment, PGB-, LT- or PW- and the person's place and kind for the rest."""
    domains = np.char.upper(texts("domein"))[provisions.care]
    marks = np.where(provisions.channel == Channel.MESSAGE, domains, _MARKS[provisions.channel])
    own = provisions.person * 100 + provisions.care + 1
    numbers = np.where(provisions.channel == Channel.MESSAGE, register.number, own)
    return [f"{mark}-{number}" for mark, number in zip(marks.tolist(), numbers.tolist(), strict=True)]


_MARKS = np.array(["", "PGB", "LT", "PW"])
