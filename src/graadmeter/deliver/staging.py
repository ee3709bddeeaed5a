"""Copies a delivery into a staging folder and lets it appear as a session in one step."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

from graadmeter.deliver.content import FileContent
from graadmeter.deliver.inbox import delivered_paths
from graadmeter.deliver.papers import MANIFEST, manifest_json
from graadmeter.deliver.reader import file_hash
from graadmeter.deliver.safe_write import FOLDER_MODE, sync_folder, sync_tree, write_file
from graadmeter.deliver.shown_name import shown_name
from graadmeter.domain.deliveries import DeliveredFile, Manifest
from graadmeter.domain.errors import DeliveryRefusedError
from graadmeter.domain.text import Text

_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it lies at the deliverer's, with what it will be called in the session."""

    path: Path
    file: DeliveredFile


def originals(source: Path) -> list[Original]:
    """The files of a delivery with their hashes; raises DeliveryRefusedError when there are none, or odd ones."""
    paths = delivered_paths(source)
    if not paths:
        raise DeliveryRefusedError(
            Text("De levering bevat geen bestanden. Er is niets ontvangen.", "The delivery holds no files.")
        )
    if any(path.is_symlink() or not path.is_file() for path, _ in paths):
        raise DeliveryRefusedError(_ODD)
    return [
        Original(path, DeliveredFile(shown_name(name, ordinal), path.stat().st_size, file_hash(path)))
        for ordinal, (path, name) in enumerate(paths, 1)
    ]


def stage(deliveries: Path, manifest: Manifest, files: list[Original]) -> Path:
    """A complete session folder under a temporary name, or nothing at all.

    Raises DeliveryRefusedError when a file changes meanwhile.
    """
    folder = Path(mkdtemp(prefix=f".{manifest.session}-", dir=deliveries))
    try:
        for original in files:
            target = folder / "received" / original.file.name
            target.parent.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
            write_file(target, _verified(original))
        write_file(folder / MANIFEST, iter([manifest_json(manifest)]))
        sync_tree(folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return folder


def publish(staged: Path, session: Path) -> bool:
    """Gives a staged folder its name; false when someone else was first with the same delivery."""
    try:
        staged.rename(session)
    except BaseException as error:
        shutil.rmtree(staged, ignore_errors=True)
        if not isinstance(error, OSError) or not session.exists():
            raise
        return False
    sync_folder(session.parent)
    return True


def clear_left(deliveries: Path, session: str, now: datetime) -> None:
    """Removes what crashed or slower attempts left behind: of this session, and anything over a day old."""
    for folder in deliveries.glob(".*-*-*"):
        try:
            left = folder.name.startswith(f".{session}-") or folder.stat().st_mtime < now.timestamp() - _DAY
        except FileNotFoundError:
            continue
        if left:
            shutil.rmtree(folder, ignore_errors=True)


def _verified(original: Original) -> Iterator[bytes]:
    digest = sha256()
    for piece in FileContent(original.path, "").pieces():
        digest.update(piece)
        yield piece
    if digest.hexdigest() != original.file.sha256:
        raise DeliveryRefusedError(_CHANGING)


_ODD = Text(
    "De levering bevat een snelkoppeling of iets anders dat geen gewoon bestand is. Zet de bestanden zelf in de map.",
    "The delivery holds a link or something else that is no plain file. Put the files themselves in the folder.",
)
_CHANGING = Text(
    "Een bestand veranderde terwijl het werd ontvangen. Wacht tot het kopiëren klaar is en probeer het opnieuw.",
    "A file changed while it was being received. Wait until copying has finished and try again.",
)
