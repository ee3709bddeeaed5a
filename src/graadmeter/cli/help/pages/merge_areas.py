"""The help of `graadmeter merge-areas`."""

from graadmeter.cli.help.merging import PROPOSED
from graadmeter.cli.help.page import Entry, Page
from graadmeter.domain.text import Text

PAGE = Page(
    "merge-areas",
    "[--indicator ID] [--expected N] [--first JAAR] [--write]",
    Text(
        "Stelt voor welke wijken naast elkaar samen één cijfer krijgen.",
        "Proposes which wijken beside each other get one figure together.",
    ),
    Text(
        "De kleinste wijk gaat samen met de kleinste ernaast in dezelfde gemeente, tot overal genoeg mensen worden "
        "verwacht: inwoners maal het aandeel van de regio in de nieuwste uitgave. Naar aantallen van wijken wordt niet "
        "gekeken. Welke wijken elkaar raken, volgt uit grenzen die met 'reference add' zijn toegevoegd; zonder "
        "grenzen gelden de wijken ervoor en erna in volgorde van code als buren.\n\n"
        "Met --write komt het voorstel in samenvoegingen.csv. Wat daar al staat, blijft: een indeling waarmee is "
        "gepubliceerd, kan niet meer veranderen. Namen en indeling mag u daarvoor zelf aanpassen. Alleen indicatoren "
        "met beleid waarin 'merging: wijk' staat, gebruiken de indeling.",
        "The smallest wijk is joined with the smallest one beside it in the same municipality, until enough people "
        "are expected everywhere: inhabitants times the share of the region in the newest release. No counts of wijken "
        "are looked at. Which wijken touch follows from borders added with 'reference add'; without borders the wijken "
        "before and after in order of code are taken for neighbours.\n\n"
        "With --write the proposal goes into samenvoegingen.csv. What stands there stays: a division that was "
        "published cannot change any more. Before that you may change names and division yourself. Only indicators "
        "whose policy says 'merging: wijk' use the division.",
    ),
    options=(
        *PROPOSED,
        Entry(
            "--first JAAR",
            Text(
                "Het eerste jaar met deze groepen; standaard het jaar na het laatste kwartaal. Van jaren waarvan een "
                "wijk al is getoond, blijft zij getoond.",
                "The first year with these groups; by default the year after the last quarter. In years in which a "
                "wijk was shown already, it stays.",
            ),
        ),
        Entry(
            "--write",
            Text(
                "Zet de groepen in samenvoegingen.csv.",
                "Put the groups in samenvoegingen.csv.",
            ),
        ),
    ),
    examples=(
        Entry(
            "graadmeter merge-areas --expected 20",
            Text(
                "Bekijk een voorstel.",
                "Look at a proposal.",
            ),
        ),
        Entry(
            "graadmeter merge-areas --first 2026 --write",
            Text(
                "Gebruik het vanaf 2026.",
                "Use it from 2026 on.",
            ),
        ),
    ),
)
