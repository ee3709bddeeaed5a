"""The values of a delivery that a check may name, and how `:names` in the SQL of a set check are filled in."""

import re
from collections.abc import Collection, Mapping
from datetime import date

from graadmeter.catalogue.products import base_products
from graadmeter.check.context import CheckContext
from graadmeter.check.expressions import Parameter
from graadmeter.domain.errors import CatalogueError
from graadmeter.domain.text import Text

PREFIX = "check_"
"""What the names of our tables in the engine begin with."""
_NAME = re.compile(r"(?<![:\w]):([a-z_]+)")


def names_in(sql: str) -> set[str]:
    """The names a piece of SQL has parameters for."""
    return set(_NAME.findall(sql))


def values_of(context: CheckContext) -> dict[str, Parameter]:
    """The values of one delivery, by name."""
    own = {product.domein for product in set(context.products) - frozenset(base_products())}
    return {
        "gemeente": context.gemeente.removeprefix("GM"),
        "kwartaal": context.quarter.code,
        "kw": context.quarter.first,
        "eerste_dag": context.quarter.first_day,
        "laatste_dag": context.quarter.last_day,
        "fictief": context.fictitious,
        "wijken": tuple(sorted(context.wijken)),
        "aanbieders": tuple(sorted(context.providers)),
        "domeinen": tuple(sorted(own)),
        "categorieen_jw": tuple(sorted(context.code_lists.get("JZ020", ()))),
        "categorieen_wmo": tuple(sorted(context.code_lists.get("WMO020", ()))),
    }


def filled(sql: str, values: Mapping[str, Parameter], tables: Collection[str]) -> str:
    """`sql` with values as literals and tables by their name in the engine; CatalogueError for any other name."""

    def replace(found: re.Match[str]) -> str:
        name = found[1]
        if name in values:
            return _literal(values[name])
        if name in tables:
            return PREFIX + name
        raise CatalogueError(
            Text(f"Een controle noemt ':{name}'; dat bestaat niet.", f"A check names ':{name}', which does not exist.")
        )

    return _NAME.sub(replace, sql)


def _literal(value: Parameter) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, date):
        return f"CAST('{value.isoformat()}' AS DATE)"
    if isinstance(value, tuple):
        return ", ".join(_literal(item) for item in value) or "''"
    return str(value) if isinstance(value, int) else "'" + value.replace("'", "''") + "'"
