"""pointblank on Polars: one validation plan, failures counted per step."""

import json
import sys
from collections import Counter
from importlib import import_module
from pathlib import Path

from bench.opponents.polars_frame import fine, frame


def main() -> None:
    """Prints the failures per rule."""
    rules = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    pointblank = import_module("pointblank")
    plan = pointblank.Validate(frame(sys.argv[1]))
    steps: list[str] = []
    for name in rules["required"]:
        plan = plan.col_vals_not_null(name)
        steps.append("verplicht")
    for kind, rule in (("codes", "code"), ("optional_codes", "code_optioneel")):
        for name, codes in rules[kind].items():
            plan = plan.col_vals_in_set(name, [*codes, None])
            steps.append(rule)
    for name, pattern in rules["patterns"].items():
        plan = plan.col_vals_regex(name, rf"^(?:{pattern})$", na_pass=True)
        steps.append("vorm")
    for rule, goods in fine(rules).items():
        for good in goods:
            plan = plan.col_vals_expr(good)
            steps.append(rule)
    failed = plan.interrogate().n_failed()
    found: Counter[str] = Counter()
    for number, rule in enumerate(steps, 1):
        found[rule] += failed[number]
    print(json.dumps(found))


if __name__ == "__main__":
    main()
