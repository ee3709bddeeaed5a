"""The secret that `protect --method round` rounds with: a file the user names, or one made beside the folder."""

import os
import secrets
from pathlib import Path

from graadmeter.cli.unreadable import unreadable
from graadmeter.domain.errors import UsageError
from graadmeter.domain.text import Text
from graadmeter.store.folders import private_file

_SHORTEST = 16
_BYTES = 32


def rounding_key(path: Path | None, out: Path) -> tuple[bytes, Path | None]:
    """The secret, and the file where it was made now, None when it was there.

    Without a `path` it is beside the folder, `veilig.key` for `veilig`; made on first use, for its owner only.
    A file that is named must exist: a mistake in its name would round everything anew. Raises UsageError for one that
    cannot be read or is too short.
    """
    where = path or out.with_name(f"{out.resolve().name}.key")
    made = path is None and not where.exists()
    try:
        if made:
            with os.fdopen(private_file(where), "wb") as file:
                file.write(secrets.token_bytes(_BYTES))
        secret = where.read_bytes()
    except OSError as error:
        raise unreadable(where, error) from error
    if len(secret) < _SHORTEST:
        raise UsageError(
            Text(
                f"De geheime sleutel {where} heeft minder dan {_SHORTEST} bytes.",
                f"The secret key {where} has fewer than {_SHORTEST} bytes.",
            )
        )
    return secret, where if made else None
