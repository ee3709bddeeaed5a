"""`graadmeter public-key`: the key with which others verify what the region signed."""

from typing import Annotated

from cyclopts import Parameter

from graadmeter.cli.console import Call
from graadmeter.store import signing
from graadmeter.store.workspace import load


def public_key(*, call: Annotated[Call, Parameter(parse=False)]) -> None:
    """Writes the public key to standard output."""
    call.write(signing.public_pem(signing.load_or_create(load(call.place).signing_key_file)).decode())
