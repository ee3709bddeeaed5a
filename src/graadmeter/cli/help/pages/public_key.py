"""The help of `graadmeter public-key`."""

from graadmeter.cli.help.page import Entry, Page
from graadmeter.domain.text import Text

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
