"""What became known when, and which quarters were delivered: two small answers of an engine that knows the model."""

from collections.abc import Mapping
from dataclasses import dataclass

from graadmeter.domain.growth_tables import Family
from graadmeter.engine.port import Engine
from graadmeter.measure.completeness.families import FIGURES
from graadmeter.measure.portable import render
from graadmeter.measure.syntax import col, every, num, rows, select, text, total

Additions = Mapping[tuple[int, int], int]
"""What was added, by quarter of the event and quarter of the delivery."""


@dataclass(frozen=True, slots=True)
class Growth:
    """The growth of the figures of every municipality."""

    added: Mapping[tuple[Family, str], Additions]
    delivered: Mapping[tuple[Family, str], frozenset[int]]
    """Quarters that were delivered."""


def growth(engine: Engine) -> Growth:
    """What the model tables `aangroei` and `levering` tell; one query text for every engine."""
    return Growth(_added(engine), _delivered(engine))


def _added(engine: Engine) -> dict[tuple[Family, str], Additions]:
    columns = {name: col(name) for name in ("familie", "gemeente", "kw", "kw_bekend")}
    query = select(columns | {"aantal": total(col("aantal"))}, "aangroei", group=columns)
    found: dict[tuple[Family, str], dict[tuple[int, int], int]] = {}
    for row in engine.query(render(query, engine.dialect)).to_pylist():
        of = found.setdefault((Family(row["familie"]), row["gemeente"]), {})
        of[row["kw"], row["kw_bekend"]] = row["aantal"]
    return dict(found)


def _delivered(engine: Engine) -> dict[tuple[Family, str], frozenset[int]]:
    found: dict[tuple[Family, str], set[int]] = {}
    for family, figure in FIGURES.items():
        used = [col("gebruikt") > num(0)]
        table = [col("tabel").eq(text(figure.table))] if figure.table else []
        columns = {name: col(name) for name in ("gemeente", "kwartaal")}
        query = select(columns | {"aantal": rows()}, "levering", where=every([*used, *table]), group=columns)
        for row in engine.query(render(query, engine.dialect)).to_pylist():
            found.setdefault((family, row["gemeente"]), set()).add(row["kwartaal"])
    return {key: frozenset(quarters) for key, quarters in found.items()}
