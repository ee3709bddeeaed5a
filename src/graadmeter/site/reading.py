"""Reads a release folder into what the site shows. Only the `open/` part and the manifest are looked at."""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from graadmeter.domain.areas import Area, Level
from graadmeter.domain.errors import ReleaseError
from graadmeter.domain.explanations import Explanation
from graadmeter.domain.indicators import Unit
from graadmeter.domain.metadata import Basis
from graadmeter.domain.periods import PeriodType, parse_period
from graadmeter.domain.policies import Method
from graadmeter.domain.predecessors import Predecessor
from graadmeter.domain.targets import Bound, Target
from graadmeter.domain.text import Text
from graadmeter.site.alike import read_neighbours
from graadmeter.site.by_rule import BESIDE, FILE, read_by_rule
from graadmeter.site.cell_index import cell_index
from graadmeter.site.definition_changes import read_definition_changes
from graadmeter.site.estimates import estimates
from graadmeter.site.interventions import COURSE, RESULTS, read_evaluations
from graadmeter.site.marks import Marks
from graadmeter.site.period_words import PERIOD_KINDS
from graadmeter.site.published import TOGETHER, Definition, Delivery, Governance, Norm, Published, Series
from graadmeter.site.standings import COLUMNS, Standings
from graadmeter.site.tables import Tables
from graadmeter.site.theme_of import theme_of


def read_release(folder: Path) -> Published:
    """The release in `folder`; raises ReleaseError when a file is missing or cannot be read."""
    try:
        return _read(folder)
    except (OSError, ValueError, KeyError) as error:
        raise ReleaseError(
            Text(
                f"Uitgave {folder.name} kan niet worden gelezen: {error}. Maak de uitgave opnieuw: graadmeter run",
                f"Release {folder.name} cannot be read: {error}. Make the release again: graadmeter run",
            )
        ) from error


def _read(folder: Path) -> Published:
    manifest = _json(folder / "manifest.json")
    region = _json(folder / "open/region.json")
    catalogue = _json(folder / "open/catalogue.json")
    own = Area(region["code"], region["vintage"], Level.REGION, region["name"])
    tables = _tables(folder)
    return Published(
        edition=manifest["edition"],
        previous=manifest.get("previous") or "",
        software=str(manifest.get("software", "")),
        region=own,
        areas=tuple(_area(entry) for entry in region["areas"]),
        first_quarter=region["first_quarter"],
        last_quarter=region["last_quarter"],
        fictitious=bool(region["fictitious"]),
        providers=region["providers"],
        definitions={entry["id"]: _definition(entry, catalogue) for entry in catalogue["indicators"]},
        dimensions={name: _text(entry["label"]) for name, entry in catalogue["dimensions"].items()},
        codes={
            name: {code: _text(label) for code, label in entry["codes"].items()}
            for name, entry in catalogue["dimensions"].items()
        },
        threshold=_threshold(catalogue),
        cells=cell_index(tables["cells"]),
        deliveries=tuple(_delivery(entry) for entry in _json(folder / "open/deliveries.json")),
        changes=tuple(_changes(folder / "open/changes.csv")),
        definition_changes=read_definition_changes(folder),
        rules=_explained(catalogue, "sets"),
        causes=_explained(catalogue, "causes"),
        rule_names=_rule_names(catalogue),
        by_rule=read_by_rule(folder),
        evaluations=read_evaluations(folder, _labels(catalogue.get("interventions", {}))),
        stages=region.get("stages", {}),
        estimates=estimates(tables["completeness"]) if "completeness" in tables else {},
        neighbours=read_neighbours(folder / "open/neighbours.csv"),
        explanations=tuple(_explanation(entry) for entry in region.get("explanations", ())),
        predecessors=tuple(
            Predecessor(one["area"], one["name"], one["since"], one["code"]) for one in region.get("predecessors", ())
        ),
        targets=tuple(_target(entry) for entry in region.get("targets", ())),
        day=date.fromisoformat(manifest["day"]) if manifest.get("day") else None,
        standings=Standings(tables["standings"]),
        tables=tables,
        marks=Marks(tables, (entry["id"] for entry in catalogue["indicators"])),
    )


def _tables(folder: Path) -> Tables:
    """What is always there, and what releases from before there were such figures do not have."""
    later = {"completeness": "open/completeness.parquet", "rules": FILE, "rule_comparison": BESIDE}
    later |= {"interventions": RESULTS, "intervention_course": COURSE}
    return Tables(
        {
            "cells": _table(folder / "open/cells.parquet"),
            "standings": _table(folder / "open/comparison.parquet", COLUMNS),
            **{name: _table(folder / path) for name, path in later.items() if (folder / path).exists()},
        }
    )


def _table(path: Path, columns: Sequence[str] | None = None) -> pa.Table:
    """A file as a table. `pq.read_table` gives the same and imports pandas where it is installed, which takes 0.4 s."""
    return pq.ParquetFile(path).read(columns=list(columns) if columns else None)


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _text(value: Mapping[str, str]) -> Text:
    return Text(value["nl"], value["en"])


def _labels(told: Mapping[str, Mapping[str, str]]) -> dict[str, Text]:
    return {code: _text(label) for code, label in told.items()}


def _explained(catalogue: Mapping[str, Any], part: str) -> tuple[tuple[Text, Text], ...]:
    """Titles and explanations of counting rules or causes; earlier releases have none."""
    entries = catalogue.get("rules", {}).get(part, [])
    return tuple((_text(entry["title"]), _text(entry["explanation"])) for entry in entries)


def _rule_names(catalogue: Mapping[str, Any]) -> dict[str, Text]:
    told = catalogue.get("rules", {})
    return {entry["id"]: _text(entry["title"]) for part in ("sets", "causes") for entry in told.get(part, [])}


def _area(entry: Mapping[str, Any]) -> Area:
    column, row = entry.get("tile") or (0, 0)
    level = Level(entry["level"])
    parent, parts = entry.get("parent") or "", tuple(entry.get("parts", ()))
    return Area(entry["code"], entry["vintage"], level, entry["name"], parent, (column, row), parts)


def _explanation(entry: Mapping[str, Any]) -> Explanation:
    day = date.fromisoformat(entry["day"])
    return Explanation(entry["area"], entry["indicator"], day, entry["signed"], _text(entry["text"]))


def _target(entry: Mapping[str, Any]) -> Target:
    return Target(
        indicator=entry["indicator"],
        unit=Unit(entry["unit"]),
        area=entry["area"],
        bound=Bound(entry["bound"]),
        value=float(entry["value"]),
        period=parse_period(entry["period"]),
        decided_by=entry["decided_by"],
        source=_text(entry["source"]),
    )


def _definition(entry: Mapping[str, Any], catalogue: Mapping[str, Any]) -> Definition:
    metadata = entry.get("metadata", {})
    statistics = metadata.get("statistics", {})
    return Definition(
        id=entry["id"],
        version=entry["version"],
        theme=theme_of(entry["id"], entry["theme"]),
        title=_text(entry["title"]),
        counts_what=_text(entry["counts_what"]),
        says_not=_text(entry["says_not"]),
        definition=_text(entry["definition"]),
        sentence=_text(entry["sentence"]),
        caveats=tuple(_text(caveat) for caveat in entry["caveats"]),
        source=entry["source"],
        polarity=entry["polarity"],
        series=tuple(series for measure in entry["measures"] for series in _all_series(measure)),
        levels=tuple(Level(level) for level in entry["levels"]),
        periods=tuple(PERIOD_KINDS[PeriodType(kind)] for kind in entry.get("periods", ())),
        own=entry.get("basis") == Basis.OWN,
        related=tuple(metadata.get("identity", {}).get("related", ())),
        breaks=tuple(_breaks(entry)),
        norms=tuple(_norms(catalogue.get("norms", {}), statistics)),
        target=statistics.get("target_percent"),
        governance=_governance(metadata),
        off=_off(catalogue.get("policies", {}).get(entry.get("policy"), {})),
    )


def _off(policy: Mapping[str, Any]) -> int:
    """How far counts may be off under this policy; 0 unless small counts are rounded to nought or the threshold."""
    return int(policy.get("cap", 0)) if policy.get("method") == Method.ROUND else 0


def _norms(known: Mapping[str, Any], statistics: Mapping[str, Any]) -> Iterator[Norm]:
    """The norms of an indicator; earlier releases name them without telling what they are."""
    for told in (known[name] for name in statistics.get("norms", ()) if name in known):
        yield Norm(_text(told["title"]), told["source"], bool(told["verified"]))


def _governance(metadata: Mapping[str, Any]) -> Governance:
    told = {**metadata.get("governance", {}), "licence": metadata.get("source", {}).get("licence")}
    return Governance(**{one.name: str(told.get(one.name) or "") for one in fields(Governance)})


def _breaks(entry: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    """Breaks as the definition names them: a period with a reason in both languages, or in one for both."""
    told = entry.get("metadata", {}).get("time", {}).get("breaks", ())
    for found in (one for one in told if isinstance(one, Mapping)):
        reason = found["reason"]
        yield str(found["period"]), _text(reason) if isinstance(reason, Mapping) else Text(reason, reason)


def _all_series(entry: Mapping[str, Any]) -> tuple[Series, ...]:
    """A share by provider is given for the largest together only: that is a series of its own."""
    series = _series(entry)
    if series.unit.is_share and series.breakdowns == ("aanbieder",):
        return (replace(series, fixed=(*series.fixed, ("aanbieder", TOGETHER)), breakdowns=()),)
    return (series,)


def _series(entry: Mapping[str, Any]) -> Series:
    count = entry["count"]
    base = entry.get("share_of")
    return Series(
        unit=Unit(entry["unit"]),
        of=Unit(count["of"]),
        age=count["age"],
        counted=json.dumps(count, sort_keys=True),
        base=str(base["of"]) if base else "",
        base_counted=json.dumps(base, sort_keys=True) if base else "",
        fixed=tuple(sorted(entry["fixed"].items())),
        breakdowns=tuple(entry["breakdowns"]),
        words=_text(entry["words"]) if entry.get("words") else None,
        method=entry.get("method") or entry.get("statistic") or "",
    )


def _threshold(catalogue: Mapping[str, Any]) -> int | None:
    found = [policy["threshold"] for policy in catalogue.get("policies", {}).values()]
    return int(max(found)) if found else None


def _delivery(entry: Mapping[str, Any]) -> Delivery:
    return Delivery(
        session=entry["session"],
        deliverer=entry["deliverer"],
        period=entry["period"],
        verdict=entry["verdict"],
        rule_set=entry["rule_set"],
        sha256=entry["sha256"],
        tables=tuple(entry["tables"]),
    )


def _changes(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
