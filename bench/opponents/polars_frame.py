"""The file as a frame of Polars for the contenders that need one, and the rules they take as expressions."""

from importlib import import_module
from typing import Any

DATES = ("geboortedatum", "begindatum", "einddatum")


def frame(file: str) -> Any:
    """Everything as text, and each date beside it as a date where it is one (`begindatum_d`)."""
    polars = import_module("polars")
    read = polars.read_csv(file, separator=";", infer_schema=False)
    return read.with_columns(
        polars.col(name).str.to_date("%Y-%m-%d", strict=False).alias(f"{name}_d") for name in DATES
    )


def fine(rules: dict[str, Any]) -> dict[str, list[Any]]:
    """Per rule that is about more than one value, or no standard one, expressions that hold for fine rows."""
    polars = import_module("polars")
    col = polars.col
    number = col("bsn").cast(polars.Int64, strict=False)
    weights = enumerate(reversed(rules["weights"]))
    total = polars.sum_horizontal(weight * (number // 10**place % 10) for place, weight in weights)
    youth = (col("wet") == "jeugdwet") & (col("leveringsvorm") == "ZIN")
    return {
        "onleesbaar": [col(name).is_null() | col(f"{name}_d").is_not_null() for name in DATES],
        "elfproef": [total % 11 == 0],
        "einde_voor_begin": [(col("einddatum_d") >= col("begindatum_d")).fill_null(value=True)],
        "dubbel": [col("voorziening_id").is_first_distinct()],
        "geboren_na_begin": [
            (col("begindatum_d") >= col("geboortedatum_d") - polars.duration(days=280)).fill_null(value=True)
        ],
        "wijk_andere_gemeente": [(col("wijk").str.slice(2, 4) == rules["gemeente"]).fill_null(value=True)],
        "verwijzer_ontbreekt": [(~youth | col("verwijzer").is_not_null()).fill_null(value=True)],
    }
