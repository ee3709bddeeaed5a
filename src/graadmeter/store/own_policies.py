"""The policies of a workspace: those of the catalogue, and the region's own in `beleid/*.yaml` over them."""

from pathlib import Path

import yaml

from graadmeter.catalogue.load_policies import named, policies
from graadmeter.catalogue.refusals import refuse
from graadmeter.domain.policies import Policy
from graadmeter.domain.text import Text

FOLDER = "beleid"


def policy_files(root: Path) -> list[Path]:
    """The region's own policies, in the order of their names."""
    return sorted((root / FOLDER).glob("*.yaml"))


def workspace_policies(root: Path) -> dict[str, Policy]:
    """Every policy by its id; an own one replaces that of the same id.

    Raises CatalogueError, naming the file and what is wrong in it, when an own policy is not valid.
    """
    own = [read_policy(path) for path in policy_files(root)]
    return dict(sorted((policies() | {policy.id: policy for policy in own}).items()))


def read_policy(path: Path) -> Policy:
    """The policy in one YAML file; raises CatalogueError with the file's name when it is not a valid policy."""
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as error:
        raise refuse(path.name, Text("geen leesbare YAML.", "no readable YAML.")) from error
    if not isinstance(content, dict):
        raise refuse(path.name, Text("dit is geen lijst van namen en waarden.", "this is no mapping."))
    return named(path.name, content)
