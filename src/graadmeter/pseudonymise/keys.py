"""The pseudonym key: 256 secret bits and the public name that every pseudonym made with it carries."""

import hashlib
from dataclasses import dataclass, field

from graadmeter.domain.errors import UsageError
from graadmeter.domain.text import Text

KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class PseudonymKey:
    """A key. Its secret shows in no representation, so that no log or traceback can hold it."""

    id: str
    """Eight characters that tell keys apart; derived one way from the secret."""
    secret: bytes = field(repr=False)


def new_key(secret: bytes) -> PseudonymKey:
    """The key with this secret of 32 random bytes; raises UsageError for another length."""
    if len(secret) != KEY_BYTES:
        raise UsageError(
            Text(
                f"Een pseudoniemsleutel heeft {KEY_BYTES} bytes, niet {len(secret)}.",
                f"A pseudonym key has {KEY_BYTES} bytes, not {len(secret)}.",
            )
        )
    return PseudonymKey(hashlib.sha256(b"graadmeter pseudonym key id|" + secret).hexdigest()[:8], secret)
