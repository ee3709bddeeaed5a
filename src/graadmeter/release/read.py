"""Reads releases back, and refuses one that is not byte for byte what its manifest says."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.errors import ReleaseError, UnknownNameError
from graadmeter.domain.policies import Method
from graadmeter.domain.rule_comparison import RULE_COMPARISON as RULE_COMPARISON_TABLE
from graadmeter.domain.rule_figures import RULES as RULES_TABLE
from graadmeter.domain.text import Text
from graadmeter.engine.arrow import schema_of
from graadmeter.protect.earlier import Earlier, only_other
from graadmeter.protect.matching import KEYS, Matcher
from graadmeter.release.formats import parquet_table
from graadmeter.release.hidden import read_hidden
from graadmeter.release.places import (
    AUDIT_JSON,
    CATALOGUE,
    CELLS,
    CHANGES,
    COMPARISON,
    COMPLETENESS,
    DELIVERIES,
    INHABITANTS,
    LINEAGE,
    MANIFEST,
    REGION,
    RULE_COMPARISON,
    RULES,
)

_TOLD = (*KEYS, "value", "status")
"""The columns that tell what a release showed."""


@dataclass(frozen=True, slots=True)
class Release:
    """One published release, its hashes verified."""

    folder: Path
    manifest: Mapping[str, Any]
    files: Mapping[str, bytes]
    """The verified bytes of every file by its path in the folder; what is parsed below comes from these."""

    @property
    def edition(self) -> str:
        """The name of the release, such as 2025KW04-3fa19c02."""
        return str(self.manifest["edition"])

    @property
    def previous(self) -> str:
        """The edition before this one, '' for the first."""
        return str(self.manifest["previous"])

    @property
    def cells(self) -> pa.Table:
        """The published cells (domain.cells.PUBLISHED)."""
        return parquet_table(self.files[CELLS])

    @property
    def lineage(self) -> pa.Table:
        """Sessions per area, period and law."""
        return parquet_table(self.files[LINEAGE])

    @property
    def completeness(self) -> pa.Table:
        """Estimated final figures of incomplete quarters (domain.estimates.COMPLETENESS)."""
        return parquet_table(self.files[COMPLETENESS])

    @property
    def inhabitants(self) -> pa.Table:
        """Inhabitants that shares are shares of (domain.comparison.INHABITANTS)."""
        return parquet_table(self.files[INHABITANTS])

    @property
    def comparison(self) -> pa.Table:
        """What can be said of every figure shown (domain.comparison.COMPARISON)."""
        return parquet_table(self.files[COMPARISON])

    @property
    def rules(self) -> pa.Table:
        """Figures under several counting rules (domain.rule_figures.RULES); none in releases of before there were."""
        if RULES not in self.files:
            return schema_of(RULES_TABLE).empty_table()
        return parquet_table(self.files[RULES])

    @property
    def rule_comparison(self) -> pa.Table:
        """These figures beside those of others by the same rule (domain.rule_comparison.RULE_COMPARISON)."""
        if RULE_COMPARISON not in self.files:
            return schema_of(RULE_COMPARISON_TABLE).empty_table()
        return parquet_table(self.files[RULE_COMPARISON])

    @property
    def catalogue(self) -> dict[str, Any]:
        """Definitions and labels."""
        return self._json(CATALOGUE)

    @property
    def region(self) -> dict[str, Any]:
        """Areas and providers."""
        return self._json(REGION)

    @property
    def deliveries(self) -> list[dict[str, Any]]:
        """What is public of each delivery."""
        found: list[dict[str, Any]] = json.loads(self.files[DELIVERIES])
        return found

    @property
    def changes_csv(self) -> str:
        """The change list as it stands in the folder."""
        return self.files[CHANGES].decode()

    @property
    def audit(self) -> dict[str, Any]:
        """The report of the disclosure audit."""
        return self._json(AUDIT_JSON)

    def _json(self, path: str) -> dict[str, Any]:
        content: dict[str, Any] = json.loads(self.files[path])
        return content


def read(folder: Path) -> Release:
    """The release in `folder`; raises ReleaseError when it is missing, incomplete or altered."""
    manifest = _manifest(folder)
    named = {entry["path"]: entry["sha256"] for entry in manifest["files"]}
    found = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()} - {MANIFEST}
    if found != set(named):
        raise _damaged(folder, ", ".join(sorted(found ^ set(named))))
    files = {path: (folder / path).read_bytes() for path in sorted(named)}
    for path, content in files.items():
        if hashlib.sha256(content).hexdigest() != named[path]:
            raise _damaged(folder, path)
    return Release(folder, manifest, files)


def editions(releases: Path) -> list[str]:
    """The editions in a releases folder, oldest first."""
    if not releases.is_dir():
        return []
    folders = [path for path in releases.iterdir() if path.is_dir() and not path.name.startswith(".")]
    return [path.name for path in sorted(folders, key=lambda path: (_manifest(path)["number"], path.name))]


def shown_before(releases: Path, hidden: Path) -> tuple[Earlier, ...]:
    """What every release so far showed, oldest first: all of the newest, and what older ones told besides.

    And what each hid, as far as that was kept (`release/hidden.py`). Raises ReleaseError for what was altered.
    """
    names = editions(releases)
    if not names:
        return ()
    newest = _cells(releases / names[-1])
    where = Matcher(newest)
    told = [*(only_other(_cells(releases / name), newest, where) for name in names[:-1]), newest]
    return tuple(Earlier(name, cells, read_hidden(hidden, name)) for name, cells in zip(names, told, strict=True))


def roundings_before(releases: Path) -> dict[str, frozenset[str]]:
    """Per indicator how earlier releases rounded it (`Policy.rounding`): '' for one in which it was not rounded so.

    Raises ReleaseError for definitions that were altered.
    """
    found: dict[str, frozenset[str]] = {}
    for name in editions(releases):
        told = json.loads(_content(releases / name, CATALOGUE))
        for one in told["indicators"]:
            policy = told["policies"][one["policy"]]
            additive = policy.get("method") == Method.ROUND
            mark = f"{policy['threshold']}/{policy['cap']}" if additive else ""
            found[one["id"]] = found.get(one["id"], frozenset()) | {mark}
    return found


def rules_before(releases: Path) -> pa.Table:
    """What earlier releases showed under several counting rules (RULES): of every year what was told last.

    Raises ReleaseError for figures that were altered.
    """
    found = schema_of(RULES_TABLE).empty_table()
    for name in reversed(editions(releases)):
        if any(entry["path"] == RULES for entry in _manifest(releases / name)["files"]):
            rows = parquet_table(_content(releases / name, RULES))
            new = rows.filter(pc.invert(pc.is_in(rows["year"], pc.unique(found["year"]))))
            found = pa.concat_tables([found, new])
    return found


def _cells(folder: Path) -> pa.Table:
    return parquet_table(_content(folder, CELLS), _TOLD, coded=KEYS)


def _content(folder: Path, path: str) -> bytes:
    """The bytes of one file of a release."""
    content = (folder / path).read_bytes()
    named = {entry["path"]: entry["sha256"] for entry in _manifest(folder)["files"]}
    if hashlib.sha256(content).hexdigest() != named.get(path):
        raise _damaged(folder, path)
    return content


def latest(releases: Path) -> Release | None:
    """The newest release, or None when there is none yet."""
    known = editions(releases)
    return read(releases / known[-1]) if known else None


def chosen(releases: Path, edition: str = "") -> Release:
    """The release with this edition, or the newest; raises when it does not exist."""
    known = editions(releases)
    if not known:
        raise ReleaseError(
            Text(
                "Er is nog geen uitgave. Maak er een met: graadmeter run",
                "There is no release yet. Make one with: graadmeter run",
            )
        )
    if edition and edition not in known:
        raise UnknownNameError(Text("De uitgave", "release"), edition, known)
    return read(releases / (edition or known[-1]))


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        content: dict[str, Any] = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError) as error:
        raise _damaged(folder, MANIFEST) from error
    return content


def _damaged(folder: Path, what: str) -> ReleaseError:
    return ReleaseError(
        Text(
            f"Uitgave {folder.name} is beschadigd of veranderd ({what}). Zet de map terug uit een back-up, "
            "of verwijder haar en draai opnieuw: graadmeter run",
            f"Release {folder.name} is damaged or was altered ({what}). Restore the folder from a backup, "
            "or remove it and run again: graadmeter run",
        )
    )
