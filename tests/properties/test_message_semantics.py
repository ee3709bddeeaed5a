"""On random histories of messages the SQL of the uniform model says the same as the plain reading of the rules."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.properties import plain_semantics as plain
from tests.support.raw_rows import (
    ANNA,
    BRAM,
    FIRST,
    KEY,
    assignment,
    claim,
    claim_answer,
    events_of,
    model_of,
    provision,
    refused_line,
    request,
    returned,
)
from tests.support.raw_rows import start as started
from tests.support.raw_rows import stop as stopped

from graadmeter.domain.periods import quarter
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.pseudonymise.pseudonyms import pseudonyms

ENGINE = DuckDBEngine(threads=1)
BORN = {ANNA: date(2010, 5, 17), BRAM: date(2006, 3, 2)}
OWNER = {"1": ANNA, "2": ANNA, "3": BRAM}
PROVIDER = {"1": "01010101", "2": "01010101", "3": "02020202"}
NAME = {name: who for who, name in zip(BORN, pseudonyms(BORN, purpose="persoon", key=KEY).to_pylist(), strict=True)}

days = st.integers(0, 13).map(lambda step: date(2024, 2, 20) + timedelta(days=step))
numbers = st.sampled_from(["1", "2", "3"])
products = st.sampled_from(sorted(plain.FORMS))
referrers = st.sampled_from([None, "99", "02", "05"])
ends = st.none() | days


def client(number: str) -> dict[str, Any]:
    who = OWNER[number]
    return {"toewijzingnummer": number, "bsn": who, "geboortedatum": BORN[who], "aanbieder": PROVIDER[number]}


@st.composite
def assignments(draw: st.DrawFn) -> dict[str, Any]:
    number, product, first = draw(numbers), draw(products), draw(days)
    return assignment(
        **client(number),
        productcode=product,
        categorie=product[:2],
        ingangsdatum=first,
        einddatum=draw(ends | st.just(first)),
        toewijzingsdatum=draw(days),
        toewijzingstijd=draw(st.sampled_from(["08:00:00", "16:30:00"])),
        reden_wijziging=draw(st.sampled_from([None, "13", "04"])),
        referentie=draw(st.sampled_from([None, f"R{number}", "R9"])),
    )


@st.composite
def starts(draw: st.DrawFn) -> dict[str, Any]:
    number, status = draw(numbers), draw(st.sampled_from(["1", "1", "3"]))
    return started(draw(days), **client(number), dagtekening=draw(days), status_aanlevering=status)


@st.composite
def stops(draw: st.DrawFn) -> dict[str, Any]:
    number, status = draw(numbers), draw(st.sampled_from(["1", "1", "3"]))
    reason = draw(st.sampled_from(["20", "31", "32"]))
    told = {"dagtekening": draw(days), "status_aanlevering": status, "reden_beeindiging": reason}
    return stopped(draw(days), **client(number), begindatum=draw(days), **told)


@st.composite
def provisions(draw: st.DrawFn) -> dict[str, Any]:
    number, crisis = draw(numbers), draw(st.sampled_from("JN"))
    linked = {**client(number), "voorziening_id": number, "verwijzer": draw(referrers), "crisis": crisis}
    if draw(st.booleans()):
        return provision(**linked, begindatum=draw(days))
    law, product = draw(st.sampled_from(["jeugdwet", "jeugdwet", "participatiewet"])), draw(st.none() | products)
    own = {"toewijzingnummer": None, "wet": law, "productcode": product, "hulpvorm": None if product else "01"}
    return provision(**{**linked, **own}, begindatum=draw(days), einddatum=draw(ends))


@st.composite
def claims(draw: st.DrawFn) -> dict[str, Any]:
    at = draw(st.integers(1, 6))
    number, kind = str(at % 3 + 1), "DDDC"[at % 4]
    earlier = str(draw(st.integers(1, 6))) if kind == "C" else None
    values = {"debet_credit": kind, "vorig_referentienummer": earlier, "dagtekening": draw(days)}
    return claim(str(at), cents=at * 100, **client(number), **values)


refusals = st.sampled_from(["0200", "8848", "0200 9063", "9056"])


@st.composite
def returns(draw: st.DrawFn) -> dict[str, Any]:
    number, provider = draw(st.sampled_from(["302", "306", "308", "316"])), draw(st.sampled_from(["01010101"]))
    return returned(number, draw(days), aanbieder=provider, retourcodes=draw(st.none() | refusals))


@st.composite
def answers(draw: st.DrawFn) -> dict[str, Any]:
    return claim_answer(draw(days), retourcodes=draw(st.sampled_from(["8001", "9333", "0200"])))


@st.composite
def refused_lines(draw: st.DrawFn) -> dict[str, Any]:
    at = draw(st.integers(1, 6))
    return refused_line(str(at), draw(days), aanbieder=PROVIDER[str(at % 3 + 1)], retourcodes="9307")


@st.composite
def sessions(draw: st.DrawFn) -> dict[str, list[dict[str, Any]]]:
    extract = {
        (row["voorziening_id"], row["toewijzingnummer"] is None): row
        for row in draw(st.lists(provisions(), max_size=3))
    }
    return {
        "toewijzing": draw(st.lists(assignments(), max_size=4)),
        "start": draw(st.lists(starts(), max_size=5)),
        "stop": draw(st.lists(stops(), max_size=4)),
        "verzoek": [
            request(
                **client(number),
                referentie=f"R{number}",
                verwijzer_type=draw(st.sampled_from(["03", "04"])),
                dagtekening=draw(days),
            )
            for number in draw(st.lists(numbers, max_size=2))
        ],
        "prestatie": draw(st.lists(claims(), max_size=4)),
        "retour": draw(st.lists(returns(), max_size=2)),
        "declaratieantwoord": draw(st.lists(answers(), max_size=1)),
        "afgewezen_prestatie": draw(st.lists(refused_lines(), max_size=2)),
        "voorziening": list(extract.values()),
    }


@given(st.lists(sessions(), min_size=1, max_size=3))
def test_the_model_follows_the_rules(history: list[dict[str, list[dict[str, Any]]]]) -> None:
    events = [events_of(ENGINE, quarter(FIRST + at).code, **tables) for at, tables in enumerate(history)]
    found = model_of(ENGINE, *events)
    # Dense numbers follow the pseudonyms, so numbers tell persons apart but not which is which.
    who = {row["persoon"]: NAME[row["pseudoniem"]] for row in numbered(events)}
    assert Counter(seen(row, who) for row in found["traject"]) == Counter(map(told, plain.trajectories(history)))
    spans = ("persoon", "gemeente", "jeugd_van", "jeugd_tot")
    merged = Counter(tuple(row[name] for name in spans) for row in found["regeltraject"] if row["samen"])
    assert merged == Counter(
        tuple(row[name] for name in spans) for row in found["traject"] if row["soort"] == "jeugdhulp"
    )
    lines = Counter((who[row["persoon"]], row["productcode"], row["bedrag_cent"]) for row in found["declaratieregel"])
    assert lines == Counter(plain.net_claims(history))


def numbered(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Persons in the order of their pseudonyms."""
    known = {row for one in events for name in ("persoon", "prestatie") for row in one[name]["persoon"].to_pylist()}
    texts = sorted(name for name, who in NAME.items() if who in known)
    return [{"persoon": at, "pseudoniem": text} for at, text in enumerate(texts, 1)]


def seen(row: dict[str, Any], who: dict[int, str]) -> tuple[object, ...]:
    return (
        who[row["persoon"]],
        row["wet"],
        row["soort"],
        row["hulpvorm"] or row["maatregel"],
        row["aanbieder"],
        row["begin"],
        row["einde"] or plain.FOREVER,
        row["reden_einde"],
        row["verwijzer"],
        row["crisis"],
        row["begin_jeugd"],
        row["einde_jeugd"],
    )


def told(one: plain.Care) -> tuple[object, ...]:
    return (
        one.bsn,
        one.law,
        one.kind,
        one.form,
        one.provider,
        one.begin,
        one.end,
        one.reason,
        one.referrer,
        one.crisis,
        one.begin_young,
        one.end_young,
    )
