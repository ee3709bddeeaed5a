"""The rules of messages once more, one person's reading in plain Python: slow, and without a line of SQL.

Raw rows of successive sessions in, trajectories and net claims out, as the pages docs/uniform-model.md describe them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from graadmeter.domain.ages import eighteenth_birthday

Row = Mapping[str, Any]
Session = Mapping[str, Sequence[Row]]
FOREVER = date(9999, 12, 31)
FORMS = {
    "45A01": ("jeugdhulp", "02"),
    "45A02": ("jeugdhulp", "02"),
    "43A03": ("jeugdhulp", "11"),
    "48A01": ("bescherming", "11"),
    "42A01": ("vervoer", None),
}


@dataclass(frozen=True)
class Care:
    """One trajectory."""

    bsn: str
    law: str
    kind: str
    form: str | None
    provider: str | None
    begin: date
    end: date
    reason: str | None
    referrer: str
    crisis: bool
    begin_young: bool
    end_young: bool
    key: str


SENT_AS = {"toewijzing": "301", "start": "305", "stop": "307", "verzoek": "315", "prestatie": "323"}
NO_REFUSAL = {"0200", "0233", "8001", "9056", "8021"}


def in_order(sessions: Sequence[Session], table: str) -> list[Row]:
    """Every record that was not refused, with its stamp: message date, session, place in the session."""
    messages, lines = refused(sessions)
    return [
        {**row, "stamp": (row.get("dagtekening"), number, at)}
        for number, session in enumerate(sessions)
        for at, row in enumerate(session.get(table, ()))
        if sent(row, SENT_AS.get(table)) not in messages
        and (*sent(row, SENT_AS.get(table)), row.get("referentienummer")) not in lines
    ]


def sent(row: Row, number: str | None) -> tuple[Any, ...]:
    """What tells a message from others."""
    return (number, row.get("domein"), row.get("aanbieder"), row.get("bericht_id"), row.get("dagtekening"))


def refused(sessions: Sequence[Session]) -> tuple[set[tuple[Any, ...]], set[tuple[Any, ...]]]:
    """Messages that were refused as a whole, and claim lines that were refused one by one."""
    messages, lines = set(), set()
    for session in sessions:
        for row in (*session.get("retour", ()), *session.get("retourregel", ())):
            told = f"{row.get('retourcodes') or ''} {row.get('retourcodes_client') or ''}".split()
            if set(told) - NO_REFUSAL:
                messages.add(sent(row, str(int(row["bericht"]) - 1)))
        for row in session.get("declaratieantwoord", ()):
            if {*row["retourcodes_kop"].split(), *(row.get("retourcodes") or "").split()} - NO_REFUSAL:
                messages.add(answered(row))
        for row in session.get("afgewezen_prestatie", ()):
            if row["retourcodes"] != "8021":
                lines.add((*answered(row), row["referentienummer"]))
    return messages, lines


def answered(row: Row) -> tuple[Any, ...]:
    """The claim that a claim answer is about."""
    return ("323", row["domein"], row["aanbieder"], row["declaratie_id"], row["declaratie_verzonden"])


def grouped(rows: Iterable[Row], *names: str) -> dict[tuple[Any, ...], list[Row]]:
    """The rows per value of some columns."""
    groups = defaultdict(list)
    for row in rows:
        groups[tuple(row[name] for name in names)].append(row)
    return groups


def standing(records: list[Row], *names: str) -> Iterator[Row]:
    """What no later withdrawal with the same key undid."""
    for mine in grouped(records, *names).values():
        alive: list[Row] = []
        for record in sorted(mine, key=lambda row: row["stamp"]):
            alive = [] if record["status_aanlevering"] == "3" else [*alive, record]
        yield from alive


def young(day: date, born: date) -> bool:
    return day < eighteenth_birthday(born)


def assigned(sessions: Sequence[Session]) -> Iterator[Care]:
    key = ("domein", "toewijzingnummer")
    starts = grouped(in_order(sessions, "start"), *key)
    stops = grouped(in_order(sessions, "stop"), *key)
    rows = in_order(sessions, "voorziening")
    for name, versions in grouped(in_order(sessions, "toewijzing"), *key).items():
        versions.sort(key=lambda row: (row["toewijzingsdatum"], row["toewijzingstijd"], row["stamp"]))
        latest = versions[-1]
        begins = list(standing(starts.get(name, []), "begindatum"))
        removed = latest.get("reden_wijziging") == "13" and latest["ingangsdatum"] == latest.get("einddatum")
        if removed or not begins:
            continue
        first = min(begins, key=lambda row: row["begindatum"])
        resumed = max(row["begindatum"] for row in begins)
        ends = [
            row
            for row in standing(stops.get(name, []), "begindatum", "reden_beeindiging")
            if row["reden_beeindiging"] != "20" and row["einddatum"] >= resumed
        ]
        last = max(ends, key=lambda row: (row["einddatum"], row["stamp"]), default=None)
        end = last["einddatum"] if last else latest.get("einddatum")
        kind, form = FORMS[latest["productcode"]]
        mine = [row for row in rows if row["wet"] == "jeugdwet" and row.get("toewijzingnummer") == name[1]]
        yield Care(
            latest["bsn"],
            "jeugdwet",
            kind,
            form,
            latest["aanbieder"],
            first["begindatum"],
            end or FOREVER,
            last["reden_beeindiging"] if last else None,
            referrer(sessions, mine, versions),
            bool(mine) and mine[-1]["crisis"] == "J",
            young(first["begindatum"], first["geboortedatum"]),
            end is not None and young(end, latest["geboortedatum"]),
            f"jw|{int(name[1]):09d}",
        )


def referrer(sessions: Sequence[Session], rows: list[Row], versions: list[Row]) -> str:
    told = [row["verwijzer"] for row in rows if row.get("verwijzer") not in {None, "99"}]
    if told:
        return str(told[-1])
    requests = grouped(in_order(sessions, "verzoek"), "aanbieder", "referentie")
    for version in reversed(versions):
        asked = requests.get((version["aanbieder"], version.get("referentie")))
        if asked:
            return str(max(asked, key=lambda row: row["stamp"])["verwijzer_type"])
    return "99"


def own(sessions: Sequence[Session]) -> Iterator[Care]:
    latest: dict[str, Row] = {}
    for row in in_order(sessions, "voorziening"):
        if row.get("toewijzingnummer") is None:
            latest[row["voorziening_id"]] = row
    for name, row in latest.items():
        kind, form = FORMS[row["productcode"]] if row.get("productcode") else ("jeugdhulp", row.get("hulpvorm"))
        end = row.get("einddatum")
        yield Care(
            row["bsn"],
            row["wet"],
            "bijstand" if row["wet"] == "participatiewet" else kind,
            None if row["wet"] == "participatiewet" else form,
            row.get("aanbieder"),
            row["begindatum"],
            end or FOREVER,
            None,
            row.get("verwijzer") or "99",
            row["crisis"] == "J",
            young(row["begindatum"], row["geboortedatum"]),
            end is not None and young(end, row["geboortedatum"]),
            f"voorziening|{name}",
        )


def trajectories(sessions: Sequence[Session]) -> list[Care]:
    """All trajectories, merged by the CBS rule."""
    pieces = [one for one in (*assigned(sessions), *own(sessions)) if one.kind != "vervoer" and one.begin <= one.end]
    groups: dict[tuple[Any, ...], list[Care]] = defaultdict(list)
    for piece in sorted(pieces, key=lambda one: (one.begin, one.key)):
        mine = groups[piece.bsn, piece.law, piece.kind, piece.form, piece.provider]
        if mine and piece.begin <= mine[-1].end:
            longer = max((mine[-1], piece), key=lambda one: one.end)
            mine[-1] = replace(mine[-1], end=longer.end, reason=longer.reason, end_young=longer.end_young)
        else:
            mine.append(piece)
    return [one for mine in groups.values() for one in mine]


def net_claims(sessions: Sequence[Session]) -> list[tuple[str, str, int]]:
    """Person, product and amount of every line that is neither credited nor a repetition."""
    lines = in_order(sessions, "prestatie")
    cancelled = {(row["aanbieder"], row["vorig_referentienummer"]) for row in lines if row["debet_credit"] == "C"}
    debit: dict[tuple[str, str], Row] = {}
    for row in sorted(lines, key=lambda row: row["stamp"]):
        if row["debet_credit"] == "D":
            debit[row["aanbieder"], row["referentienummer"]] = row
    return [(row["bsn"], row["productcode"], row["bedrag"]) for key, row in debit.items() if key not in cancelled]
