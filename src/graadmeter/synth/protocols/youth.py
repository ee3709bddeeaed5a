"""CBS records on youth help, protection and probation over two half-years, and the trajectories behind them.

The second half-year holds the first once more, as the protocol asks. Each young person has a story that shows one rule:
what ends, runs on, overlaps, lies within residence, was withdrawn, has no BSN, or is handed over.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from graadmeter.domain.bsn import UNKNOWN
from graadmeter.synth.numbers import numbers_for
from graadmeter.synth.protocols.delivery import ProtocolDelivery, Row

FIRST, SECOND = "2025HJ01", "2025HJ02"
QUARTER = "2025KW02"
PROVIDERS = ("30000001", "30000002")
_EARLY, _LATE = date(2025, 1, 6), date(2025, 8, 4)
_WEEK = timedelta(weeks=1)
_HELP, _ORDER = "bij_jeugdhulp", "bij_jeugdbescherming"


@dataclass(frozen=True, slots=True)
class Known:
    """A trajectory as the model should hold it."""

    bsn: str
    """Empty when there is none."""
    aanbieder: str
    register: str
    vorm: str
    begin: date
    einde: date | None
    overdrachten: int = 0


@dataclass(slots=True)
class YouthStory:
    """Records per deliverer, period of delivery and table, and the truth."""

    records: dict[tuple[str, str, str], list[Row]] = field(default_factory=dict)
    truth: list[Known] = field(default_factory=list)

    def tell(self, provider: str, table: str, row: Row, *, held_in: str = "12") -> None:
        """Adds a record about the first half-year, as delivered in time (`1`) and once more (`2`)."""
        for sign, period in zip("12", (FIRST, SECOND), strict=True):
            if sign in held_in:
                self.records.setdefault((provider, period, table), []).append({"periode": FIRST, **row})

    def tell_later(self, provider: str, table: str, row: Row) -> None:
        """Adds a record about the second half-year."""
        self.records.setdefault((provider, SECOND, table), []).append({"periode": SECOND, **row})


def youth_deliveries(seed: int, persons: int) -> tuple[list[ProtocolDelivery], list[Known]]:
    """The deliveries of both providers over both half-years, and the trajectories the model should hold."""
    rng = np.random.default_rng(seed)
    story = YouthStory()
    for at, number in enumerate(numbers_for(rng, persons, (0.0, 1.0))):
        shift = timedelta(days=int(rng.integers(0, 20)))
        person = _person(f"{number:09}", rng)
        _TALES[at % len(_TALES)](story, PROVIDERS[at // len(_TALES) % 2], person, _EARLY + shift)
    keys = sorted({(provider, period) for provider, period, _ in story.records})
    deliveries = [ProtocolDelivery(*key, dict(_tables(story, *key))) for key in keys]
    return deliveries, story.truth


def _tables(story: YouthStory, provider: str, period: str) -> Iterator[tuple[str, list[Row]]]:
    for (by, about, table), rows in sorted(story.records.items()):
        if (by, about) == (provider, period):
            yield table, rows


def _person(bsn: str, rng: np.random.Generator) -> Row:
    born = date(2009, 1, 1) + timedelta(days=int(rng.integers(0, 4000)))
    sex = "MVO"[int(rng.integers(0, 3))]
    return {"bsn": bsn, "geboortedatum": f"{born:%Y%m%d}", "geslacht": sex, "woonplaats": "0141"}


def _care(person: Row, form: str, begin: date, end: date | None) -> Row:
    ended = {"einddatum": f"{end:%Y%m%d}", "reden_einde": "01"} if end else {}
    first = {"begindatum": f"{begin:%Y%m%d}", "verwijzer": "02", "crisis": "02", "hulpvorm": form}
    return {**person, **first, **ended}


def _ended(story: YouthStory, provider: str, person: Row, begin: date) -> None:
    end = begin + 8 * _WEEK
    asked = {"uitkomst1_informant": "J", "uitkomst1_nut": "8", "uitkomst1_zonder_hulp": "04"}
    story.tell(provider, _HELP, _care(person, "02", begin, end) | asked)
    story.truth.append(Known(person["bsn"], provider, "jeugdhulp", "02", begin, end))


def _running(story: YouthStory, provider: str, person: Row, begin: date) -> None:
    end = _LATE + 5 * _WEEK
    story.tell(provider, _HELP, _care(person, "04", begin, None))
    story.tell_later(provider, _HELP, _care(person, "04", begin, end))
    story.truth.append(Known(person["bsn"], provider, "jeugdhulp", "04", begin, end))


def _overlapping(story: YouthStory, provider: str, person: Row, begin: date) -> None:
    story.tell(provider, _HELP, _care(person, "03", begin, begin + 6 * _WEEK))
    story.tell(provider, _HELP, _care(person, "03", begin + 4 * _WEEK, begin + 12 * _WEEK))
    story.tell(provider, _HELP, _care(person, "03", begin + 14 * _WEEK, begin + 16 * _WEEK))
    for first, last in ((0, 12), (14, 16)):
        known = Known(person["bsn"], provider, "jeugdhulp", "03", begin + first * _WEEK, begin + last * _WEEK)
        story.truth.append(known)


def _resident(story: YouthStory, provider: str, person: Row, begin: date) -> None:
    story.tell(provider, _HELP, _care(person, "14", begin, None))
    story.tell(provider, _HELP, _care(person, "02", begin + 2 * _WEEK, begin + 6 * _WEEK))
    story.tell_later(provider, _HELP, _care(person, "14", begin, None))
    story.truth.append(Known(person["bsn"], provider, "jeugdhulp", "14", begin, None))


def _withdrawn(story: YouthStory, provider: str, person: Row, begin: date) -> None:
    """In the first delivery and not in the redelivery: it counts as deleted."""
    story.tell(provider, _HELP, _care(person, "11", begin, None), held_in="1")


def _nameless(story: YouthStory, provider: str, person: Row, begin: date) -> None:
    unknown = {**person, "bsn": UNKNOWN, "geboortedatum": f"{person['geboortedatum'][:4]}0000"}
    story.tell(provider, _HELP, _care(unknown, "12", begin, None))
    story.truth.append(Known("", provider, "jeugdhulp", "12", begin, None))


def _handed_over(story: YouthStory, provider: str, person: Row, begin: date) -> None:
    """The first institution tells when it began, the last when it ended; neither tells both."""
    other = PROVIDERS[1 - PROVIDERS.index(provider)]
    day, end = _LATE, _LATE + 9 * _WEEK
    order = {**person, "maatregel": "11"}
    story.tell(provider, _ORDER, order | {"begindatum": f"{begin:%Y%m%d}"})
    story.tell_later(provider, _ORDER, order | {"begindatum": f"{begin:%Y%m%d}", "overgedragen": f"{day:%Y%m%d}"})
    taken = {"overgenomen": f"{day + timedelta(days=1):%Y%m%d}", "einddatum": f"{end:%Y%m%d}", "reden_einde": "04"}
    story.tell_later(other, _ORDER, order | taken)
    story.truth.append(Known(person["bsn"], other, "bescherming", "11", begin, end, overdrachten=1))


def _supervised(story: YouthStory, provider: str, person: Row, begin: date) -> None:
    """Probation is delivered per quarter, and of young persons of twelve and older."""
    told = {**person, "maatregel": "41", "begindatum": f"{begin:%Y%m%d}", "erkende_interventie": "01"}
    ended = {"einddatum": f"{begin + 20 * _WEEK:%Y%m%d}", "reden_einde": "41", "doorverwijzing": "51"}
    old = {"periode": QUARTER, "geboortedatum": f"2009{person['geboortedatum'][4:]}"}
    story.records.setdefault((provider, QUARTER, "bij_jeugdreclassering"), []).append(told | ended | old)
    story.truth.append(Known(person["bsn"], provider, "reclassering", "41", begin, begin + 20 * _WEEK))


Tale = Callable[[YouthStory, str, Row, date], None]
_TALES: tuple[Tale, ...] = (
    _ended,
    _running,
    _overlapping,
    _resident,
    _withdrawn,
    _nameless,
    _handed_over,
    _supervised,
)
