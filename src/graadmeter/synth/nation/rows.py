"""The rows of the uniform model for one piece of the country."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from graadmeter.domain import model
from graadmeter.engine.arrow import shaped
from graadmeter.synth.days import eighteenth, quarter_of, year_of
from graadmeter.synth.kinds import WELFARE, flags, texts
from graadmeter.synth.nation.clients import Care, Clients
from graadmeter.synth.nation.pieces import Piece
from graadmeter.synth.nation.texts_of import days, looked_up, of_care, provider_codes
from graadmeter.synth.region_facts import REFERRERS

_CRISIS = 0.04
_TO_23 = 20
"""Quarters from the 18th to the 23rd birthday."""
_SOORTEN = np.array([*texts("soort")[:-1].tolist(), "bijstand"])
LAWS = np.array([{"jw": "jeugdwet", "wmo": "wmo"}.get(name, "participatiewet") for name in texts("domein").tolist()])
"""The law of every kind of care."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """Where counting goes on in this piece: persons, trajectories and households before it; quarters of the window."""

    persons: int
    trajectories: int
    households: int
    first: int
    last: int


def persons(clients: Clients, at: Numbers) -> pa.Table:
    """Rows of `persoon`."""
    adult = eighteenth(clients.born)
    return shaped(
        pa.table(
            {
                "persoon": np.arange(len(clients)) + at.persons,
                "geslacht": looked_up(np.array(["o", "m", "v"]), clients.sex),
                "geboortejaar": year_of(clients.born),
                "kw_laatste_jeugd": quarter_of(adult - 1),
                "kw_18": quarter_of(adult),
            }
        ),
        model.PERSOON,
    )


def trajectories(rng: np.random.Generator, clients: Clients, care: Care, piece: Piece, at: Numbers) -> pa.Table:
    """Rows of `traject`. What ends after the window is still running."""
    kind, adult = care.kind, eighteenth(clients.born)[care.person]
    running = quarter_of(care.end) > at.last
    until = np.where(running, at.last, quarter_of(care.end))
    minor, grown = care.begin < adult, running | (care.end >= adult)
    youth_until = np.minimum(until, quarter_of(adult - 1))
    last_young = quarter_of(adult - 1) + _TO_23
    grown_from = np.where(minor, quarter_of(adult), quarter_of(care.begin))
    soort, form = _SOORTEN[kind], texts("vorm")[kind]
    help_ = soort == "jeugdhulp"
    return shaped(
        pa.table(
            {
                "traject": np.arange(len(care)) + at.trajectories,
                "persoon": care.person + at.persons,
                "gemeente": of_care(care, piece),
                "wet": looked_up(LAWS, kind),
                "soort": looked_up(_SOORTEN, kind),
                "hulpvorm": pa.array(form, mask=~help_),
                "maatregel": pa.array(form, mask=~np.isin(soort, ["bescherming", "reclassering"])),
                "wmo_vorm": pa.array(form, mask=soort != "wmo"),
                "voorziening": pa.array(np.where(kind == WELFARE, "bijstand", form)),
                "productcode": pa.array(texts("productcode")[kind], mask=texts("productcode")[kind] == ""),
                "verblijf": help_ & (form >= "11"),
                "dyslexie": flags(lambda item: item.dyslexie)[kind],
                "crisis": help_ & (rng.random(len(care)) < _CRISIS),
                "verwijzer": looked_up(np.array([*REFERRERS[:-1], "99"]), rng.integers(0, len(REFERRERS), len(care))),
                "aanbieder": provider_codes(care.provider),
                "leveringsvorm": pa.array(["ZIN"] * len(care)),
                "begin": days(care.begin, np.zeros(len(care), bool)),
                "einde": days(care.end, running),
                "reden_einde": pa.array(np.where(help_, "31", "19"), mask=running),
                "kw_begin": quarter_of(care.begin),
                "kw_einde": pa.array(quarter_of(np.where(running, care.begin, care.end)), mask=running),
                "begin_jeugd": minor,
                "einde_jeugd": ~running & (care.end < adult),
                "jeugd_van": pa.array(quarter_of(care.begin), mask=~minor),
                "jeugd_tot": pa.array(youth_until, mask=~minor),
                "volw_van": pa.array(grown_from, mask=~grown | (grown_from > until)),
                "volw_tot": pa.array(until, mask=~grown | (grown_from > until)),
                "jong_van": pa.array(quarter_of(care.begin), mask=quarter_of(care.begin) > last_young),
                "jong_tot": pa.array(np.minimum(until, last_young), mask=quarter_of(care.begin) > last_young),
            }
        ),
        model.TRAJECT,
    )
