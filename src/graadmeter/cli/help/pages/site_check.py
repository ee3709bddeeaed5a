"""The help of `graadmeter site check`."""

from graadmeter.cli.help.page import Entry, Page
from graadmeter.domain.text import Text

PAGE = Page(
    "site check",
    "[--edition UITGAVE]",
    Text(
        "Zoekt cijfers op de site die niet uit de uitgave volgen.",
        "Looks for figures on the site that do not follow from the release.",
    ),
    Text(
        "Leest de uitgave na (hashes, CSV naast Parquet, vergelijking naast cijfers, niets naast de rijen), maakt de "
        "site in een tijdelijke map opnieuw uit die uitgave alleen, en houdt elke byte van de site ernaast: pagina's, "
        "grafieken, downloads, feeds en zoekindex. Duurt zo lang als een site bouwen. Uitgangscode 7 als er iets staat "
        "dat er niet uit volgt. Met andere software dan waarmee de site is gemaakt, verschilt alles: bouw haar eerst "
        "opnieuw.",
        "Reads the release again (hashes, CSV beside Parquet, comparison beside figures, nothing beside the rows), "
        "makes the site anew from that release alone in a temporary folder, and compares every byte of the site: "
        "pages, charts, downloads, feeds and search index. Takes as long as building a site. Exit code 7 when "
        "something does not follow from it. With other software than the site was made with everything differs: build "
        "it first.",
    ),
    options=(
        Entry(
            "--edition UITGAVE",
            Text(
                "De uitgave waar de site van is. Standaard de nieuwste.",
                "The release that the site is of. By default the newest.",
            ),
        ),
    ),
    examples=(
        Entry(
            "graadmeter site check",
            Text(
                "Voordat de map op de webserver wordt gezet.",
                "Before the folder is put on the web server.",
            ),
        ),
    ),
)
