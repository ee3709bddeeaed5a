"""All twelve indicators counted again from what was delivered: every level, period and breakdown, by hand."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tests.e2e.delivered import quarter_index, read_inbox
from tests.e2e.trajectories import FOREVER, RESIDENCE, Trajectory, days, eighteen, net_claims, products, trajectories

LAW_AGE = {"jeugdwet": "0-17", "wmo": "18+", "participatiewet": "all"}
LETTER = {"jeugdwet": "J", "participatiewet": "P", "wmo": "W"}
YOUTH_MEASURES = {"bescherming", "reclassering", "preventief"}
ALL_LEVELS = ("regio", "gemeente", "wijk")
REGION = "JZ14"


@dataclass(frozen=True)
class Row:
    """Something that counts: what it counts as, whose home it has, where, in which quarters, and its members."""

    thing: object
    who: object
    gm: str
    quarters: frozenset
    members: dict = field(hash=False, compare=False)
    """Dimension -> member, or a function of the year that gives it."""


def quarter_of(when: date) -> int:
    return when.year * 4 + (when.month - 1) // 3


def recount(workspace: Path, first: str, last: str) -> dict:
    """(indicator, unit, area, period, dimension, member) -> value, for every cell that is not zero."""
    return Recount(workspace, quarter_index(first), quarter_index(last)).count_all()


class Recount:
    def __init__(self, workspace: Path, first: int, last: int) -> None:
        self.window = range(first, last + 1)
        self.found = read_inbox(workspace / "inbox")
        self.known = products(workspace)
        self.all = trajectories(self.found, self.known)
        self.cells = {}
        self.homes, self.households, self.household_homes = {}, {}, {}
        for row in self.found.provisions:
            key = (row["bsn"], f"GM{row['gemeente']}", row["kw"])
            for value, where in ((row["wijk"], self.homes), (row["huishouden"], self.households)):
                if value:
                    where[key] = min(value, where.get(key, value))
        for (bsn, gm, kw), house in self.households.items():
            home = self.homes.get((bsn, gm, kw))
            if home:
                key = ((gm, house), gm, kw)
                self.household_homes[key] = min(home, self.household_homes.get(key, home))

    def count_all(self) -> dict:
        youth = [one for one in self.all if one.kind == "jeugdhulp"]
        minors = self.persons(youth)
        inhabitants = self.inhabitants
        self.count("jeugdhulp", "personen", minors, ("hulpvorm", "geslacht", "leeftijdsgroep"))
        self.share(("jeugdhulp", "procent"), minors, inhabitants("0-17"), ("hulpvorm",), ("geslacht", "leeftijdsgroep"))
        for flow, rows in self.flows(youth).items():
            self.count("trajecten", f"trajecten {flow}", rows, ("hulpvorm",))
        resident = self.persons([one for one in youth if one.form in RESIDENCE])
        self.count("verblijf", "personen", resident, ("hulpvorm",))
        self.share(("verblijf", "procent"), resident, minors, ("hulpvorm",))
        court = self.persons([one for one in self.all if one.kind in {"bescherming", "reclassering"}])
        self.count("bescherming_reclassering", "personen", court, ("maatregel",))
        self.share(("bescherming_reclassering", "procent"), court, inhabitants("0-17"), ("maatregel",))
        dyslexia = self.persons([one for one in youth if one.dyslexia])
        self.count("dyslexie", "personen", dyslexia, ())
        self.share(("dyslexie", "procent"), dyslexia, inhabitants("0-17"), ())
        self.count_begun(youth)
        self.largest(minors)
        wmo = self.persons([one for one in self.all if one.kind == "wmo"], "18+")
        self.count("wmo_clienten", "personen", wmo, ("wmo_vorm",))
        self.share(("wmo_clienten", "per_1000"), wmo, inhabitants("18+"), ("wmo_vorm",))
        self.stacking()
        self.money()
        self.elderly()
        return self.cells

    def count_begun(self, youth: list[Trajectory]) -> None:
        begun = self.flows(youth)["begonnen"]
        crisis = [row for row in begun if self.all[row.thing].crisis]
        again = [row for row in begun if self.repeated(self.all[row.thing])]
        told = [row for row in begun if row.members["verwijzer"] != "99"]
        levels = ("regio", "gemeente")
        self.count("crisis", "trajecten", crisis, ("hulpvorm",), levels)
        self.share(("crisis", "procent"), crisis, begun, (), ("hulpvorm",), levels)
        self.count("herhaald_beroep", "trajecten", again, (), levels)
        self.share(("herhaald_beroep", "procent"), again, begun, (), (), levels)
        self.count("verwijzers", "trajecten", begun, ("verwijzer",), levels)
        self.share(("verwijzers", "procent"), told, told, ("verwijzer",), (), levels, total=False)

    # --- what counts -------------------------------------------------------------------------------------------

    def born(self, bsn: str) -> date:
        return self.found.persons[bsn][1]

    def active(self, one: Trajectory, age: str) -> frozenset:
        begin, end = days(one, self.born(one.bsn), age)
        return frozenset(kw for kw in self.window if begin <= end and quarter_of(begin) <= kw <= quarter_of(end))

    def members(self, one: Trajectory) -> dict:
        born, sex = self.found.persons[one.bsn][1:]
        return {
            "hulpvorm": one.form or "onbekend",
            "wmo_vorm": one.form or "onbekend",
            "maatregel": one.kind,
            "verwijzer": one.referrer,
            "geslacht": {"1": "m", "2": "v"}.get(sex, "o"),
            "leeftijdsgroep": lambda year: age_group(max(0, year - 1 - born.year)),
        }

    def persons(self, chosen: list[Trajectory], age: str = "0-17") -> list[Row]:
        return [Row(one.bsn, one.bsn, one.gm, self.active(one, age), self.members(one)) for one in chosen]

    def flows(self, youth: list[Trajectory]) -> dict[str, list[Row]]:
        flows = {"actief": [], "begonnen": [], "beeindigd": []}
        numbers = {id(one): number for number, one in enumerate(self.all)}
        for one in youth:
            birthday = eighteen(self.born(one.bsn))
            quarters = {
                "actief": self.active(one, "0-17"),
                "begonnen": {quarter_of(one.begin)} if one.begin < birthday else set(),
                "beeindigd": {quarter_of(one.end)} if one.end < min(birthday, FOREVER) else set(),
            }
            for flow, when in quarters.items():
                inside = frozenset(when) & frozenset(self.window)
                flows[flow].append(Row(numbers[id(one)], one.bsn, one.gm, inside, self.members(one)))
        return flows

    def repeated(self, one: Trajectory) -> bool:
        since = date(one.begin.year - 5, one.begin.month, min(one.begin.day, 28 if one.begin.month == 2 else 31))
        return any(
            other is not one
            and other.bsn == one.bsn
            and other.kind == "jeugdhulp"
            and since <= other.end
            and (one.begin - other.end).days >= 2
            for other in self.all
        )

    def inhabitants(self, age: str) -> "Inhabitants":
        return Inhabitants([row for row in self.found.population if (int(row["leeftijd"]) < 18) == (age == "0-17")])

    # --- counting ----------------------------------------------------------------------------------------------

    def periods(self):
        for kw in self.window:
            yield f"{kw // 4}KW{kw % 4 + 1:02}", {kw}
            for size, mark in ((2, "HJ"), (4, "JJ")):
                if kw % size == 0 and kw + size - 1 in self.window:
                    number = kw % 4 // 2 + 1 if size == 2 else 0
                    yield f"{kw // 4}{mark}{number:02}", set(range(kw, kw + size))

    def here(self, rows: list[Row], quarters: set, levels=ALL_LEVELS, homes=None) -> dict[str, list[Row]]:
        """The rows present in the quarters, by area code of every level."""
        areas, seen = defaultdict(list), defaultdict(set)
        present = [row for row in rows if row.quarters & quarters]
        for row in present:
            areas[REGION].append(row)
            areas[row.gm].append(row)
            seen[row.gm, row.thing] |= row.quarters & quarters
        if "wijk" in levels:
            known = self.homes if homes is None else homes
            for row in present:
                found = [known.get((row.who, row.gm, kw)) for kw in sorted(seen[row.gm, row.thing], reverse=True)]
                areas[next(filter(None, found), f"WK{row.gm[2:]}XX")].append(row)
        return areas

    def by_member(self, rows: list[Row], quarters: set, dimension: str) -> dict[str, list[Row]]:
        year, groups = min(quarters) // 4, defaultdict(list)
        for row in rows:
            member = row.members[dimension]
            groups[member(year) if callable(member) else member].append(row)
        return groups

    def tally(self, rows: list[Row], dimensions, levels=ALL_LEVELS) -> dict[tuple, int]:
        """(area, period, dimension, member) -> distinct things."""
        found = {}
        for period, quarters in self.periods():
            for area, mine in self.here(rows, quarters, levels).items():
                found[area, period, "", ""] = len({row.thing for row in mine})
            for dimension in dimensions:
                for member, group in self.by_member(rows, quarters, dimension).items():
                    for area, mine in self.here(group, quarters, ()).items():
                        found[area, period, dimension, member] = len({row.thing for row in mine})
        return found

    def count(self, indicator: str, unit: str, rows: list[Row], dimensions, levels=ALL_LEVELS) -> None:
        for (area, period, *member), number in self.tally(rows, dimensions, levels).items():
            self.cells[indicator, unit, area, period, *member] = number

    def share(self, key, rows, base, dimensions, split=(), levels=ALL_LEVELS, *, total=True) -> None:  # noqa: PLR0917 - as `count`
        below = base if isinstance(base, Inhabitants) else self.tally(base, split, levels)
        times = 1000 if key[1] == "per_1000" else 100
        for (area, period, dimension, member), above in self.tally(rows, (*dimensions, *split), levels).items():
            whole = below.get((area, period, dimension, member) if dimension in split else (area, period, "", ""))
            if (dimension or total) and whole:
                self.cells[*key, area, period, dimension, member] = times * above / whole

    def largest(self, minors: list[Row]) -> None:
        youth = [one for one in self.all if one.kind == "jeugdhulp" and one.provider]
        rows = [Row(one.bsn, one.bsn, one.gm, self.active(one, "0-17"), {"a": one.provider}) for one in youth]
        for period, quarters in self.periods():
            for area, mine in self.here(rows, quarters, ()).items():
                everybody, clients = {row.thing for row in mine}, defaultdict(set)
                for row in mine:
                    clients[row.members["a"]].add(row.thing)
                top = sorted(clients, key=lambda code: (-len(clients[code]), code))[:10]
                self.cells["grootste_aanbieders", "personen", area, period, "", ""] = len(everybody)
                for code in top:
                    self.cells["grootste_aanbieders", "personen", area, period, "aanbieder", code] = len(clients[code])
                together = set().union(*(clients[code] for code in top))
                self.cells["grootste_aanbieders", "personen", area, period, "aanbieder", "top10"] = len(together)
                share = 100 * len(together) / len(everybody)
                self.cells["grootste_aanbieders", "procent", area, period, "aanbieder", "top10"] = share

    def stacking(self) -> None:
        persons, houses = [], []
        for one in self.all:
            kind = (one.law, one.kind, one.form)
            for kw in self.active(one, LAW_AGE[one.law]):
                persons.append(Row(one.bsn, one.bsn, one.gm, frozenset({kw}), {"kind": kind}))
                house = self.households.get((one.bsn, one.gm, kw))
                if house:
                    houses.append(Row((one.gm, house), (one.gm, house), one.gm, frozenset({kw}), {"kind": kind}))
        for unit, rows, homes in (("personen", persons, None), ("huishoudens", houses, self.household_homes)):
            for period, quarters in self.periods():
                for area, mine in self.here(rows, quarters, homes=homes).items():
                    self.compose(unit, area, period, mine)

    def compose(self, unit: str, area: str, period: str, rows: list[Row]) -> None:
        kinds = defaultdict(set)
        for row in rows:
            kinds[row.thing].add(row.members["kind"])
        self.cells["stapeling", unit, area, period, "", ""] = len(kinds)
        if area.startswith("WK"):
            return
        for mine in kinds.values():
            number = str(len(mine)) if len(mine) < 6 else "6+"
            laws = "".join(letter for law, letter in LETTER.items() if law in {kind[0] for kind in mine})
            for dimension, member in (("aantal_voorzieningen", number), ("wettengroep", laws)):
                key = ("stapeling", unit, area, period, dimension, member)
                self.cells[key] = self.cells.get(key, 0) + 1
        if unit == "personen":
            several, everybody = sum(len(mine) > 1 for mine in kinds.values()), len(kinds)
            at = (area, period, "aantal_voorzieningen", "2+")
            whole = Inhabitants(self.found.population).get((area, period, "", ""))
            self.cells["stapeling", "procent", *at] = 100 * several / everybody
            self.cells["stapeling", "per_1000", *at] = 1000 * several / whole

    def money(self) -> None:
        totals = defaultdict(int)
        for line in net_claims(self.found):
            kind = self.known[line["dom"], line["code"]][0]
            court = "bescherming_reclassering" if kind in YOUTH_MEASURES else "jeugdhulp"
            sort = "vervoer" if kind == "vervoer" else "wmo" if line["dom"] == "wmo" else court
            for period, quarters in self.periods():
                if quarter_of(line["begin"]) in quarters:
                    for area in (REGION, line["gm"]):
                        totals[area, period, "", ""] += line["cents"]
                        totals[area, period, "kostensoort", sort] += line["cents"]
        for (area, period, *member), cents in totals.items():
            self.cells["uitgaven", "euro", area, period, *member] = cents / 100

    def elderly(self) -> None:
        found = defaultdict(lambda: [0, 0])
        for row in self.found.population:
            if int(row["leeftijd"]) >= 70:
                group = "75+" if int(row["leeftijd"]) >= 75 else "70-74"
                for area in (REGION, f"GM{row['gemeente']}"):
                    for member in (("", ""), ("leeftijdsgroep", group)):
                        numbers = found[area, f"{row['peildatum'][:4]}JJ00", *member]
                        numbers[0] += int(row["aantal"]) - int(row["in_instelling"])
                        numbers[1] += int(row["aantal"])
        for key, (at_home, everybody) in found.items():
            self.cells["zelfstandig_wonend", "aantal", *key] = at_home
            self.cells["zelfstandig_wonend", "procent", *key] = 100 * at_home / everybody


def age_group(age: int) -> str:
    return next((f"{low:02}-{high:02}" for low, high in ((0, 3), (4, 11), (12, 17)) if low <= age <= high), "")


class Inhabitants:
    """Numbers of inhabitants by (area, period, dimension, member)."""

    def __init__(self, rows: list[dict]) -> None:
        self.total = defaultdict(int)
        for row in rows:
            year, number = row["peildatum"][:4], int(row["aantal"])
            for area in (REGION, f"GM{row['gemeente']}", row["wijk"]):
                self.total[area, year, "", ""] += number
                self.total[area, year, "geslacht", row["geslacht"]] += number
                self.total[area, year, "leeftijdsgroep", age_group(int(row["leeftijd"]))] += number

    def get(self, key: tuple) -> int:
        area, period, *member = key
        return self.total.get((area, period[:4], *member), 0)
