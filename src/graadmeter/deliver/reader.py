"""Reads deliveries: a session folder as it was received, or loose files that someone wants checked.

Progress is told per received file: its name, how many of its messages and tables were read, and how many it holds.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from graadmeter.deliver.archive import contents_of
from graadmeter.deliver.content import Content, FileContent
from graadmeter.deliver.explanation import NAME as EXPLANATION
from graadmeter.deliver.file_kind import HEAD, FileKind, file_kind
from graadmeter.deliver.inbox import delivered_paths
from graadmeter.deliver.intake import Intake
from graadmeter.deliver.limits import DEFAULT_LIMITS, Limits
from graadmeter.deliver.notice import RefusedError, Where
from graadmeter.deliver.notices.any_file import CHANGED, TOO_LARGE, UNREADABLE
from graadmeter.deliver.papers import read_manifest
from graadmeter.deliver.raw import RawDelivery
from graadmeter.deliver.schemas import Schemas
from graadmeter.deliver.shown_name import shown_name
from graadmeter.domain.column_maps import ColumnMap
from graadmeter.domain.progress import Progress, silent

_MB = 1_000_000
_STEP = 500
_BUFFER = 1 << 20


def read_session(
    folder: Path,
    limits: Limits = DEFAULT_LIMITS,
    progress: Progress = silent,
    *,
    maps: Sequence[ColumnMap] = (),
    schemas: Schemas | None = None,
) -> RawDelivery:
    """The raw tables of a received session; a file whose bytes changed since receipt is refused.

    Tables are read by the confirmed `maps` that fit them, messages held against `schemas` when given. Raises
    WorkspaceError when the folder is no session.
    """
    intake = Intake(limits, maps, schemas)
    for file in read_manifest(folder).files:
        if file.name == EXPLANATION:
            continue
        path = folder / "received" / file.name
        _take_file(path, file.name, intake, progress, expected=file.sha256)
    return intake.finish()


def read_files(
    paths: Iterable[Path],
    limits: Limits = DEFAULT_LIMITS,
    progress: Progress = silent,
    *,
    maps: Sequence[ColumnMap] = (),
    schemas: Schemas | None = None,
) -> RawDelivery:
    """The raw tables of files and folders, read where they lie; every problem is a finding, none is raised."""
    intake = Intake(limits, maps, schemas)
    found = [(path, name) for start in paths for path, name in delivered_paths(start)]
    named = [(path, name) for path, name in found if name != EXPLANATION]
    for ordinal, (path, name) in enumerate(named, 1):
        _take_file(path, shown_name(name, ordinal), intake, progress)
    return intake.finish()


def _take_file(path: Path, name: str, intake: Intake, progress: Progress, expected: str = "") -> None:
    try:
        _refuse_early(path, intake.limits, expected)
        _take_contents(path, name, intake, progress)
    except RefusedError as refused:
        intake.log.add(refused.notice, Where(name), **refused.values)
    except OSError:
        intake.log.add(UNREADABLE, Where(name))


def _refuse_early(path: Path, limits: Limits, expected: str) -> None:
    size = path.stat().st_size
    if size > limits.file_bytes:
        raise RefusedError(TOO_LARGE, megabytes=-(-size // _MB), limit=limits.file_bytes // _MB)
    if expected and file_hash(path) != expected:
        raise RefusedError(CHANGED)


def _take_contents(path: Path, name: str, intake: Intake, progress: Progress) -> None:
    with path.open("rb", buffering=_BUFFER) as file:
        contents: Sequence[Content]
        is_zip = file_kind(file.read(HEAD)) is FileKind.ZIP
        members = contents_of(file, name, intake.limits, intake.log) if is_zip else None
        contents = [FileContent(path, name)] if members is None else members
        intake.reserve(sum(content.size for content in contents))
        for content in _counted(contents, name, progress):
            intake.take(content)


def _counted(contents: Sequence[Content], name: str, progress: Progress) -> Iterator[Content]:
    for done, content in enumerate(contents):
        if done % _STEP == 0:
            progress(name, done, len(contents))
        yield content
    progress(name, len(contents), len(contents))


def file_hash(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    digest = sha256()
    for piece in FileContent(path, "").pieces():
        digest.update(piece)
    return digest.hexdigest()
