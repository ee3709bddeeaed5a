"""A column map as YAML, with the reason of each column beside it; a person sets `bevestigd: true`."""

import yaml

from graadmeter.deliver.columns.propose import Proposal


def as_yaml(proposal: Proposal) -> str:
    """The file a proposal makes; read again it is the same map, not confirmed."""
    one = proposal.map
    content: dict[str, object] = {"tabel": one.table, "bevestigd": False}
    if one.separator:
        content["scheidingsteken"] = one.separator
    content["kolommen"] = [
        {"kolom": column.column, "veld": column.field}
        | ({"waarden": dict(column.values)} if column.values else {})
        | {"reden": proposal.reasons[column.field].nl}
        for column in one.columns
    ]
    head = "# Voorstel van graadmeter columns. Kijk elke kolom na en zet dan bevestigd op true.\n"
    return head + yaml.safe_dump({"kaarten": [content]}, allow_unicode=True, sort_keys=False, width=110)
