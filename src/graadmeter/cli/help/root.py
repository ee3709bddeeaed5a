"""The first help page, and the options that every command shares."""

from graadmeter.cli.help.page import Entry, Page
from graadmeter.domain.text import Text

SHARED = (
    Entry(
        "--workspace MAP",
        Text(
            "De map van de regio. Standaard: 'demo' als die bestaat, anders de map waarin u staat.",
            "The folder of the region. By default: 'demo' when it exists, else the current folder.",
        ),
    ),
    Entry(
        "--lang nl|en",
        Text(
            "De taal van alle teksten. Standaard: nl.",
            "The language of all texts. By default: nl.",
        ),
    ),
    Entry(
        "--help",
        Text(
            "Deze uitleg.",
            "This help.",
        ),
    ),
)

ROOT = Page(
    "",
    "OPDRACHT [...]",
    Text(
        "Graadmeter maakt van aanleveringen van gemeenten openbare cijfers over het sociaal domein.",
        "Graadmeter turns what municipalities deliver into public figures on the social domain.",
    ),
    Text(
        "Begin met 'graadmeter demo': dat bouwt een verzonnen regio van begin tot eind. Bekijk het resultaat "
        "met 'graadmeter serve'.\n\n"
        "Een regio is een map (workspace) met haar instellingen, aanleveringen, gegevens en uitgaven. Elk "
        "kwartaal: zet de aanleveringen in 'inbox', draai 'graadmeter run', en bekijk 'graadmeter status'.\n\n"
        "Uitgangscode: 0 goed, 2 verkeerde opdracht, 3 bevindingen, 4 aanlevering geweigerd, 5 werkmap, 6 "
        "catalogus, 7 zou iets onthullen (er is niets gepubliceerd), 8 uitgave beschadigd, 70 fout in het "
        "programma, 130 afgebroken.",
        "Start with 'graadmeter demo': it builds a fictitious region from begin to end. See the result with "
        "'graadmeter serve'.\n\n"
        "A region is a folder (workspace) with its settings, deliveries, data and releases. Each quarter: put "
        "the deliveries in 'inbox', type 'graadmeter run', and look at 'graadmeter status'.\n\n"
        "Exit code: 0 fine, 2 wrong command, 3 findings, 4 delivery refused, 5 workspace, 6 catalogue, 7 "
        "would disclose something (nothing was published), 8 release damaged, 70 fault in the program, 130 "
        "interrupted.",
    ),
)
