"""The option `--engine`, the same wherever figures are counted."""

from graadmeter.cli.help.page import Entry
from graadmeter.domain.text import Text

ENGINE = Entry(
    "--engine ADRES",
    Text(
        "Wat het telwerk doet: duckdb (standaard, in dit programma), postgresql://gebruiker@server/database, "
        "spark://server:15002 of sail. De cijfers zijn met alle dezelfde.",
        "What does the counting: duckdb (the default, inside this program), postgresql://user@server/database, "
        "spark://server:15002 or sail. The figures are the same with all.",
    ),
)
