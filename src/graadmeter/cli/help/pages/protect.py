"""The help of `graadmeter protect`."""

from graadmeter.cli.help.page import Entry, Page
from graadmeter.domain.text import Text

PAGE = Page(
    "protect",
    "--cells BESTAND --equations BESTAND [--threshold GETAL] --out MAP",
    Text(
        "Beschermt een tabel van buiten de monitor.",
        "Protects a table from outside the monitor.",
    ),
    Text(
        "Leest cellen en de sommen daartussen, verbergt de aantallen die te klein zijn en wat er verder nodig is om "
        "ze niet te kunnen herleiden, bewijst dat, en laat het door andere programmatuur aanvallen. Schrijft in de map "
        "cells.csv, certificates.parquet, report.json en report.md. Uitgangscode 7 als een aantal niet te beschermen "
        "is; dan wordt er niets geschreven.",
        "Reads cells and the sums between them, hides the counts that are too small and what else is needed so that "
        "they cannot be worked out, proves it, and has it attacked by other code. Writes cells.csv, "
        "certificates.parquet, report.json and report.md into the folder. Exit code 7 when a count cannot be "
        "protected; then nothing is written.",
    ),
    options=(
        Entry(
            "--cells BESTAND",
            Text(
                "CSV met cell_id, een kolom per dimensie, en value.",
                "CSV with cell_id, a column per dimension, and value.",
            ),
        ),
        Entry(
            "--equations BESTAND",
            Text(
                "CSV met eq_id, cell_id, coef: per som is het totaal van coef x value 0, of van low tot high.",
                "CSV with eq_id, cell_id, coef: in each sum the total of coef x value is 0, or from low to high.",
            ),
        ),
        Entry(
            "--inner BESTAND",
            Text(
                "In plaats van cellen: alleen de binnenste aantallen, een kolom per dimensie en freq.",
                "Instead of cells: the inner counts only, a column per dimension and freq.",
            ),
        ),
        Entry(
            "--hierarchy BESTAND",
            Text(
                "Bij --inner: hier_DIMENSIE.csv of DIMENSIE=BESTAND met parent, child (en relation). Mag vaker.",
                "With --inner: hier_DIMENSION.csv or DIMENSION=FILE with parent, child (relation). May be repeated.",
            ),
        ),
        Entry(
            "--threshold GETAL",
            Text(
                "Aantallen van 1 tot hieronder zijn te klein. Standaard 10.",
                "Counts from 1 to below this are too small. By default 10.",
            ),
        ),
        Entry(
            "--interval GETAL",
            Text(
                "Hoe ver de mogelijke waarden van een verborgen aantal minstens uiteen liggen. Standaard 1.",
                "How far apart the possible values of a hidden count are at least. By default 1.",
            ),
        ),
        Entry(
            "--least GETAL",
            Text(
                "Wat lezers het minst mogelijk achten van een verborgen aantal. Standaard 0; 1 is strenger.",
                "The least that readers deem possible of a hidden count. By default 0; 1 is stricter.",
            ),
        ),
        Entry(
            "--contributions BESTAND",
            Text(
                "De tabel telt bedragen: CSV met cell_id en de grootste bijdragen first, second, third.",
                "The table holds amounts: CSV with cell_id and the largest contributions first, second, third.",
            ),
        ),
        Entry(
            "--dominance N:K",
            Text(
                "Bij bedragen: de N grootste bijdragers hebben samen niet meer dan K procent.",
                "With amounts: the N largest contributors together have no more than K percent.",
            ),
        ),
        Entry(
            "--p-percent GETAL",
            Text(
                "Bij bedragen: niemand kan de bijdrage van een ander op zoveel procent na schatten.",
                "With amounts: nobody can tell the contribution of another to within so many percent.",
            ),
        ),
        Entry(
            "--insider",
            Text(
                "Ook wie de enige in een aantal is, en dat weet, mag geen ander klein aantal kunnen herleiden.",
                "Nor may somebody who is the only one in a count, and knows it, work out another small count.",
            ),
        ),
        Entry(
            "--method suppress|round",
            Text(
                "Verbergen, of kleine aantallen afronden zodat alles optelt. Standaard suppress.",
                "Hide, or round small counts such that everything adds up. By default suppress.",
            ),
        ),
        Entry(
            "--base GETAL",
            Text(
                "Bij round: aantallen hieronder worden 0 of dit getal. Standaard de drempel, zonder drempel 5.",
                "With round: counts below this become 0 or this number. By default the threshold; 5 without one.",
            ),
        ),
        Entry(
            "--key BESTAND",
            Text(
                "Bij round: een geheim bestand van minstens 16 bytes; gebruik steeds hetzelfde. Standaard MAP.key, dat "
                "de eerste keer wordt gemaakt.",
                "With round: a secret file of at least 16 bytes; always use the same. By default DIR.key, which is "
                "made the first time.",
            ),
        ),
        Entry(
            "--out MAP",
            Text(
                "De map waarin het komt; een eerdere wordt vervangen.",
                "The folder it goes to; an earlier one is replaced.",
            ),
        ),
    ),
    examples=(
        Entry(
            "graadmeter protect --cells cells.csv --equations equations.csv --threshold 5 --out veilig",
            Text(
                "Verbergen.",
                "Hiding.",
            ),
        ),
        Entry(
            "graadmeter protect --cells b.csv --equations e.csv --contributions c.csv --p-percent 10 --out uit",
            Text(
                "Bedragen.",
                "Amounts.",
            ),
        ),
        Entry(
            "graadmeter protect --inner inner.csv --hierarchy hier_geo.csv --method round --key k --out af",
            Text(
                "Afronden.",
                "Rounding.",
            ),
        ),
    ),
)
