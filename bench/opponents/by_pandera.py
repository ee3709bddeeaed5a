"""pandera on Polars: one schema, lazy validation, failure cases counted per check."""

import json
import sys
from collections import Counter
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from bench.opponents.polars_frame import fine, frame

_LISTS = {"codes": "code", "optional_codes": "code_optioneel"}


def main() -> None:
    """Prints the failures per rule."""
    rules = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    pandera = import_module("pandera.polars")
    errors = import_module("pandera.errors")
    rows = frame(sys.argv[1])
    wide = [pandera.Check(partial(_holds, good), error=rule) for rule, goods in fine(rules).items() for good in goods]
    text = [name for name in rows.columns if not name.endswith("_d")]
    columns = {
        name: pandera.Column(str, _checks(pandera, name, rules), nullable=name not in rules["required"])
        for name in text
    }
    found: Counter[str] = Counter()
    try:
        pandera.DataFrameSchema(columns, checks=wide).validate(rows, lazy=True)
    except errors.SchemaErrors as error:
        for case in error.failure_cases.group_by("check").len().iter_rows(named=True):
            found["verplicht" if case["check"] == "not_nullable" else case["check"]] += case["len"]
    print(json.dumps(found))


def _checks(pandera: Any, name: str, rules: dict[str, Any]) -> list[Any]:
    check = pandera.Check
    made = [check.isin(rules[kind][name], error=rule) for kind, rule in _LISTS.items() if name in rules[kind]]
    pattern = rules["patterns"].get(name)
    return [*made, check.str_matches(rf"^(?:{pattern})$", error="vorm")] if pattern else made


def _holds(good: Any, data: Any) -> Any:
    return data.lazyframe.select(good)


if __name__ == "__main__":
    main()
