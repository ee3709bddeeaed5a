"""Tariffs per profile as an analyst writes them: a CSV file with the columns profiel and bedrag (euros)."""

import csv
from pathlib import Path

from graadmeter.domain.errors import UsageError
from graadmeter.domain.text import Text


def read_tariffs(path: Path) -> dict[str, float]:
    """The sum in euros per profile; raises UsageError that says what is wrong, and on which line."""
    try:
        rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(Text(f"{path} is niet te lezen.", f"{path} cannot be read.")) from error
    found: dict[str, float] = {}
    for number, row in enumerate(rows, 2):
        try:
            profile, amount = row["profiel"].strip(), float(row["bedrag"])
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise _wrong(path, number) from error
        if not profile or not 0 <= amount < float("inf") or profile in found:
            raise _wrong(path, number)
        found[profile] = amount
    return found


def _wrong(path: Path, number: int) -> UsageError:
    return UsageError(
        Text(
            f"{path}, regel {number}: geef de kolommen profiel en bedrag, ieder profiel één keer, zoals 1234.50.",
            f"{path}, line {number}: give the columns profiel and bedrag, each profile once, such as 1234.50.",
        )
    )
