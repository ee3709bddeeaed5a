"""Writes everything one municipality delivers, quarter by quarter, and hands back what the truth is counted from."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
from pyarrow import csv

from graadmeter.domain.periods import quarter
from graadmeter.synth.archive import Archive
from graadmeter.synth.claim_answers import claim_answers
from graadmeter.synth.claim_messages import claims
from graadmeter.synth.claims import Lines, draw_lines
from graadmeter.synth.community import Community, Window, compose
from graadmeter.synth.envelope import Clients, Kind
from graadmeter.synth.extract import Extract, extract_of, extract_table
from graadmeter.synth.kinds import texts
from graadmeter.synth.messages import WRITERS, Message, Office, assigned_volumes
from graadmeter.synth.movers import draw_movers
from graadmeter.synth.population import inhabitants
from graadmeter.synth.provisions import Channel, Provisions, provide
from graadmeter.synth.region_facts import municipalities, wijken
from graadmeter.synth.register import Register
from graadmeter.synth.registering import registered
from graadmeter.synth.replying import Replies, draw_replies
from graadmeter.synth.request_messages import WRITERS as REQUEST_WRITERS
from graadmeter.synth.return_messages import returned

_RETURNED_EVERY = 100
"""One accepted message in so many has its return message in the delivery."""
_OPTIONS = csv.WriteOptions(delimiter=";", quoting_style="none", quoting_header="none")


@dataclass(frozen=True, slots=True)
class Draw:
    """All that was drawn for one municipality."""

    community: Community
    provisions: Provisions
    register: Register
    lines: Lines
    extract: Extract
    replies: Replies


def draw(seed: int, place: int, window: Window) -> Draw:
    """Draws municipality number `place`; the same for the same seed and window, whatever else is drawn."""
    movers = draw_movers(np.random.default_rng([seed, 1_000_003]), window.years, window.fraction)
    rng = np.random.default_rng([seed, place])
    community = compose(rng, place, movers, window)
    provisions, register = registered(rng, provide(rng, community, window), window)
    lines = draw_lines(rng, provisions, register, window)
    extract = extract_of(rng, community, provisions, register)
    apart = np.random.default_rng([seed, place, 325])
    register, lines, replies = draw_replies(apart, provisions, register, lines, window)
    return Draw(community, provisions, register, lines, extract, replies)


def write_municipality(inbox: Path, drawn: Draw, window: Window) -> int:
    """Writes `<inbox>/<gemeente>-<quarter>/` for every quarter of the window; says how many messages."""
    number = drawn.community.municipality.number
    folders = {index: inbox / f"{number}-{quarter(index).code}" for index in range(window.first, window.last + 1)}
    for folder in folders.values():
        folder.mkdir(parents=True)
    messages = _write_messages(drawn, folders)
    for index, folder in folders.items():
        csv.write_csv(extract_table(drawn.extract, index, window), folder / "voorzieningen.csv", _OPTIONS)
        if index % 4 == 0:
            table = population_table(drawn.community, index // 4, window.fraction)
            csv.write_csv(table, folder / "bevolking.csv", _OPTIONS)
    return messages


def _write_messages(drawn: Draw, folders: dict[int, Path]) -> int:
    written = 0
    with ExitStack() as stack:
        archives = {index: stack.enter_context(Archive(folder / "berichten.zip")) for index, folder in folders.items()}
        for kind, messages in _messages(drawn):
            counts, start = dict.fromkeys(archives, 0), kind.name
            for message in messages:
                counts[message.quarter] += 1
                name = f"{start}_{counts[message.quarter]:06d}.xml"
                archives[message.quarter].add(name, message.content)
            written += sum(counts.values())
    return written


def _messages(drawn: Draw) -> Iterator[tuple[Kind, Iterator[Message]]]:
    for domain in ("jw", "wmo"):
        office = _office(drawn, domain)
        for number, writer in (WRITERS | REQUEST_WRITERS).items():
            answered: list[Message] = []
            yield Kind(domain, number), _noting(writer(office), answered)
            yield Kind(domain, str(int(number) + 1)), _returned(Kind(domain, number), answered, drawn.replies.final_day)
        yield Kind(domain, "323"), claims(office, drawn.lines)
        yield Kind(domain, "325"), claim_answers(office, drawn.lines)


def _noting(messages: Iterator[Message], answered: list[Message]) -> Iterator[Message]:
    """The messages; those whose return message is delivered too are noted: all refused ones, and some others."""
    for number, message in enumerate(messages):
        if message.refused or number % _RETURNED_EVERY == 0:
            answered.append(message)
        yield message


def _returned(kind: Kind, answered: list[Message], final_day: int) -> Iterator[Message]:
    for message in answered:
        day, back = returned(kind, message)
        if (day - date(1970, 1, 1)).days <= final_day:
            yield back


def _office(drawn: Draw, domain: str) -> Office:
    mine = (texts("domein")[drawn.provisions.care] == domain) & (drawn.provisions.channel == Channel.MESSAGE)
    clients = Clients(drawn.community, domain, np.unique(drawn.provisions.person[mine]))
    volumes = assigned_volumes(drawn.provisions)
    return Office(drawn.community, drawn.provisions, drawn.register, domain, clients, volumes, drawn.replies)


def population_table(community: Community, year: int, fraction: float) -> pa.Table:
    """The inhabitants on 1 January of the year, all texts, in the order of the layout `bevolking`."""
    found = inhabitants(community.municipality, year, fraction)
    codes = pa.array([item.code for item in wijken()[community.municipality.code]])
    return pa.table(
        {
            "gemeente": pa.array([community.municipality.number] * len(found.count)),
            "wijk": codes.take(pa.array(found.wijk)),
            "peildatum": pa.array([f"{year}-01-01"] * len(found.count)),
            "leeftijd": pa.array(found.age),
            "geslacht": pa.array(["m", "v"]).take(pa.array(found.sex)),
            "aantal": pa.array(found.count),
            "in_instelling": pa.array(found.institution),
        }
    )


def place_of(code: str) -> int:
    """The number of a municipality in `municipalities()`; raises ValueError for a code outside the region."""
    return [item.code for item in municipalities()].index(code)
