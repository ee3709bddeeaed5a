"""From delivered records to trajectories and claims, written again from the rules and not from our own code."""

import csv
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from tests.e2e.delivered import Delivered, day

FOREVER = date(9999, 12, 31)
RESIDENCE = {"11", "12", "13", "14"}


@dataclass
class Trajectory:
    """One trajectory, merged."""

    bsn: str
    gm: str
    law: str
    kind: str
    form: str
    provider: str
    begin: date
    end: date
    """FOREVER while running."""
    referrer: str
    crisis: bool
    dyslexia: bool
    key: str


def products(workspace: Path) -> dict:
    """(domain, code) -> (kind, form, dyslexia); in the synthetic region a code means the same on every day."""
    with (workspace / "producten.csv").open(encoding="utf-8") as lines:
        return {
            (row["domein"], row["productcode"]): (row["soort"], row["vorm"], row["dyslexie"] == "J")
            for row in csv.DictReader(lines)
        }


def trajectories(found: Delivered, known: dict) -> list[Trajectory]:
    """All trajectories of the region."""
    raw = [*_assigned(found, known), *_own(found, known)]
    return _merged([one for one in raw if one.kind != "vervoer" and one.end >= one.begin])


def _assigned(found: Delivered, known: dict):
    extra = _added(found)
    for key, versions in found.assignments.items():
        latest = max(versions, key=lambda one: one["version"])
        removed = latest["reason"] == "13" and latest["first"] == latest["last"]
        begins = [one["begin"] for one in _standing(found.starts.get(key, []), ("begin",))]
        if removed or not begins:
            continue
        ends = [
            one["end"]
            for one in _standing(found.stops.get(key, []), ("begin", "reason"))
            if one["reason"] != "20" and one["end"] >= max(begins)
        ]
        kind, form, dyslexia = known[latest["dom"], latest["code"]]
        referrer, crisis = extra.get(key, ("", False))
        yield Trajectory(
            bsn=latest["bsn"],
            gm=latest["gm"],
            law="wmo" if latest["dom"] == "wmo" else "jeugdwet",
            kind=kind,
            form=form,
            provider=latest["agb"],
            begin=min(begins),
            end=max(ends) if ends else latest["last"] or FOREVER,
            referrer=referrer or _requested(found, versions) or "99",
            crisis=crisis,
            dyslexia=dyslexia,
            key=f"{key[0]}|{key[2]:09}",
        )


def _standing(records: list[dict], names: tuple[str, ...]) -> list[dict]:
    """Records that no later withdrawal with the same key undid."""
    by_key = defaultdict(list)
    for record in sorted(records, key=lambda one: one["stamp"]):
        mine = by_key[tuple(record[name] for name in names)]
        if record["status"] == "3":
            mine.clear()
        else:
            mine.append(record)
    return [record for mine in by_key.values() for record in mine]


def _added(found: Delivered) -> dict:
    """Per assignment the latest known referrer and the latest crisis mark of the extract."""
    extra = {}
    for row in sorted(found.provisions, key=lambda one: one["kw"]):
        if row["toewijzingnummer"] and row["wet"] != "participatiewet":
            key = ("wmo" if row["wet"] == "wmo" else "jw", f"GM{row['gemeente']}", int(row["toewijzingnummer"]))
            before = extra.get(key, ("", False))[0]
            referrer = row["verwijzer"] if row["verwijzer"] not in {"", "99"} else before
            extra[key] = (referrer, row["crisis"] == "J")
    return extra


def _requested(found: Delivered, versions: list[dict]) -> str:
    for version in sorted(versions, key=lambda one: one["version"], reverse=True):
        reference = (version["gm"], version["agb"], version["reference"])
        asked = [one for one in found.requests.get(reference, []) if one[1] != "99"]
        if asked:
            return max(asked)[1]
    return ""


def _own(found: Delivered, known: dict):
    """Provisions without an assignment: the row of the latest quarter counts."""
    latest = {}
    for row in sorted(found.provisions, key=lambda one: one["kw"]):
        if not row["toewijzingnummer"]:
            latest[row["gemeente"], row["voorziening_id"]] = row
    for (town, number), row in latest.items():
        law = row["wet"]
        if law == "participatiewet":
            kind, form, dyslexia = "bijstand", "", False
        else:
            domain, default = ("wmo", "wmo") if law == "wmo" else ("jw", "jeugdhulp")
            kind, form, dyslexia = known.get((domain, row["productcode"]), (default, row["hulpvorm"], False))
        yield Trajectory(
            bsn=row["bsn"],
            gm=f"GM{town}",
            law=law,
            kind=kind,
            form=form,
            provider=row["aanbieder"],
            begin=day(row["begindatum"]),
            end=day(row["einddatum"]) or FOREVER,
            referrer=row["verwijzer"] or "99",
            crisis=row["crisis"] == "J",
            dyslexia=dyslexia,
            key=f"voorziening|{number}",
        )


def _merged(parts: list[Trajectory]) -> list[Trajectory]:
    groups = defaultdict(list)
    for part in parts:
        groups[part.bsn, part.gm, part.law, part.kind, part.form, part.provider].append(part)
    merged = []
    for group in groups.values():
        mine = []
        for part in sorted(group, key=lambda one: (one.begin, one.key)):
            if mine and part.begin <= mine[-1].end:
                mine[-1].end = max(mine[-1].end, part.end)
                mine[-1].dyslexia |= part.dyslexia
            else:
                mine.append(part)
        merged += mine
    return merged


def net_claims(found: Delivered) -> list[dict]:
    """Debit lines that no credit line names; a line that came twice counts once."""
    cancelled = {(one["dom"], one["agb"], one["cancels"]) for one in found.claims if one["kind"] == "C"}
    debit = {(one["dom"], one["agb"], one["number"]): one for one in found.claims if one["kind"] == "D"}
    return [line for key, line in debit.items() if key not in cancelled]


def eighteen(born: date) -> date:
    """The eighteenth birthday; 1 March for who was born on 29 February."""
    if (born.month, born.day) == (2, 29):
        return date(born.year + 18, 3, 1)
    return born.replace(year=born.year + 18)


def days(one: Trajectory, born: date, age: str) -> tuple[date, date]:
    """First and last day that count for minors ('0-17'), adults ('18+') or everybody ('all')."""
    birthday = eighteen(born)
    first = max(one.begin, birthday) if age == "18+" else one.begin
    last = min(one.end, birthday - timedelta(days=1)) if age == "0-17" else one.end
    return first, last
