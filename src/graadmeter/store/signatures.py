"""Detached signatures as text files, and the public keys they are verified with; needs no workspace."""

import base64
import binascii
import hashlib
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key

from graadmeter.domain.errors import UsageError
from graadmeter.domain.text import Text

_HEADER = "graadmeter-signature-1"
_ID = 16
_LINES = 3


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A key that verifies."""

    key: Ed25519PublicKey

    @property
    def id(self) -> str:
        """The first 16 hex of the SHA-256 of the key, by which a signature names it."""
        return hashlib.sha256(self.key.public_bytes(Encoding.Raw, PublicFormat.Raw)).hexdigest()[:_ID]

    def holds(self, content: bytes, signature: bytes) -> bool:
        """Whether the signature file `signature` was made with this key over exactly `content`."""
        value = _value(signature)
        if value is None:
            return False
        try:
            self.key.verify(value, content)
        except InvalidSignature:
            return False
        return True


def read_public(pem: bytes) -> PublicKey:
    """The key in a PEM text; raises UsageError when it holds something else."""
    try:
        key = load_pem_public_key(pem)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise _no_key() from error
    if not isinstance(key, Ed25519PublicKey):
        raise _no_key()
    return PublicKey(key)


def signature_text(key_id: str, value: bytes) -> bytes:
    """The signature file: a header, the key's id, the signature in base64."""
    return f"{_HEADER}\n{key_id}\n{base64.b64encode(value).decode()}\n".encode()


def key_of(signature: bytes) -> str:
    """The id of the key that the signature file names; '' when it is no signature file."""
    lines = _lines(signature)
    return lines[1] if lines else ""


def _value(signature: bytes) -> bytes | None:
    lines = _lines(signature)
    try:
        return base64.b64decode(lines[2], validate=True) if lines else None
    except binascii.Error:
        return None


def _lines(signature: bytes) -> list[str]:
    lines = signature.decode("ascii", errors="replace").split("\n")
    fits = len(lines) == _LINES + 1 and lines[0] == _HEADER and not lines[_LINES]
    return lines if fits else []


def _no_key() -> UsageError:
    return UsageError(
        Text(
            "Dit bestand is geen openbare sleutel van een regio. Vraag de regio om 'graadmeter public-key'.",
            "This file is not the public key of a region. Ask the region for 'graadmeter public-key'.",
        )
    )
