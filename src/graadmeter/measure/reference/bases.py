"""What does not come from provisions: inhabitants, and whether claims were delivered."""

from graadmeter.domain.areas import Area, Level
from graadmeter.domain.indicators import AgeScope, Count, Delivered, Population
from graadmeter.domain.periods import Period
from graadmeter.domain.slices import UNKNOWN
from graadmeter.domain.sources import SOURCES
from graadmeter.measure.reference.region import Facts, Row


def inhabitants(known: Facts, base: Population, area: Area, year: int, *, dimension: str, member: str) -> float | None:
    """The inhabitants on 1 January; None when a municipality of the area delivered none for the year."""
    rows = [row for row in known.rows["bevolking"] if row["jaar"] == year]
    if not towns_of(known, area) <= {row["gemeente"] for row in rows}:
        return None
    return float(
        sum(
            row["aantal"]
            for row in rows
            if row["gemeente"] in towns_of(known, area)
            and (area.level is not Level.WIJK or row["wijk"] == area.code)
            and in_scope(row, base.age)
            and in_group(row, dimension, member)
        )
    )


def towns_of(known: Facts, area: Area) -> set[str]:
    """The municipalities that an area consists of or lies in."""
    if area.level is Level.REGION:
        return {town.code for town in known.region.of_level(Level.MUNICIPALITY)}
    return {area.code if area.level is Level.MUNICIPALITY else area.parent}


def in_scope(row: Row, age: AgeScope) -> bool:
    """Whether the inhabitants of the row have the age."""
    youngest, oldest = age.bounds
    return bool(youngest <= row["leeftijd"] <= oldest)


def in_group(row: Row, dimension: str, member: str) -> bool:
    """Whether the inhabitants of the row belong to the member; nobody's age is unknown."""
    if dimension == "geslacht":
        return bool(row["geslacht"] == member)
    if dimension == "leeftijdsgroep":
        return member != UNKNOWN and is_aged(row["leeftijd"], member)
    return True


def is_aged(age: int, group: str) -> bool:
    """Whether an age lies in a group such as 04-11 or 75+."""
    if group.endswith("+"):
        return age >= int(group[:-1])
    return int(group[:2]) <= age <= int(group[3:])


def is_delivered(known: Facts, count: Count, area: Area, period: Period) -> bool:
    """Whether every municipality of the area delivered what the count rests on, for the quarters it asks for."""
    source = SOURCES.get(count.table)
    if source is None:
        return True
    told = deliveries_of(known, count.table)
    if source.assumed and not told:
        return True
    delivered = {("" if source.regional else row["gemeente"], row["kwartaal"]) for row in told}
    who = {""} if source.regional else towns_of(known, area)
    if count.delivered is Delivered.LAST:
        return all((one, period.last) in delivered for one in who)
    enough = any if count.delivered is Delivered.ANY else all
    return all(enough((one, quarter) in delivered for quarter in period.quarters) for one in who)


def deliveries_of(known: Facts, table: str) -> list[Row]:
    """Rows that tell by whom (gemeente) and of which quarter (kwartaal) what fills a model table was delivered."""
    source = SOURCES[table]
    if source.by_rows:
        return known.rows[table]
    return [row for row in known.deliveries if row["tabel"] in source.raw and row["gebruikt"] > 0]
