"""Great Expectations on pandas, which is its usual engine: the rules that its own expectations can say."""

import json
import os
import sys
from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import Any


def main() -> None:
    """Prints the failures per rule; rules it has no expectation for are absent."""
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    rules = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    pandas, gx = import_module("pandas"), import_module("great_expectations")
    expect = import_module("great_expectations.expectations")
    rows = pandas.read_csv(sys.argv[1], sep=";", dtype=str, keep_default_na=False, na_values=[""])
    for name in ("begindatum", "einddatum"):
        rows[f"{name}_d"] = pandas.to_datetime(rows[name], format="%Y-%m-%d", errors="coerce")
    context = gx.get_context(mode="ephemeral")
    asset = context.data_sources.add_pandas("pandas").add_dataframe_asset("rows")
    batch = asset.add_batch_definition_whole_dataframe("all").get_batch({"dataframe": rows})
    context.variables.progress_bars = {"globally": False}
    asked = _asked(expect, rules)
    suite = gx.ExpectationSuite("eleven", expectations=[one for _, one in asked])
    results = batch.validate(suite, result_format="BASIC").results
    found: Counter[str] = Counter()
    rule_of = {_key(one): rule for rule, one in asked}
    for result in results:
        found[rule_of[_key(result.expectation_config.to_domain_obj())]] += result.result["unexpected_count"]
    print(json.dumps(found))


def _key(expectation: Any) -> str:
    names = ("column", "column_A", "value_set", "regex")
    return json.dumps([type(expectation).__name__, *(str(getattr(expectation, name, "")) for name in names)])


def _asked(expect: Any, rules: dict[str, Any]) -> list[tuple[str, Any]]:
    later = {"column_A": "einddatum_d", "column_B": "begindatum_d", "ignore_row_if": "either_value_is_missing"}
    return [
        *(("verplicht", expect.ExpectColumnValuesToNotBeNull(column=name)) for name in rules["required"]),
        *(
            (rule, expect.ExpectColumnValuesToBeInSet(column=name, value_set=codes))
            for rule, kind in (("code", "codes"), ("code_optioneel", "optional_codes"))
            for name, codes in rules[kind].items()
        ),
        *(
            ("vorm", expect.ExpectColumnValuesToMatchRegex(column=name, regex=rf"^(?:{pattern})$"))
            for name, pattern in rules["patterns"].items()
        ),
        (
            "wijk_andere_gemeente",
            expect.ExpectColumnValuesToMatchRegex(column="wijk", regex=f"^..{rules['gemeente']}"),
        ),
        ("einde_voor_begin", expect.ExpectColumnPairValuesAToBeGreaterThanB(**later, or_equal=True)),
    ]


if __name__ == "__main__":
    main()
