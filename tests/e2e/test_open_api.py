"""The description for programs names every file with figures that the site has, and no other."""

import json
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from graadmeter.site.formats.openapi import OPENAPI_PATH


@pytest.fixture(scope="module")
def described(site_folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site_folder / OPENAPI_PATH).read_text(encoding="utf-8"))
    return found


def _files(described: dict[str, Any]) -> list[str]:
    found = []
    for address, item in described["paths"].items():
        parameters = item.get("parameters", [])
        for values in product(*(one["schema"]["enum"] for one in parameters)):
            names = {one["name"]: value for one, value in zip(parameters, values, strict=True)}
            found.append(address.removeprefix("/").format(**names))
    return found


def test_every_file_with_figures_is_described_and_every_described_file_is_there(
    site_folder: Path, described: dict[str, Any]
) -> None:
    there = [path for folder in ("data", "en/data") for path in (site_folder / folder).rglob("*") if path.is_file()]
    names = {str(path.relative_to(site_folder)) for path in there} - {OPENAPI_PATH}
    found = _files(described)
    assert len(found) == len(set(found))
    assert set(found) == names


def test_it_has_what_an_openapi_description_must_have(site_release: Path, described: dict[str, Any]) -> None:
    assert described["openapi"] == "3.1.0"
    assert described["info"]["version"] == site_release.name
    assert described["servers"] == [{"url": ".."}]
    operations = [item["get"] for item in described["paths"].values()]
    assert len({one["operationId"] for one in operations}) == len(operations)
    for address, item in described["paths"].items():
        assert address.startswith("/")
        braces = {part.partition("}")[0] for part in address.split("{")[1:]}
        parameters = item.get("parameters", [])
        assert {one["name"] for one in parameters} == braces
        assert all(one["in"] == "path" and one["required"] for one in parameters)
        assert list(item["get"]["responses"]) == ["200"]
        assert item["get"]["responses"]["200"]["description"]


def test_the_data_page_leads_to_it(site_folder: Path) -> None:
    for path in ("over/gegevens.html", "en/about/data.html"):
        assert f'{OPENAPI_PATH}" download' in (site_folder / path).read_text(encoding="utf-8")
