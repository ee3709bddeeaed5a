"""Whether the files of a release say the same of the same figure, and nothing beside their rows.

A figure stands in several files. One that says something else tells of figures that were not attacked: a total of
before protection, a value of before rounding, a note among the metadata of a Parquet file.
"""

import io
from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

from graadmeter.domain.cells import DIMENSIONS
from graadmeter.domain.text import Text
from graadmeter.release.formats import cell_text, parquet_table
from graadmeter.release.places import (
    CELLS,
    CELLS_CSV,
    COMPARISON,
    COMPARISON_CSV,
    INTERVENTIONS,
    INTERVENTIONS_CSV,
    RULE_COMPARISON,
    RULE_COMPARISON_CSV,
    RULES,
    RULES_CSV,
)

TWINS = {
    CELLS_CSV: CELLS,
    COMPARISON_CSV: COMPARISON,
    RULES_CSV: RULES,
    RULE_COMPARISON_CSV: RULE_COMPARISON,
    INTERVENTIONS_CSV: INTERVENTIONS,
}
"""The CSV files that hold the rows of a Parquet file."""
_KEYS = ("indicator", "unit", "area", "period", *DIMENSIONS)
_ARROW = b"ARROW:schema"
"""What the writer puts into every Parquet file: names and types of the columns."""


def disagreements(files: Mapping[str, bytes]) -> list[Text]:
    """What the files of a release say that other files of it do not; of each file the first of it."""
    found = []
    for path in sorted(path for path in files if path.endswith(".parquet")):
        found += _of(path, notes(files[path]))
    for text, rows in TWINS.items():
        if {text, rows} <= files.keys():
            found += _of(text, other_rows(table_of(rows, files[rows]), table_of(text, files[text])))
    return [*found, *other_figures(files)]


def _of(path: str, found: Text | None) -> list[Text]:
    return [] if found is None else [Text(f"{path}: {found.nl}", f"{path}: {found.en}")]


def table_of(path: str, content: bytes) -> pa.Table:
    """The table in a file; of a CSV file every column is text."""
    if path.endswith(".parquet"):
        return parquet_table(content)
    names = content.split(b"\n", 1)[0].decode().split(",")
    options = pa_csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=True)
    return pa_csv.read_csv(io.BytesIO(content), convert_options=options)


def other_rows(told: pa.Table, text: pa.Table) -> Text | None:
    """Where a CSV file, all of it text, is not what the table of its Parquet file says; None when it is."""
    if told.column_names != text.column_names or told.num_rows != text.num_rows:
        return Text("andere kolommen of rijen dan het Parquet-bestand", "other columns or rows than the Parquet file")
    for name in told.column_names:
        same = pc.equal(_texts(told[name]), text[name].fill_null("").combine_chunks())
        if not pc.all(same, min_count=0).as_py():
            line = same.to_pylist().index(False) + 2
            return Text(
                f"regel {line}, kolom {name}: iets anders dan in het Parquet-bestand",
                f"line {line}, column {name}: something else than in the Parquet file",
            )
    return None


def notes(content: bytes) -> Text | None:
    """What a Parquet file holds beside its rows; None when that is nothing."""
    written = pq.read_metadata(io.BytesIO(content)).metadata or {}
    schema = pq.read_schema(io.BytesIO(content))
    beside = {*written, *(schema.metadata or {}), *(key for field in schema for key in field.metadata or {})}
    field_ids = {key for key in beside if key.startswith(b"PARQUET:")}
    if beside - {_ARROW} - field_ids:
        return Text("er staan gegevens naast de rijen", "there is something beside the rows")
    return None


def other_figures(files: Mapping[str, bytes]) -> list[Text]:
    """The figures of the comparison that are not those of the cells, as one line each; at most one is named."""
    cells, compared = (_figures(files[path]) for path in (CELLS, COMPARISON))
    places = pc.index_in(_joined(compared), _joined(cells))
    if places.null_count:
        return [_at(compared, pc.is_valid(places).to_pylist().index(False))]
    there = cells.take(places)
    value = pc.equal(compared["value"], there["value"]).fill_null(fill_value=False)
    same = pc.and_(value, pc.equal(compared["status"], there["status"])).combine_chunks()
    return [] if pc.all(same, min_count=0).as_py() else [_at(compared, same.to_pylist().index(False))]


def _figures(content: bytes) -> pa.Table:
    return parquet_table(content, [*_KEYS, "value", "status"])


def _joined(figures: pa.Table) -> pa.Array:
    return pc.binary_join_element_wise(*(figures[name] for name in _KEYS), "|").combine_chunks()


def _at(rows: pa.Table, place: int) -> Text:
    row = rows.slice(place, 1).to_pylist()[0]
    where = f"{COMPARISON}: {row['indicator']} {row['area']} {row['period']} ({row['unit']})"
    return Text(f"{where}: niet het cijfer van {CELLS}", f"{where}: not the figure of {CELLS}")


def _texts(column: pa.ChunkedArray) -> pa.Array:
    encoded = column.combine_chunks().dictionary_encode()
    told = pa.array([cell_text(value) for value in encoded.dictionary.to_pylist()], pa.string())
    return told.take(encoded.indices).fill_null("")
