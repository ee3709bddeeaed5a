"""`graadmeter protect`: hides or rounds the small counts of any table, with proof."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from graadmeter.cli.console import Call
from graadmeter.cli.rounding_key import rounding_key
from graadmeter.cli.table_files import read_cells, read_contributions, read_inner
from graadmeter.cli.table_output import write_amounts, write_protected, write_rounded
from graadmeter.domain.errors import UsageError
from graadmeter.domain.text import Text
from graadmeter.protect.tables.amounts import protect_amounts
from graadmeter.protect.tables.counts import ProtectedTable, Table, protect_table
from graadmeter.protect.tables.rounding import round_table

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
        write_protected(out, done, threshold=small, interval=interval, least=least)
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
