"""`graadmeter public-key`: the key with which others verify what the region signed."""

from typing import Annotated

from cyclopts import Parameter

from graadmeter.cli.console import Call
from graadmeter.cli.help.page import Entry, Page
from graadmeter.domain.text import Text
from graadmeter.store import signing
from graadmeter.store.workspace import load

PAGE = Page(
    "public-key",
    "",
    Text(
        "Geeft de openbare sleutel om ontvangstbewijzen mee te controleren.",
        "Gives the public key to verify receipts with.",
    ),
    Text(
        "Schrijft de sleutel als PEM. Geef hem aan aanleveraars langs een weg die zij vertrouwen; ermee "
        "ondertekenen kan niet.",
        "Writes the key as PEM. Give it to deliverers along a road they trust; it cannot be used to sign.",
    ),
    examples=(
        Entry(
            "graadmeter public-key > regio.pem",
            Text(
                "Bewaar de sleutel in een bestand om te delen.",
                "Keep the key in a file to share.",
            ),
        ),
    ),
)


def public_key(*, call: Annotated[Call, Parameter(parse=False)]) -> None:
    """Writes the public key to standard output."""
    call.write(signing.public_pem(signing.load_or_create(load(call.place).signing_key_file)).decode())
