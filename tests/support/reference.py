"""Reference data for tests: where the real files lie, and small StatLine tables as saved answers."""

import json
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "../shared"
TWENTE = frozenset(
    f"GM{code}"
    for code in (
        "0141",
        "0147",
        "1774",
        "0153",
        "0158",
        "0163",
        "0164",
        "1735",
        "0168",
        "0173",
        "1742",
        "0183",
        "1700",
        "0189",
    )
)


def needs(path: str) -> Path:
    """A real file or folder; the test is skipped when it is not there."""
    found = SHARED / path
    if not found.exists():
        pytest.skip(f"the real file {path} is not beside this checkout")
    return found


def save(folder: Path, parts: dict[str, object]) -> Path:
    """The folder with one JSON file per part."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in parts.items():
        (folder / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
    return folder


def value(*rows: dict[str, object], after: str = "") -> dict[str, object]:
    """One page of an answer."""
    return {"odata.metadata": "#", "value": list(rows)} | ({"odata.nextLink": after} if after else {})


def _row(area: str, period: str, text: str) -> dict[str, object]:
    return {"ID": 1, "RegioS": f"{area}    ", "Perioden": period, "Geslacht": "3000   ", "Jongeren_84": text}


FAKE_V3: dict[str, object] = {
    "TableInfos": value({"Identifier": "85000NED", "Period": "2023"}),
    "DataProperties": value(
        {"ID": 0, "ParentID": None, "Type": "GeoDimension", "Key": "RegioS", "Title": "Regio's"},
        {"ID": 1, "ParentID": None, "Type": "TimeDimension", "Key": "Perioden", "Title": "Perioden"},
        {"ID": 2, "ParentID": None, "Type": "Dimension", "Key": "Geslacht", "Title": "Geslacht"},
        {"ID": 3, "ParentID": None, "Type": "TopicGroup", "Key": "", "Title": "Jeugd"},
        {"ID": 4, "ParentID": 3, "Type": "TopicGroup", "Key": "", "Title": "In natura"},
        {"ID": 5, "ParentID": 4, "Type": "Topic", "Key": "Jongeren_84", "Title": "Jongeren", "Unit": "%",
         "Datatype": "Double"},
    ),
    "Perioden": value(
        {"Key": "2023HJ01", "Title": "2023 1e halfjaar", "Status": "Definitief"},
        {"Key": "2023HJ02", "Title": "2023 2e halfjaar", "Status": "Voorlopig"},
    ),
    "UntypedDataSet": value(_row("GM0141", "2023HJ01", "   12.5"), _row("GM0141", "2023HJ02", "    0.0"), after="?2"),
    "UntypedDataSet.2": value(_row("GM0147", "2023HJ01", "      ."), _row("GM0147", "2023HJ02", "       ")),
}  # fmt: skip


def _observation(area: str, attribute: str, number: int | None, period: str = "2017JJ00") -> dict[str, object]:
    return {"Id": 1, "Measure": "M1", "ValueAttribute": attribute, "Value": number, "StringValue": None,
            "WijkenEnBuurten": area, "Perioden": period}  # fmt: skip


FAKE_V4: dict[str, object] = {
    "Properties": {"Identifier": "85000NED", "TemporalCoverage": "2017"},
    "Dimensions": value(
        {"Identifier": "WijkenEnBuurten", "Kind": "GeoDetail", "MapYear": "2017"},
        {"Identifier": "Perioden", "Kind": "TimeDimension", "MapYear": None},
    ),
    "MeasureGroups": value({"Id": "G1", "Title": "Bevolking", "ParentId": None}),
    "MeasureCodes": value(
        {"Identifier": "M1", "Title": "Inwoners", "Unit": "aantal", "DataType": "Long", "MeasureGroupId": "G1"}
    ),
    "PeriodenCodes": value(
        {"Identifier": "2017JJ00", "Status": "Definitief"}, {"Identifier": "2018JJ00", "Status": "NaderVoorlopig"}
    ),
    "Observations": value(
        _observation("WK014110", "None", 5),
        _observation("WK014111", "Impossible", None),
        _observation("WK014112", "Confidential", None),
        _observation("WK014113", "None", 7, "2018JJ00"),
    ),
}
