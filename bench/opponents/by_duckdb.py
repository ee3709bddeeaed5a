"""DuckDB: everything read as text, cast where it can be, and one query that yields (line, rule) of every failure."""

import json
import sys
from pathlib import Path
from typing import Any

import duckdb

_DATES = ("geboortedatum", "begindatum", "einddatum")


def main() -> None:
    """Prints the failures per rule."""
    rules = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    with duckdb.connect(config={"threads": 2}) as connection:
        connection.execute("SET enable_progress_bar = false")
        dates = ", ".join(f"try_cast({name} AS DATE) AS {name}_d" for name in _DATES)
        connection.execute(
            f"CREATE TABLE v AS SELECT row_number() OVER () + 1 AS regel, *, {dates}"
            " FROM read_csv(?, delim = ';', header = true, all_varchar = true)",
            [sys.argv[1]],
        )
        parts = [f"SELECT regel, '{rule}' AS rule FROM v WHERE {wrong}" for rule, wrong in _wrong(rules)]
        parts.append(
            "SELECT regel, 'dubbel' AS rule FROM v"
            " QUALIFY row_number() OVER (PARTITION BY voorziening_id ORDER BY regel) > 1"
        )
        connection.execute("CREATE TABLE issues AS " + " UNION ALL ".join(parts))
        found = connection.execute("SELECT rule, count(*) FROM issues GROUP BY rule").fetchall()
    print(json.dumps(dict(found)))


def _wrong(rules: dict[str, Any]) -> list[tuple[str, str]]:
    digits = " + ".join(f"{weight} * substr(bsn, {place}, 1)::INT" for place, weight in enumerate(rules["weights"], 1))
    return [
        *(("verplicht", f"{name} IS NULL") for name in rules["required"]),
        *(("onleesbaar", f"{name} IS NOT NULL AND {name}_d IS NULL") for name in _DATES),
        *(("code", f"{name} NOT IN ({_texts(codes)})") for name, codes in rules["codes"].items()),
        *(("code_optioneel", f"{name} NOT IN ({_texts(codes)})") for name, codes in rules["optional_codes"].items()),
        *(("vorm", f"NOT regexp_full_match({name}, '{pattern}')") for name, pattern in rules["patterns"].items()),
        ("elfproef", f"({digits}) % 11 <> 0"),
        ("einde_voor_begin", "einddatum_d < begindatum_d"),
        ("geboren_na_begin", "begindatum_d < geboortedatum_d - 280"),
        ("wijk_andere_gemeente", f"substr(wijk, 3, 4) <> '{rules['gemeente']}'"),
        ("verwijzer_ontbreekt", "wet = 'jeugdwet' AND leveringsvorm = 'ZIN' AND verwijzer IS NULL"),
    ]


def _texts(codes: list[str]) -> str:
    return ", ".join(f"'{code}'" for code in codes)


if __name__ == "__main__":
    main()
