"""Deletes what is past its term, and proves it: a plan first, then the deletion, then a signed proof.

A crash at any moment leaves the plan; the next deletion carries it out to the end. A proof names sessions, tables,
hashes, sizes and terms, and nothing about persons.
"""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.retention import LOGS, Due, due_logs
from graadmeter.domain.text import Text
from graadmeter.store import records
from graadmeter.store.folders import private_folder, write_private
from graadmeter.store.signing import SigningKey

FOLDER = "retention"
_PLAN = "plan.json"

Item = dict[str, Any]
"""What goes of one session: `session`, `received` (hash, bytes, term per file), `stored` (the same per table)."""

DeleteReceived = Callable[[Item], None]
"""Marks the session of an item as erased and, when it has `received`, deletes its bytes; may be done again."""


def plan_of(folder: Path) -> list[Item]:
    """What a deletion that was broken off still has to do; raises WorkspaceError when it is damaged."""
    items: list[Item] = _plan(folder)["items"]
    return items


def logs_of(workspace: Path, months: Mapping[str, int], today: date) -> list[Item]:
    """The log files that are past their term: `log` (folder and file), hash, bytes and since when."""
    files = [(folder, path.name) for folder in LOGS for path in sorted((workspace / folder).glob("*.jsonl"))]
    found = []
    for one in due_logs(files, months, today):
        content = (workspace / one.folder / one.name).read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        found.append({"log": f"{one.folder}/{one.name}", **_fact(digest, len(content), one.since)})
    return found


def _plan(folder: Path) -> dict[str, Any]:
    path = folder / _PLAN
    if not path.exists():
        return {"items": [], "logs": []}
    try:
        content = json.loads(path.read_bytes())
        plan = {"items": content["items"] if content["number"] else [], "logs": content.get("logs", [])}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise WorkspaceError(
            Text(
                f"{FOLDER}/{_PLAN} is beschadigd. Verwijder het en draai 'graadmeter retention --delete' opnieuw.",
                f"{FOLDER}/{_PLAN} is damaged. Remove the file and run 'graadmeter retention --delete' again.",
            )
        ) from error
    return plan


def items_of(warehouse: Path, dues: Sequence[Due], files: Mapping[str, Sequence[tuple[str, int]]]) -> list[Item]:
    """What is there to delete of what is due. `files`: per session the hash and size of its received files."""
    items = []
    for due in dues:
        stored = records.table_facts(warehouse, due.session)
        received = files.get(due.session, ()) if due.received else ()
        item: Item = {
            "session": due.session,
            "everything": due.everything,
            "received": [_fact(*facts, due.received) for facts in received],
            "stored": [{"table": name, **_fact(*stored[name], day)} for name, day in due.tables if name in stored],
            "tables": [name for name, _ in due.tables],
        }
        if item["received"] or item["stored"]:
            items.append(item)
    return items


def delete(
    folder: Path,
    warehouse: Path,
    items: list[Item],
    *,
    now: datetime,
    agreements: bytes,
    key: SigningKey,
    delete_received: DeleteReceived,
    logs: Sequence[Item] = (),
) -> Path | None:
    """Carries out an unfinished plan or else `items` and `logs`; the proof, or None when there was nothing to do."""
    private_folder(folder)
    plan = _plan(folder)
    items, gone = (plan["items"], plan["logs"]) if any(plan.values()) else (items, list(logs))
    if not items and not gone:
        return None
    if not (folder / _PLAN).exists():
        write_private(folder / _PLAN, _json({"number": _next(folder), "items": items, "logs": gone}))
    for item in items:
        delete_received(item)
        if item["everything"]:
            records.remove_session(warehouse, item["session"])
        elif item["stored"]:
            records.empty_tables(warehouse, item["session"], item["tables"])
    for log in gone:
        (folder.parent / log["log"]).unlink(missing_ok=True)
    return _prove(folder, now, agreements, key)


def _prove(folder: Path, now: datetime, agreements: bytes, key: SigningKey) -> Path:
    plan = json.loads((folder / _PLAN).read_bytes())
    number, items = plan["number"], plan["items"]
    proof = folder / f"{number:04}.json"
    content = _json(
        {
            "number": number,
            "deleted_at": now.isoformat(timespec="seconds"),
            "agreements_sha256": hashlib.sha256(agreements).hexdigest(),
            "items": [{name: item[name] for name in ("session", "received", "stored")} for item in items],
            "logs": plan.get("logs", []),
        }
    )
    write_private(proof.with_suffix(".sig"), key.sign(content))
    write_private(proof, content)
    (folder / _PLAN).unlink()
    return proof


def _next(folder: Path) -> int:
    return 1 + max((int(path.stem) for path in folder.glob("[0-9]*.json")), default=0)


def _fact(sha256: str, size: int, since: date | None) -> dict[str, object]:
    return {"sha256": sha256, "bytes": size, "past_term_since": since.isoformat() if since else ""}


def _json(content: object) -> bytes:
    return (json.dumps(content, indent=1) + "\n").encode()
