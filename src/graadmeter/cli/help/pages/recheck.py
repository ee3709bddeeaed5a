"""The help of `graadmeter recheck`."""

from graadmeter.cli.help.page import Entry, Page
from graadmeter.domain.text import Text

PAGE = Page(
    "recheck",
    "[--session LEVERING] [--as-of DATUM] [--apply]",
    Text(
        "Controleert eerdere leveringen opnieuw, met de regels van nu.",
        "Checks earlier deliveries again, with the rules of now.",
    ),
    Text(
        "Leest de ontvangen bestanden opnieuw, houdt ze tegen de regels, en zegt per levering wat er zou veranderen: "
        "de uitkomst, het aantal gebruikte regels en de bevindingen. Er verandert niets, tenzij u --apply geeft.",
        "Reads the received files again, holds them against the rules, and says for each delivery what would change: "
        "the verdict, the number of rows in use and the findings. Nothing changes unless you give --apply.",
    ),
    options=(
        Entry(
            "--session LEVERING",
            Text(
                "Alleen deze levering, zoals 0141-2025KW04-1f3a9c02. Standaard: alles wat telt.",
                "Only this delivery, such as 0141-2025KW04-1f3a9c02. By default: everything that counts.",
            ),
        ),
        Entry(
            "--as-of DATUM",
            Text(
                "Gebruik de regels die op deze dag gelden. Standaard: de laatste dag van elk kwartaal.",
                "Use the rules in force on this day. By default: the last day of each quarter.",
            ),
        ),
        Entry(
            "--apply",
            Text(
                "Verwerk wat verandert opnieuw. Publiceren doet 'graadmeter run'.",
                "Process again what changes. Publishing is for 'graadmeter run'.",
            ),
        ),
    ),
    examples=(
        Entry(
            "graadmeter recheck --as-of 2026-12-31",
            Text(
                "Wat de regels van eind 2026 van alles zouden zeggen.",
                "What the rules of the end of 2026 would say of everything.",
            ),
        ),
    ),
)
