"""The region's signing key (Ed25519): made on first use, kept like the pseudonym key; signs receipts and proofs."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.text import Text
from graadmeter.store.folders import private_file, private_folder, sync
from graadmeter.store.signatures import PublicKey, signature_text


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A key that signs. Equal bytes always get equal signatures (RFC 8032 uses no randomness)."""

    secret: Ed25519PrivateKey

    @property
    def public(self) -> PublicKey:
        """What others verify with; it may be handed to anyone."""
        return PublicKey(self.secret.public_key())

    def sign(self, content: bytes) -> bytes:
        """The detached signature over exactly these bytes, as the file that lies beside them."""
        return signature_text(self.public.id, self.secret.sign(content))


def load_or_create(path: Path) -> SigningKey:
    """The key in the file, made when it is not there.

    Raises WorkspaceError when others than the owner may read it, or when it holds something else.
    """
    if not path.exists():
        _create(path)
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise WorkspaceError(
            Text(
                f"Anderen kunnen de sleutel {path.name} lezen. Zet de rechten op 600 (chmod 600).",
                f"Others can read the key {path.name}. Set its mode to 600 (chmod 600).",
            )
        )
    try:
        key = load_pem_private_key(path.read_bytes(), password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise _unreadable(path) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise _unreadable(path)
    return SigningKey(key)


def _create(path: Path) -> None:
    """Several processes may do this at once; the first that is done decides."""
    pem = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    private_folder(path.parent)
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    with os.fdopen(private_file(new), "wb") as file:
        file.write(pem)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(new, path)
    except FileExistsError:
        return
    finally:
        new.unlink()
    sync(path.parent)


def public_pem(key: SigningKey) -> bytes:
    """The public key as PEM (SubjectPublicKeyInfo), which `graadmeter verify --key` and openssl read."""
    return key.public.key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def _unreadable(path: Path) -> WorkspaceError:
    return WorkspaceError(
        Text(
            f"{path.name} is geen ondertekensleutel van Graadmeter. Zet de bewaarde kopie terug.",
            f"{path.name} is not a signing key of Graadmeter. Put the kept copy back.",
        )
    )
