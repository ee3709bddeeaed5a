"""Who came back, who stayed, who waited and what goes together, counted again from what was delivered."""

from calendar import monthrange
from collections import defaultdict
from datetime import date
from fractions import Fraction
from itertools import combinations
from pathlib import Path

from tests.e2e.delivered import day, quarter_index, read_inbox, rows
from tests.e2e.recount import LAW_AGE, REGION, quarter_of
from tests.e2e.trajectories import FOREVER, Trajectory, days, eighteen, products, trajectories

TREEKNORM = 70


def recount_flows(workspace: Path, first: str, last: str) -> dict:
    """(indicator, unit, area, period, dimensions with members) -> value; only cells that have one."""
    return Flows(workspace, quarter_index(first), quarter_index(last)).count_all()


class Flows:
    def __init__(self, workspace: Path, first: int, last: int) -> None:
        self.first, self.last = first, last
        self.inbox = workspace / "inbox"
        self.found = read_inbox(self.inbox)
        self.all = trajectories(self.found, products(workspace))
        self.youth = [one for one in self.all if one.kind == "jeugdhulp"]
        self.cells = {}

    def count_all(self) -> dict:
        self.restarts()
        self.stayed()
        self.together()
        self.households()
        self.schools()
        self.waits()
        return self.cells

    def delivered(self, table: str):
        """Rows of a table, oldest quarter first."""
        for folder in sorted(self.inbox.iterdir(), key=lambda path: (path.name[5:], path.name)):
            if (folder / f"{table}.csv").exists():
                yield from rows(folder / f"{table}.csv")

    def periods(self, sizes=((1, "KW"), (2, "HJ"), (4, "JJ"))):
        """Code, first and last quarter of every whole period of the data."""
        for kw in range(self.first, self.last + 1):
            for size, mark in sizes:
                if kw % size == 0 and kw + size - 1 <= self.last:
                    number = {1: kw % 4 + 1, 2: kw % 4 // 2 + 1, 4: 0}[size]
                    yield f"{kw // 4}{mark}{number:02}", kw, kw + size - 1

    def years(self):
        return self.periods(((4, "JJ"),))

    def quarters(self, one: Trajectory, age: str) -> range:
        begin, end = days(one, self.found.persons[one.bsn][1], age)
        if begin > end:
            return range(0)
        return range(max(self.first, quarter_of(begin)), min(self.last, quarter_of(end)) + 1)

    def put(self, indicator: str, unit: str, area: str, period: str, value, **members: str) -> None:
        self.cells[indicator, unit, area, period, tuple(sorted(members.items()))] = float(value)

    def restarts(self) -> None:
        mine = defaultdict(list)
        for one in self.youth:
            mine[one.bsn].append(one.begin)
        tallies = defaultdict(lambda: [0, 0, 0])
        for one in self.youth:
            known = one.end < FOREVER and quarter_of(one.end) <= self.last - 4 and quarter_of(one.end) >= self.first
            if not known or one.end >= eighteen(self.found.persons[one.bsn][1]):
                continue
            later = [begin for begin in mine[one.bsn] if (begin - one.end).days >= 2]
            places = [(REGION, ()), (one.gm, ()), (REGION, (("hulpvorm", one.form or "onbekend"),))]
            for place in places:
                tally = tallies[*place, f"{one.end.year}JJ00"]
                tally[0] += 1
                tally[1] += not any(begin <= months_after(one.end, 6) for begin in later)
                tally[2] += not any(begin <= months_after(one.end, 12) for begin in later)
        for (area, form, period), (ended, half, whole) in tallies.items():
            self.put("geen_nieuwe_start", "procent", area, period, 100 * Fraction(whole, ended), **dict(form))
            self.put(
                "geen_nieuwe_start", "procent", area, period, 100 * Fraction(half, ended), verstreken="02", **dict(form)
            )
            if half:
                part = 100 * Fraction(whole, half)
                self.put("geen_nieuwe_start", "procent", area, period, part, verstreken="04", **dict(form))

    def stayed(self) -> None:
        present = defaultdict(set)
        for one in self.youth:
            for kw in self.quarters(one, "0-17"):
                for area in (REGION, one.gm):
                    present[area, kw].add(one.bsn)
        for (area, kw), before in present.items():
            for since in (1, 2, 4, 8, 12):
                then = kw + since
                if then <= self.last:
                    part = 100 * Fraction(len(before & present.get((area, then), set())), len(before))
                    period = f"{then // 4}KW{then % 4 + 1:02}"
                    self.put("cohortuitstroom", "procent", area, period, part, verstreken=f"{since:02}")

    def together(self) -> None:
        for period, first, last in self.years():
            users = defaultdict(set)
            for one in self.all:
                if set(self.quarters(one, LAW_AGE[one.law])) & set(range(first, last + 1)):
                    users[sort(one)].add(one.bsn)
            everybody = set().union(*users.values())
            for one, other in combinations(sorted(users), 2):
                both = len(users[one] & users[other])
                lift = Fraction(both * len(everybody), len(users[one]) * len(users[other]))
                self.put("vaak_samen", "verhouding", REGION, period, lift, paar=frozenset({one, other}))

    def households(self) -> None:
        homes = {}
        for row in self.found.provisions:
            if row["huishouden"]:
                key = (row["bsn"], f"GM{row['gemeente']}", row["kw"])
                homes[key] = min(row["huishouden"], homes.get(key, row["huishouden"]))
        for period, first, last in self.periods(((2, "HJ"), (4, "JJ"))):
            kinds = defaultdict(lambda: defaultdict(set))
            for one in self.all:
                for kw in set(self.quarters(one, LAW_AGE[one.law])) & set(range(first, last + 1)):
                    house = homes.get((one.bsn, one.gm, kw))
                    for area in (REGION, one.gm) if house else ():
                        kinds[area][one.gm, house].add((one.law, one.kind, one.form))
            for area, mine in kinds.items():
                several = sum(len(found) > 1 for found in mine.values())
                at = ("stapeling_huishoudens", "procent", area, period, 100 * Fraction(several, len(mine)))
                self.put("stapeling_huishoudens", "huishoudens", area, period, len(mine))
                self.put(*at, aantal_voorzieningen="2+")

    def schools(self) -> None:
        helped = defaultdict(set)
        for one in self.youth:
            helped[one.bsn].update(self.quarters(one, "0-17"))
        pupils, helps = defaultdict(set), defaultdict(set)
        for row in self.delivered("onderwijs"):
            pupil, kw = (row["gemeente"], row["leerling"]), quarter_index(row["kwartaal"])
            town = f"GM{row['gemeente']}"
            forms = [("pupil", REGION, pupil, row["verzuim"]), ("pupil", town, pupil, row["verzuim"])]
            if row["bsn"] not in {"", "999999999", "000000000"}:
                forms += [("known", REGION, pupil, ""), ("known", town, pupil, "")]
                forms += [("known", REGION, pupil, row["onderwijssoort"])]
                forms += [("brin", area, row["brin"], "") for area in (REGION, town) if row["brin"]]
            for sort_of, area, thing, member in forms:
                pupils[sort_of, area, f"{kw // 4}JJ00", member].add(thing)
                if kw in helped.get(row["bsn"], ()):
                    helps[sort_of, area, f"{kw // 4}JJ00", member].add(thing)
        self.absent({key[1:]: mine for key, mine in pupils.items() if key[0] == "pupil"})
        for (sort_of, area, period, member), mine in pupils.items():
            if sort_of == "pupil":
                continue
            indicator = {"known": "jeugdhulp_op_school", "brin": "scholen_met_jeugdhulp"}[sort_of]
            where = {"onderwijssoort": member} if member else {}
            number = len(helps[sort_of, area, period, member])
            self.put(indicator, "aantal", area, period, number, **where)
            self.put(indicator, "procent", area, period, 100 * Fraction(number, len(mine)), **where)

    def absent(self, by_form: dict) -> None:
        everybody, away = defaultdict(set), defaultdict(set)
        for (area, period, form), mine in by_form.items():
            everybody[area, period] |= mine
            if form != "geen":
                away[area, period] |= mine
                self.put("schoolverzuim", "aantal", area, period, len(mine), verzuim=form)
        for place, mine in away.items():
            self.put("schoolverzuim", "aantal", *place, len(mine))
            self.put("schoolverzuim", "procent", *place, 100 * Fraction(len(mine), len(everybody[place])))

    def waits(self) -> None:
        latest = {}
        for row in self.delivered("wachttijd"):
            latest[row["gemeente"], row["aanmelding_id"]] = row
        direct = defaultdict(list)
        for row in latest.values():
            begin, start = day(row["intakedatum"]), day(row["startdatum"])
            if row["wet"] != "jeugdwet" or begin is None:
                continue
            form = ("hulpvorm", row["hulpvorm"] or "onbekend")
            urgent = ("spoed", {"J": "ja", "N": "nee"}.get(row["spoed"], "onbekend"))
            for place in ((REGION, None), (f"GM{row['gemeente']}", None), (REGION, form), (REGION, urgent)):
                if start and start >= begin:
                    direct[place].append((start, (start - begin).days))
        self.begun(direct)

    def begun(self, direct: dict) -> None:
        for (area, member), mine in direct.items():
            where = dict([member]) if member else {}
            for period, first, last in self.periods():
                found = sorted(length for start, length in mine if first <= quarter_of(start) <= last)
                if found:
                    at = ("wachttijd_tot_start", "dagen", area, period)
                    self.put(*at, Fraction(sum(found), len(found)), statistiek="gemiddelde", **where)
                    self.put(*at, found[-(-len(found) // 2) - 1], statistiek="mediaan", **where)
                    self.put(*at, found[-(-9 * len(found) // 10) - 1], statistiek="p90", **where)
                    if not member:
                        within = sum(length <= TREEKNORM for length in found)
                        self.put("wachttijd_tot_start", "procent", area, period, 100 * Fraction(within, len(found)))


def sort(one: Trajectory) -> str:
    if one.law == "participatiewet":
        return "bijstand"
    return f"{one.kind}-{one.form or 'onbekend'}" if one.kind in {"jeugdhulp", "wmo"} else one.kind


def months_after(when: date, months: int) -> date:
    year, month = divmod(when.year * 12 + when.month - 1 + months, 12)
    return date(year, month + 1, min(when.day, monthrange(year, month + 1)[1]))
