"""The counting rules of a workspace: those of the catalogue, and the region's own in `telregels/*.yaml` over them."""

from pathlib import Path

from graadmeter.catalogue.load_rules import rule_sets
from graadmeter.domain.counting_rules import RuleSet

FOLDER = "telregels"


def workspace_rules(root: Path) -> dict[str, RuleSet]:
    """Every counting rule by id; raises CatalogueError, naming the file, when an own one is not valid."""
    files = sorted((root / FOLDER).glob("*.yaml"))
    return rule_sets(tuple((path.name, path.read_text(encoding="utf-8", errors="replace")) for path in files))
