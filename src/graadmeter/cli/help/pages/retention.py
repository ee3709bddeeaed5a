"""The help of `graadmeter retention`."""

from graadmeter.cli.help.page import Entry, Page
from graadmeter.domain.text import Text

PAGE = Page(
    "retention",
    "[--delete]",
    Text(
        "Laat zien wat langer bewaard is dan afgesproken, en verwijdert het.",
        "Shows what was kept longer than agreed, and deletes it.",
    ),
    Text(
        "De bewaartermijnen staan in afspraken.yaml: voor ontvangen bestanden en per tabel, in maanden na het einde "
        "van de periode; die van logboek en audit onder [bewaren] in graadmeter.toml (standaard 120). Met --delete "
        "gaat weg wat over zijn termijn is: ontvangen bestanden, hun kopie in 'inbox', de opgeslagen gegevens en oude "
        "logs. Gepubliceerde cijfers blijven. Een ondertekend bewijs komt in 'retention'. Opgeslagen "
        "gegevens van kwartalen waarover de regio nog cijfers maakt (first_quarter in graadmeter.toml) gaan niet weg, "
        "want dan zouden nieuwe cijfers ongemerkt te laag zijn.",
        "The terms stand in afspraken.yaml: for received files and per table, in months after the end of the period; "
        "those of the logbook and the audit log under [bewaren] in graadmeter.toml (120 by default). With --delete "
        "everything past its term goes: received files, their copy in 'inbox', the stored records and old logs. "
        "Published figures stay. A signed proof appears in 'retention'. Stored records of quarters that the region "
        "still makes figures about (first_quarter in graadmeter.toml) do not go, since new figures would then be too "
        "low without anyone noticing.",
    ),
    options=(
        Entry(
            "--delete",
            Text(
                "Verwijder wat over zijn termijn is.",
                "Delete what is past its term.",
            ),
        ),
    ),
    examples=(
        Entry(
            "graadmeter retention",
            Text(
                "Bekijk wat weg moet.",
                "See what must go.",
            ),
        ),
        Entry(
            "graadmeter retention --delete",
            Text(
                "Verwijder het en bewaar het bewijs.",
                "Delete it and keep the proof.",
            ),
        ),
    ),
)
