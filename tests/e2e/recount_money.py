"""What was claimed and paid, and by whom help was given: counted again from what was delivered."""

from collections import Counter, defaultdict
from fractions import Fraction
from pathlib import Path

from tests.e2e.delivered import day, quarter_index, read_inbox, rows
from tests.e2e.recount import REGION, YOUTH_MEASURES, quarter_of
from tests.e2e.trajectories import days, net_claims, products, trajectories

FORMS = ("02", "03", "04", "11", "12", "14")
"""Forms of which the largest providers are named."""
GROUPS = ("43", "44", "45", "54")
"""Product groups that have a price."""
PRICES = {2021: Fraction("116.61"), 2024: Fraction("137.27")}
"""Consumer price index (CBS)."""
PARTS_OF_YEAR = ((1, "KW"), (2, "HJ"), (4, "JJ"))


def whole_periods(first: int, last: int, marks: tuple[str, ...]):
    """Code, first and last quarter of every whole period of these kinds."""
    for size, mark in PARTS_OF_YEAR:
        for kw in range(first, last + 1) if mark in marks else ():
            if kw % size == 0 and kw + size - 1 <= last:
                number = {1: kw % 4 + 1, 2: kw % 4 // 2 + 1, 4: 0}[size]
                yield f"{kw // 4}{mark}{number:02}", kw, kw + size - 1


def delivered_tables(inbox: Path, table: str):
    """Rows of a table, oldest quarter first."""
    for folder in sorted(inbox.iterdir(), key=lambda path: (path.name[5:], path.name)):
        if (folder / f"{table}.csv").exists():
            yield from rows(folder / f"{table}.csv")


def recount_money(workspace: Path, first: str, last: str) -> dict:
    """(indicator, unit, area, period, dimensions with members) -> value; only cells that have one."""
    return Money(workspace, quarter_index(first), quarter_index(last)).count_all()


class Money:
    def __init__(self, workspace: Path, first: int, last: int) -> None:
        self.first, self.last = first, last
        self.inbox = workspace / "inbox"
        self.found = read_inbox(self.inbox)
        self.known = products(workspace)
        self.standing = net_claims(self.found)
        self.youth = [one for one in trajectories(self.found, self.known) if one.kind == "jeugdhulp"]
        self.cells = {}

    def count_all(self) -> dict:
        self.claimed()
        self.budgets()
        self.interventions()
        for period, first, last in self.periods():
            self.providers(period, first, last)
        return self.cells

    def periods(self):
        return whole_periods(self.first, self.last, ("KW", "JJ"))

    def put(self, indicator: str, unit: str, area: str, period: str, value, **members: str) -> None:
        self.cells[indicator, unit, area, period, tuple(sorted(members.items()))] = float(value)

    def claimed(self) -> None:
        """Lines that stand, by the quarter of care."""
        for period, first, last in self.periods():
            mine = [line for line in self.standing if first <= quarter_of(line["begin"]) <= last]
            for area in {REGION, *(line["gm"] for line in mine)}:
                here = [line for line in mine if area in {REGION, line["gm"]}]
                self.transport(area, period, [line for line in here if self.kind(line) == "vervoer"])
                self.prices(area, period, here)
                if period[4:6] == "JJ":
                    self.per_person(area, period, [line for line in here if self.is_help(line)])
                    self.fixed_prices(area, period, [line for line in here if line["dom"] == "jw"])

    def kind(self, line: dict) -> str:
        return self.known[line["dom"], line["code"]][0]

    def is_help(self, line: dict) -> bool:
        return line["dom"] == "jw" and self.kind(line) not in {"vervoer", *YOUTH_MEASURES}

    def per_person(self, area: str, period: str, lines: list[dict]) -> None:
        by_form = defaultdict(list)
        for line in lines:
            by_form[self.known[line["dom"], line["code"]][1] or "onbekend"].append(line)
        for form, mine in [("", lines), *by_form.items()] if lines else []:
            where = {"hulpvorm": form} if form else {}
            self.put("uitgaven_per_jeugdige", "euro", area, period, euros(mine), **where)
            self.put("uitgaven_per_jeugdige", "euro_per", area, period, euros(mine) / len(people(mine)), **where)

    def transport(self, area: str, period: str, lines: list[dict]) -> None:
        if mine := [line for line in lines if line["category"] == "42"]:
            self.put("vervoerskosten", "euro", area, period, euros(mine))
            self.put("vervoerskosten", "personen", area, period, len(people(mine)))
            self.put("vervoerskosten", "euro_per", area, period, euros(mine) / len(people(mine)))

    def prices(self, area: str, period: str, lines: list[dict]) -> None:
        for group in GROUPS:
            mine = [line for line in lines if line["code"][:2] == group]
            if mine:
                price = euros(mine) / sum(line["volume"] for line in mine)
                self.put("effectieve_prijs", "euro_per", area, period, price, productgroep=group)

    def fixed_prices(self, area: str, period: str, lines: list[dict]) -> None:
        level = PRICES.get(int(period[:4]))
        if level:
            self.put("reele_kosten", "euro", area, period, round(euros(lines) * PRICES[2021] / level, 2))

    def budgets(self) -> None:
        """What was paid from personal budgets; a line as last delivered."""
        latest = {}
        for row in delivered_tables(self.inbox, "pgb_besteding"):
            latest[row["gemeente"], row["regelnummer"], row["voorziening_id"]] = row
        folders = [path.parent.name for path in self.inbox.glob("*/pgb_besteding.csv")]
        delivered = {(name[:4], quarter_index(name[5:13])) for name in folders}
        towns = sorted({town for town, _ in delivered})
        for period, first, last in self.periods():
            for area, within in [(REGION, towns), *((f"GM{town}", [town]) for town in towns)]:
                if all((town, kw) in delivered for town in within for kw in range(first, last + 1)):
                    mine = [
                        row
                        for row in latest.values()
                        if row["gemeente"] in within and first <= quarter_of(day(row["periode_begin"])) <= last
                    ]
                    paid = Fraction(sum(int(row["bedrag"]) for row in mine), 100)
                    self.put("pgb_uitgaven", "euro", area, period, paid)
                    if mine:
                        per = paid / len({row["bsn"] for row in mine})
                        self.put("pgb_uitgaven", "euro_per", area, period, per)

    def interventions(self) -> None:
        """Totals that municipalities state, each as last delivered; no persons."""
        latest = {}
        for row in delivered_tables(self.inbox, "interventie"):
            latest[row["gemeente"], row["interventie_id"], row["kwartaal"]] = row
        for period, first, last in self.periods():
            for area in {REGION, *(f"GM{town}" for town, _, _ in latest)}:
                mine = [
                    row
                    for row in latest.values()
                    if area in {REGION, f"GM{row['gemeente']}"} and first <= quarter_index(row["kwartaal"]) <= last
                ]
                seen, sent, paid = (
                    sum(int(row[name] or 0) for row in mine) for name in ("gezien", "verwezen", "kosten")
                )
                self.put("interventies", "aantal", area, period, seen)
                if seen:
                    self.put("interventies", "procent", area, period, Fraction(100 * sent, seen))
                    self.put("interventies", "euro_per", area, period, Fraction(paid, 100 * seen))

    def providers(self, period: str, first: int, last: int) -> None:
        """Who gave youth help, to how many, and how unevenly that is divided."""
        active = defaultdict(list)
        for one in self.youth:
            begin, end = days(one, self.found.persons[one.bsn][1], "0-17")
            runs = begin <= end and quarter_of(begin) <= last and quarter_of(end) >= first
            if runs and one.provider:
                for area in (REGION, one.gm):
                    active[area, ""].append(one)
                    active[area, one.form or "onbekend"].append(one)
        for (area, form), mine in active.items():
            where = {"hulpvorm": form} if form else {}
            self.put("actieve_aanbieders", "aanbieders", area, period, len({one.provider for one in mine}), **where)
            if period[4:6] == "JJ":
                self.concentration(area, period, mine, where)
                if form in FORMS:
                    self.largest(area, period, mine, where)

    def concentration(self, area: str, period: str, mine: list, where: dict) -> None:
        number = Counter(one.provider for one in mine)
        index = sum(Fraction(100 * many, len(mine)) ** 2 for many in number.values())
        if area == REGION or not where:
            self.put("aanbiedersconcentratie", "index", area, period, index, **where)
            most = Fraction(100 * max(number.values()), len(mine))
            self.put("continuiteitsrisico", "procent", area, period, most, **where)
        if not where:
            five = sum(sorted(number.values(), reverse=True)[:5])
            self.put("aanbiedersconcentratie", "procent", area, period, Fraction(100 * five, len(mine)))

    def largest(self, area: str, period: str, mine: list, where: dict) -> None:
        clients = defaultdict(set)
        for one in mine:
            clients[one.provider].add(one.bsn)
        top = sorted(clients, key=lambda code: (-len(clients[code]), code))[:10]
        everybody, together = set().union(*clients.values()), set().union(*(clients[code] for code in top))
        at = ("aanbieders_per_hulpvorm", "personen", area, period)
        self.put(*at, len(everybody), **where)
        self.put(*at, len(together), aanbieder="top10", **where)
        for code in top:
            self.put(*at, len(clients[code]), aanbieder=code, **where)
        share = Fraction(100 * len(together), len(everybody))
        self.put("aanbieders_per_hulpvorm", "procent", area, period, share, aanbieder="top10", **where)


def euros(lines: list[dict]) -> Fraction:
    return Fraction(sum(line["cents"] for line in lines), 100)


def people(lines: list[dict]) -> set[str]:
    return {line["bsn"] for line in lines}
