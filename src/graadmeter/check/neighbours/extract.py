"""Neighbours made from the regional extract."""

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.check.lookup import chosen
from graadmeter.check.neighbours.assignments import PRODUCT
from graadmeter.check.neighbours.grouping import counting_one, per_key, with_columns
from graadmeter.check.neighbours.matching import positions_of
from graadmeter.check.neighbours.neighbour import Neighbour, Rows

_FOREVER = 2_932_896
"""9999-12-31 as days since 1970: care that still runs."""
_RESIDENCE = pa.array(["11", "12", "13", "14"])
ADULT = 18
_PLACE = ["bsn", "aanbieder", "domein"]


def _provisions(rows: Rows) -> pa.Table:
    return per_key(counting_one(rows.now("voorziening")), ["zaak"], [("een", "sum", "aanwezig")])


def _households(rows: Rows) -> pa.Table:
    persons = per_key(rows.now("voorziening"), ["huishouden", "bsn"], [])
    return per_key(counting_one(persons), ["huishouden"], [("een", "sum", "personen")])


def _residences(rows: Rows) -> pa.Table:
    provisions = rows.now("voorziening")
    products = rows.neighbour("product")
    at = positions_of(PRODUCT, provisions, products)
    kind, form = chosen(products["soort"], at), chosen(products["vorm"], at)
    inside = pc.and_(pc.equal(kind, "jeugdhulp"), pc.is_in(form, value_set=_RESIDENCE))
    stays = provisions.select([*_PLACE, "begindatum", "einddatum"]).filter(inside)
    end = pc.fill_null(stays["einddatum"].cast(pa.int32()), _FOREVER).cast(pa.date32())
    lasting = with_columns(stays.select([*_PLACE, "begindatum"]), einde=end)
    return per_key(lasting, _PLACE, [("begindatum", "min", "begindatum"), ("einde", "max", "einddatum")])


def _wijken(rows: Rows) -> pa.Table:
    last_day = rows.context.quarter.last_day
    inhabitants = rows.all("bevolking")
    young = pc.and_(pc.less(inhabitants["leeftijd"], ADULT), pc.equal(inhabitants["jaar"], last_day.year))
    return per_key(inhabitants.filter(young), ["wijk"], [("aantal", "sum", "jeugd")])


def _clients(rows: Rows) -> pa.Table:
    clients = rows.now("voorziening")
    age = pc.subtract(rows.context.quarter.last_day.year, pc.year(clients["geboortedatum"]))
    young = pc.and_(pc.equal(clients["wet"], "jeugdwet"), pc.less_equal(age, ADULT))
    persons = per_key(clients.select(["wijk", "bsn"]).filter(young), ["wijk", "bsn"], [])
    return per_key(counting_one(persons), ["wijk"], [("een", "sum", "personen")])


def _addresses(rows: Rows) -> pa.Table:
    return counting_one(rows.now("adres").select(["bsn", "wijk"]))


EXTRACT = Neighbour(
    "uittreksel",
    "the provision in this extract with the row's assignment number",
    ("zaak",),
    _provisions,
    {"aanwezig": "how many there are"},
)
HOUSEHOLD = Neighbour(
    "huishoudgroep",
    "everybody in this extract with the row's household number",
    ("huishouden",),
    _households,
    {"personen": "how many persons"},
)
RESIDENCE = Neighbour(
    "verblijf",
    "residential youth care of the same person at the same provider",
    tuple(_PLACE),
    _residences,
    {"begindatum": "first day of the earliest", "einddatum": "last day of the latest, far away while running"},
)
POPULATION = Neighbour(
    "wijkbevolking",
    "inhabitants of the row's wijk in the year of the delivery",
    ("wijk",),
    _wijken,
    {"jeugd": "how many are younger than 18"},
)
ADDRESS = Neighbour(
    "adres",
    "the person in the address file of this delivery",
    ("bsn",),
    _addresses,
    {"een": "1 when there is one", "wijk": "WK code"},
)
YOUNG_CLIENTS = Neighbour(
    "wijkclienten",
    "everybody of the row's wijk with youth care, not older than 18 this year",
    ("wijk",),
    _clients,
    {"personen": "how many persons"},
)
