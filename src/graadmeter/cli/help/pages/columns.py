"""The help of `graadmeter columns`."""

from graadmeter.cli.help.page import Entry, Page
from graadmeter.domain.text import Text

PAGE = Page(
    "columns",
    "BESTAND",
    Text(
        "Stelt voor welke kolom van een bestand welk veld is.",
        "Proposes which column of a file is which field.",
    ),
    Text(
        "Voor een tabel (CSV of XLSX) met eigen kolomnamen. Per kolom staat erbij waarom. Het programma leert "
        "niets uit zichzelf: een voorstel geldt pas als iemand het in 'kolommen' op 'bevestigd: true' zet.",
        "For a table (CSV or XLSX) with column names of its own. The reason stands beside each column. The "
        "program learns nothing by itself: a proposal holds once a person sets 'bevestigd: true' in "
        "'kolommen'.",
    ),
    arguments=(Entry("BESTAND", Text("De tabel.", "The table.")),),
    options=(
        Entry(
            "--table TABEL", Text("Welke tabel het is, zoals voorziening.", "Which table it is, such as voorziening.")
        ),
        Entry(
            "--deliverer CODE",
            Text(
                "Van wie de kolommen zijn, zoals 0141. Standaard: van iedereen.",
                "Whose columns they are, such as 0141. By default: everybody's.",
            ),
        ),
        Entry(
            "--write",
            Text(
                "Bewaar het voorstel in de werkmap. Een kaart die er al is, blijft staan.",
                "Keep the proposal in the workspace. A map that is there already is left alone.",
            ),
        ),
    ),
    examples=(
        Entry("graadmeter columns export.xlsx", Text("Bekijk het voorstel.", "See the proposal.")),
        Entry(
            "graadmeter columns export.csv --table voorziening --deliverer 0141 --write",
            Text("Bewaar het in kolommen/0141.yaml.", "Keep it in kolommen/0141.yaml."),
        ),
    ),
)
