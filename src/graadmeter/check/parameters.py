"""Fills the `:names` in a check's SQL: values of the delivery become literals, tables become names in the engine."""

import re
from collections.abc import Iterable

from graadmeter.check.context import CheckContext
from graadmeter.domain.errors import CatalogueError
from graadmeter.domain.text import Text

PREFIX = "check_"
_NAME = re.compile(r"(?<![:\w]):([a-z_]+)")


def names_in(sql: str) -> set[str]:
    """The parameters a piece of SQL names."""
    return set(_NAME.findall(sql))


def values_of(context: CheckContext) -> dict[str, str]:
    """The literals of one delivery, by parameter."""
    return {
        "gemeente": _quoted(context.gemeente.removeprefix("GM")),
        "kwartaal": _quoted(context.quarter.code),
        "kw": str(context.quarter.first),
        "eerste_dag": _day(context.quarter.first_day.isoformat()),
        "laatste_dag": _day(context.quarter.last_day.isoformat()),
        "fictief": "TRUE" if context.fictitious else "FALSE",
        "wijken": _listed(context.wijken),
        "domeinen": _listed({product.domein for product in context.products}),
        "categorieen_jw": _listed(context.code_lists.get("JZ020", ())),
        "categorieen_wmo": _listed(context.code_lists.get("WMO020", ())),
    }


def filled(sql: str, values: dict[str, str], tables: set[str]) -> str:
    """`sql` with every parameter replaced; raises CatalogueError for a name that is neither value nor table."""

    def replace(found: re.Match[str]) -> str:
        name = found[1]
        if name in values:
            return values[name]
        if name in tables:
            return PREFIX + name
        raise CatalogueError(
            Text(f"Een controle noemt ':{name}'; dat bestaat niet.", f"A check names ':{name}', which does not exist.")
        )

    return _NAME.sub(replace, sql)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _day(iso: str) -> str:
    return f"CAST('{iso}' AS DATE)"


def _listed(texts: Iterable[str]) -> str:
    return ", ".join(_quoted(text) for text in sorted(texts)) or "''"
