"""The help of `graadmeter attack`."""

from graadmeter.cli.help.page import Entry, Page
from graadmeter.domain.text import Text

PAGE = Page(
    "attack",
    "--cells BESTAND --equations BESTAND [--least GETAL] [--insider]",
    Text(
        "Probeert verborgen aantallen van een tabel te herleiden.",
        "Tries to work out hidden counts of a table.",
    ),
    Text(
        "Valt gepubliceerde cellen aan met dezelfde controle als voor een uitgave: sommen invullen, lineaire "
        "programma's en hele getallen. Wie de verborgen waarden niet heeft, kan dit ook. Noemt de sommen die een "
        "aantal verraden. Uitgangscode 7 als er iets te herleiden is.",
        "Attacks published cells with the same audit as for a release: filling in sums, linear programs and whole "
        "numbers. Somebody without the hidden values can do this too. Names the sums that give a count away. Exit "
        "code 7 when something can be worked out.",
    ),
    options=(
        Entry(
            "--cells BESTAND",
            Text(
                "CSV met cell_id, een kolom per dimensie, en value (leeg: verborgen), zoals 'protect' schrijft.",
                "CSV with cell_id, a column per dimension, and value (empty: hidden), as 'protect' writes.",
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
            "--least GETAL",
            Text(
                "Het kleinste dat een verborgen aantal kan zijn. Standaard 0; 1 als nullen altijd getoond worden.",
                "The least that a hidden count can be. By default 0; 1 when zeros are always shown.",
            ),
        ),
        Entry(
            "--insider",
            Text(
                "Ook: wat herleidt iemand die al één verborgen aantal kent, omdat hij de enige daarin is?",
                "Also: what does somebody work out who knows one hidden count, being the only one in it?",
            ),
        ),
    ),
    examples=(
        Entry(
            "graadmeter attack --cells veilig/cells.csv --equations equations.csv",
            Text(
                "De eigen bescherming nagaan.",
                "Checking one's own protection.",
            ),
        ),
    ),
)
