"""The parts that iJw and iWmo messages share: namespaces, header, and the client as either side names it."""

from dataclasses import dataclass
from functools import cache

from graadmeter.synth.community import Community
from graadmeter.synth.days import Ints, iso
from graadmeter.synth.homes import postcodes
from graadmeter.synth.region_facts import care, invented_names

_FIRST_CODES = {
    "jw": {"301": 436, "305": 438, "307": 440, "315": 446, "317": 486, "319": 488, "323": 490},
    "wmo": {"301": 414, "305": 418, "307": 420, "315": 444, "317": 480, "319": 482, "323": 484},
}
CODES = {
    domain: codes | {str(int(number) + (2 if number == "323" else 1)): code + 1 for number, code in codes.items()}
    for domain, codes in _FIRST_CODES.items()
}
"""Domain -> message -> BerichtCode; what answers a message (302 a 301, 325 a 323) has the next code."""
_CLAIM = (
    "<DeclaratieIdentificatie><p:Identificatie>%s</p:Identificatie><p:Dagtekening>%s</p:Dagtekening>"
    "</DeclaratieIdentificatie><XsdVersieDeclaratie>versions</XsdVersieDeclaratie>"
    "<RetourCodes><RetourCode>0200</RetourCode></RetourCodes>"
)
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of message: domain (jw, wmo) and number (301 ...)."""

    domain: str
    number: str

    @property
    def prefix(self) -> str:
        """The namespace prefix of shared elements: ijw or iwmo."""
        return f"i{self.domain}"

    @property
    def name(self) -> str:
        """How files of this kind begin: JW301."""
        return f"{self.domain}{self.number}".upper()


@cache
def opening(kind: Kind) -> str:
    """A template of everything up to the end of the header, for sender, receiver, identification and date.

    That of a claim answer (325) also takes the identification and date of the claim.
    """
    base = f"http://www.istandaarden.nl/{kind.prefix}/3_2"
    version = "".join(
        f"<{kind.prefix}:{name}XsdVersie>1.0.0</{kind.prefix}:{name}XsdVersie>" for name in ("Basisschema", "Bericht")
    )
    claim = _CLAIM.replace("p:", f"{kind.prefix}:").replace("versions", version) if kind.number == "325" else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<Bericht xmlns="{base}/{kind.domain}{kind.number}/schema" xmlns:{kind.prefix}="{base}/basisschema/schema">'
        f"<Header><BerichtCode>{CODES[kind.domain][kind.number]}</BerichtCode>"
        "<BerichtVersie>3</BerichtVersie><BerichtSubversie>2</BerichtSubversie>"
        "<Afzender>%s</Afzender><Ontvanger>%s</Ontvanger>"
        f"<BerichtIdentificatie><{kind.prefix}:Identificatie>%s</{kind.prefix}:Identificatie>"
        f"<{kind.prefix}:Dagtekening>%s</{kind.prefix}:Dagtekening></BerichtIdentificatie>"
        f"<XsdVersie>{version}</XsdVersie>{claim}</Header>"
    )


def products(domain: str) -> list[str]:
    """The Product element of every kind of care, by its place in `care()`."""
    one = f"<Product><i{domain}:Categorie>%s</i{domain}:Categorie><i{domain}:Code>%s</i{domain}:Code></Product>"
    return [one % (item.categorie, item.productcode) for item in care()]


class Clients:
    """The client part of messages, for the persons of a municipality that have messages in a domain."""

    def __init__(self, community: Community, domain: str, who: Ints) -> None:
        self._place = {person: place for place, person in enumerate(who.tolist())}
        self.bsn = [f"{number:09d}" for number in community.bsn[who].tolist()]
        p = f"i{domain}"
        born, sex = iso(community.persons.born[who]), community.persons.sex[who].tolist()
        surnames = invented_names("achternaam")
        names = [surnames[item] for item in community.surname[who].tolist()]
        initials = [_LETTERS[item] for item in community.initial[who].tolist()]
        rows = list(zip(self.bsn, born, sex, names, initials, strict=True))
        start = (
            f"<Client><Bsn>%s</Bsn><Geboortedatum><{p}:Datum>%s</{p}:Datum></Geboortedatum><Geslacht>%d</Geslacht>"
            f"<Naam><{p}:Geslachtsnaam><{p}:Achternaam>%s</{p}:Achternaam></{p}:Geslachtsnaam>"
            f"<{p}:Voorletters>%s</{p}:Voorletters>"
        )
        self._short = [start % row + "</Naam>" for row in rows]
        tail = f"<{p}:NaamGebruik>1</{p}:NaamGebruik></Naam>"
        addresses = _addresses(community, p, who)
        self._full = [start % row + tail + address for row, address in zip(rows, addresses, strict=True)]

    def places(self, persons: Ints) -> list[int]:
        """Where each of these persons stands in the lists of this object."""
        return [self._place[person] for person in persons.tolist()]

    def short(self, place: int) -> str:
        """The opened Client element as providers write it (305, 307, 315)."""
        return self._short[place]

    def full(self, place: int) -> str:
        """The opened Client element as municipalities write it (301), with the address."""
        return self._full[place]


def _addresses(community: Community, p: str, who: Ints) -> list[str]:
    house = community.household[who].tolist()
    streets, codes = invented_names("straat"), postcodes(community.municipality, community.homes)
    street, number = community.homes.street.tolist(), community.homes.number.tolist()
    one = (
        f"<Contactgegevens><Contact><Soort>01</Soort><Adres><{p}:Huis><{p}:Huisnummer>%d</{p}:Huisnummer></{p}:Huis>"
        f"<{p}:Postcode>%s</{p}:Postcode><{p}:Straatnaam>%s</{p}:Straatnaam>"
        f"<{p}:Plaatsnaam>{community.municipality.name}</{p}:Plaatsnaam><{p}:LandCode>NL</{p}:LandCode></Adres>"
        "</Contact></Contactgegevens>"
    )
    return [one % (number[home], codes[home], streets[street[home]]) for home in house]
