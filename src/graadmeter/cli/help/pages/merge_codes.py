"""The help of `graadmeter merge-codes`."""

from graadmeter.cli.help.merging import PROPOSED
from graadmeter.cli.help.page import Entry, Page
from graadmeter.domain.text import Text

PAGE = Page(
    "merge-codes",
    "[--dimension NAAM] [--first JAAR] [--write] [opties]",
    Text(
        "Stelt voor welke leeftijden of vormen van hulp samen één cijfer krijgen.",
        "Proposes which ages or forms of help get one figure together.",
    ),
    Text(
        "De kleinste groep gaat samen met de kleinste die erbij past, tot overal genoeg mensen worden verwacht: het "
        "cijfer van de regio in de nieuwste uitgave, gedeeld door het aantal gemeenten. Leeftijden passen bij elkaar "
        "als ze op elkaar aansluiten, vormen van hulp als ze van één soort zijn (met of zonder verblijf).\n\n"
        "Met --write komt het voorstel in samengevoegde_codes.csv. Wat daar al staat, blijft: een indeling waarmee is "
        "gepubliceerd, kan niet meer veranderen. Namen mag u daarvoor zelf aanpassen. Alleen indicatoren met beleid "
        "waarin 'member_merging' staat, gebruiken de indeling.",
        "The smallest group is joined with the smallest that may go with it, until enough people are expected "
        "everywhere: the figure of the region in the newest release, divided by the number of municipalities. Ages go "
        "together when they touch, forms of help when they are of one kind (with or without residence).\n\n"
        "With --write the proposal goes into samengevoegde_codes.csv. What stands there stays: a division that was "
        "published cannot change any more. Before that you may change names yourself. Only indicators whose policy "
        "says 'member_merging' use the division.",
    ),
    options=(
        Entry(
            "--dimension NAAM",
            Text("leeftijdsgroep of hulpvorm; standaard leeftijdsgroep.", "leeftijdsgroep (default) or hulpvorm."),
        ),
        *PROPOSED,
        Entry(
            "--first JAAR",
            Text(
                "Het eerste jaar met deze groepen; standaard het jaar na het laatste kwartaal.",
                "The first year with these groups; by default the year after the last quarter.",
            ),
        ),
        Entry(
            "--write",
            Text("Zet de groepen in samengevoegde_codes.csv.", "Put the groups in samengevoegde_codes.csv."),
        ),
    ),
    examples=(
        Entry(
            "graadmeter merge-codes --dimension hulpvorm --indicator trajecten",
            Text("Bekijk een voorstel.", "Look at a proposal."),
        ),
    ),
)
