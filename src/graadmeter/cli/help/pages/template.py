"""The help of `graadmeter template`."""

from graadmeter.cli.help.page import Entry, Page
from graadmeter.domain.text import Text

PAGE = Page(
    "template",
    "[TABEL] [--xlsx]",
    Text(
        "Maakt een leeg bestand om in te vullen.",
        "Makes an empty file to fill in.",
    ),
    Text(
        "Een CSV met alleen de kolomnamen, of een Excelbestand met keuzelijsten en uitleg per kolom. Zonder tabel: "
        "de lijst van tabellen.",
        "A CSV with the column names only, or an Excel file with lists to choose from and an explanation of each "
        "column. Without a table: the list of tables.",
    ),
    arguments=(Entry("TABEL", Text("De tabel, zoals voorziening.", "The table, such as voorziening.")),),
    options=(
        Entry("--xlsx", Text("Maak een Excelbestand in plaats van CSV.", "Make an Excel file instead of CSV.")),
        Entry("--to MAP", Text("Waar het bestand komt. Standaard: hier.", "Where the file goes. By default: here.")),
        Entry(
            "--docs MAP",
            Text(
                "Schrijf de pagina's die elke tabel uitleggen (Markdown) in deze map.",
                "Write the pages that explain every table (Markdown) to this folder.",
            ),
        ),
    ),
    examples=(
        Entry(
            "graadmeter template voorziening --xlsx",
            Text("Maak voorziening.xlsx.", "Make voorziening.xlsx."),
        ),
        Entry("graadmeter template", Text("Welke tabellen zijn er?", "Which tables are there?")),
    ),
)
