"""Hashes over what a workspace's own files say, so that results can tell what they were made from."""

import hashlib
import json

from graadmeter.store.concerns import concern_files
from graadmeter.store.explanations import explanation_files
from graadmeter.store.joint_readers import reader_files
from graadmeter.store.member_groups import member_group_files
from graadmeter.store.mergers import merger_files
from graadmeter.store.own_indicators import indicator_files
from graadmeter.store.own_policies import policy_files
from graadmeter.store.predecessors import predecessor_files
from graadmeter.store.targets import target_files
from graadmeter.store.workspace import CONFIGURATION, Workspace

_FILES = (CONFIGURATION, "gebieden.csv", "aanbieders.csv", "producten.csv")


def configuration_hash(workspace: Workspace) -> str:
    """SHA-256 over the region's own files: everything a release can depend on."""
    total = hashlib.sha256()
    own = (
        *indicator_files(workspace.root),
        *explanation_files(workspace.root),
        *policy_files(workspace.root),
        *concern_files(workspace.root),
        *merger_files(workspace.root),
        *reader_files(workspace.root),
        *predecessor_files(workspace.root),
        *member_group_files(workspace.root),
        *target_files(workspace.root),
    )
    for path in (*(workspace.root / name for name in _FILES), *own):
        content = path.read_bytes() if path.exists() else b""
        total.update(f"{path.name} {len(content)}\n".encode() + content)
    for path in sorted((workspace.root / "reference").glob("[!.]*/manifest.json")):
        total.update(f"{path.parent.name} {json.loads(path.read_bytes())['sha256']}\n".encode())
    return total.hexdigest()


def standards_hash(workspace: Workspace) -> str:
    """SHA-256 over what single deliveries are held against: products, areas and providers, not the quarters."""
    region = workspace.region
    held = (workspace.products, region.areas, sorted(region.providers), region.fictitious)
    return hashlib.sha256(repr(held).encode()).hexdigest()
