"""`graadmeter protect`: hides or rounds the small counts of any table, with proof."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from graadmeter.cli.console import Call
from graadmeter.cli.help.page import Entry, Page
from graadmeter.cli.rounding_key import rounding_key
from graadmeter.cli.table_files import read_cells, read_contributions, read_inner
from graadmeter.cli.table_output import write_amounts, write_protected, write_rounded
from graadmeter.domain.errors import UsageError
from graadmeter.domain.text import Text
from graadmeter.protect.tables.amounts import protect_amounts
from graadmeter.protect.tables.counts import ProtectedTable, Table, protect_table
from graadmeter.protect.tables.rounding import round_table

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

_WHOLE = 100
_THRESHOLD, _BASE = 10, 5


def protect(
    *,
    out: Path,
    cells: Path | None = None,
    equations: Path | None = None,
    inner: Path | None = None,
    hierarchy: list[str] | None = None,
    threshold: int | None = None,
    interval: int = 1,
    least: int = 0,
    contributions: Path | None = None,
    dominance: str | None = None,
    p_percent: int | None = None,
    insider: bool = False,
    method: Literal["suppress", "round"] = "suppress",
    base: int | None = None,
    key: Path | None = None,
    call: Annotated[Call, Parameter(parse=False)],
) -> int:
    """Writes the protected table and says how much is hidden."""
    rounds, amounts = method == "round", contributions is not None
    hides_counts = {"--insider": insider, "--interval": interval != 1, "--least": least != 0}
    _require_together(rounds, "--method round", {"--contributions": amounts, **hides_counts})
    _require_together(amounts, "--contributions", {"--threshold": threshold is not None, **hides_counts})
    _require_together(not amounts, "", {"--dominance": dominance is not None, "--p-percent": p_percent is not None})
    _require_together(not rounds, "", {"--base": base is not None, "--key": key is not None})
    _require_sensible(threshold, interval, least, base)
    table = _table(cells, equations, inner, hierarchy or [])
    if contributions is not None:
        done = _amounts(out, table, contributions, dominance, p_percent)
    elif rounds:
        call.say(_rounded(out, table, base or threshold or _BASE, key))
        return 0
    else:
        alone = table.value == 1 if insider else None
        small = threshold or _THRESHOLD
        done = protect_table(table, threshold=small, interval=interval, least=least, alone=alone)
        write_protected(out, done, threshold=small, interval=interval)
    call.say(_told(done, out))
    return 0


def _require_together(holds: bool, what: str, given: Mapping[str, bool]) -> None:  # noqa: FBT001 - one of two cases
    """Raises UsageError for options that would be left unused: nobody may think that these were heeded."""
    wrong = [name for name, is_there in given.items() if holds and is_there]
    if wrong:
        without = {"--base": "--method round", "--key": "--method round"}.get(wrong[0], "--contributions")
        nl, en = (f"bij {what}", f"with {what}") if what else (f"zonder {without}", f"without {without}")
        raise UsageError(Text(f"{wrong[0]} doet niets {nl}.", f"{wrong[0]} does nothing {en}."))


def _rounded(out: Path, table: Table, base: int, key: Path | None) -> Text:
    """Rounds a table, writes it, and says how far figures are off and where the key is."""
    secret, made = rounding_key(key, out)
    done = round_table(table, base=base, key=secret)
    write_rounded(out, done, base=base)
    told, report = f"{done.mean_error:.2f}", out / "report.md"
    text = Text(
        f"Afgerond op {base}: gemiddelde afwijking {told}, grootste {done.largest_error}. Zie {report}.",
        f"Rounded to {base}: mean error {told}, largest {done.largest_error}. See {report}.",
    )
    if made is None:
        return text
    return Text(
        f"{text.nl} De geheime sleutel staat in {made}: bewaar hem, want een volgende keer hoort dezelfde erbij.",
        f"{text.en} The secret key is in {made}: keep it, for the same one must be used the next time.",
    )


def _told(done: ProtectedTable, out: Path) -> Text:
    small, other = done.status.count("primary"), done.status.count("secondary")
    return Text(
        f"{small} te kleine aantallen verborgen en {other} andere (samen {done.hidden_value}) om die te "
        f"beschermen; alle {small + other} bewezen en aangevallen. Zie {out / 'report.md'}.",
        f"{small} counts that are too small are hidden, and {other} others (together {done.hidden_value}) to "
        f"protect them; all {small + other} proven and attacked. See {out / 'report.md'}.",
    )


def _amounts(out: Path, table: Table, path: Path, dominance: str | None, percent: int | None) -> ProtectedTable:
    """Protects a table of amounts and writes it; raises UsageError for numbers that make no sense."""
    pair = _pair(dominance) if dominance is not None else None
    if percent is not None and not 1 <= percent <= _WHOLE:
        raise UsageError(Text("--p-percent is 1 tot en met 100.", "--p-percent is 1 to 100."))
    done = protect_amounts(table, read_contributions(path, table), dominance=pair, p_percent=percent)
    asked = {"dominance": dominance, "p_percent": percent}
    write_amounts(out, done, asked={name: numbers for name, numbers in asked.items() if numbers is not None})
    return done


def _pair(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"([123]):([1-9]\d?)", text)
    if found is None:
        raise UsageError(
            Text(
                f"'{text}' is geen N:K, met N 1 tot en met 3 en K 1 tot en met 99. Bijvoorbeeld 1:75.",
                f"'{text}' is not N:K, with N from 1 to 3 and K from 1 to 99. For example 1:75.",
            )
        )
    return int(found[1]), int(found[2])


def _table(cells: Path | None, equations: Path | None, inner: Path | None, hierarchies: list[str]) -> Table:
    if cells and equations and not inner and not hierarchies:
        return read_cells(cells, equations)
    if inner and hierarchies and not cells and not equations:
        return read_inner(inner, hierarchies)
    raise UsageError(
        Text(
            "Geef --cells en --equations, of --inner en minstens één --hierarchy.",
            "Give --cells and --equations, or --inner and at least one --hierarchy.",
        )
    )


def _require_sensible(threshold: int | None, interval: int, least: int, base: int | None) -> None:
    numbers = (_THRESHOLD if threshold is None else threshold, interval, _BASE - 1 if base is None else base - 1)
    if min(numbers) < 1 or least not in (0, 1):
        raise UsageError(
            Text(
                "De drempel en het interval zijn minstens 1, de basis minstens 2, en --least is 0 of 1.",
                "The threshold and the interval are at least 1, the base at least 2, and --least is 0 or 1.",
            )
        )
    if threshold is not None and base is not None and base < threshold:
        raise UsageError(
            Text(
                f"Met basis {base} blijven aantallen onder de drempel {threshold} staan. Laat --base weg.",
                f"With base {base} counts below the threshold {threshold} stay. Leave --base out.",
            )
        )
