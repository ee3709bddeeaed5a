"""The help of `graadmeter verify`."""

from graadmeter.cli.help.page import Entry, Page
from graadmeter.domain.text import Text

PAGE = Page(
    "verify",
    "BESTAND [--key BESTAND] [--delivery MAP]",
    Text(
        "Controleert of een ontvangstbewijs echt is.",
        "Verifies that a receipt is genuine.",
    ),
    Text(
        "Een ontvangstbewijs (receipt.json) ligt naast zijn handtekening (receipt.sig). Deze opdracht zegt of de "
        "handtekening klopt met de openbare sleutel van de regio, en wat er volgens het bewijs is aangeleverd. Er is "
        "geen netwerk voor nodig. Uitgangscode 4 als het bewijs niet klopt.",
        "A receipt (receipt.json) lies beside its signature (receipt.sig). This command says whether the signature "
        "fits the public key of the region, and what was delivered according to the receipt. It needs no network. "
        "Exit code 4 when the receipt is not genuine.",
    ),
    arguments=(
        Entry(
            "BESTAND",
            Text(
                "Het ontvangstbewijs, of de map waarin het ligt.",
                "The receipt, or the folder it lies in.",
            ),
        ),
    ),
    options=(
        Entry(
            "--key BESTAND",
            Text(
                "De openbare sleutel van de regio. Standaard: die van de werkmap.",
                "The public key of the region. By default: that of the workspace.",
            ),
        ),
        Entry(
            "--delivery MAP",
            Text(
                "Vergelijk ook de eigen bestanden met het bewijs.",
                "Also compare one's own files with the receipt.",
            ),
        ),
    ),
    examples=(
        Entry(
            "graadmeter verify receipt.json --key regio.pem",
            Text(
                "Als aanleveraar, met de sleutel die de regio gaf.",
                "As a deliverer, with the key that the region gave.",
            ),
        ),
    ),
)
