"""`graadmeter verify`: proves offline that a receipt is the region's own and says what was handed in."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from graadmeter.cli.console import Call
from graadmeter.cli.unreadable import unreadable
from graadmeter.deliver.papers import RECEIPT, read_receipt
from graadmeter.deliver.staging import originals
from graadmeter.domain.deliveries import Receipt
from graadmeter.domain.errors import DeliveryRefusedError, UsageError
from graadmeter.domain.text import Text
from graadmeter.store import signing
from graadmeter.store.signatures import PublicKey, key_of, read_public
from graadmeter.store.workspace import load


def verify(
    file: Path,
    /,
    *,
    key: Path | None = None,
    delivery: Path | None = None,
    call: Annotated[Call, Parameter(parse=False)],
) -> int:
    """Says whether the receipt is genuine and what it proves; 0 when it is, 4 when it is not."""
    paper = file / RECEIPT if file.is_dir() else file
    content, signature = _bytes_of(paper), _bytes_of(paper.with_suffix(".sig"))
    public = read_public(_bytes_of(key)) if key else signing.load_or_create(load(call.place).signing_key_file).public
    if not public.holds(content, signature):
        call.say(_why_not(public, signature), style="bold")
        return DeliveryRefusedError.exit_code
    call.say(Text("Het ontvangstbewijs is echt.", "The receipt is genuine."), style="bold")
    receipt = read_receipt(paper.parent, paper.name)
    if receipt is None:
        raise UsageError(Text(f"{paper} is geen ontvangstbewijs.", f"{paper} is not a receipt."))
    _tell(call, receipt)
    return _compare(call, receipt, delivery) if delivery else 0


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error


def _why_not(public: PublicKey, signature: bytes) -> Text:
    named = key_of(signature)
    if named and named != public.id:
        return Text(
            f"Dit bewijs is ondertekend met een andere sleutel ({named}) dan deze ({public.id}). Vraag de regio om de "
            "juiste sleutel.",
            f"This receipt was signed with another key ({named}) than this one ({public.id}). Ask the region for the "
            "right key.",
        )
    return Text(
        "Dit bewijs is niet echt: de handtekening klopt niet. Vraag de regio om een nieuw bewijs.",
        "This receipt is not genuine: the signature does not fit. Ask the region for a new one.",
    )


def _tell(call: Call, receipt: Receipt) -> None:
    verdict = receipt.verdict.label
    call.say(
        Text(
            f"{receipt.session}: {verdict.nl}; ontvangen {receipt.received_at}; regels {receipt.rule_set}",
            f"{receipt.session}: {verdict.en}; received {receipt.received_at}; rules {receipt.rule_set}",
        )
    )
    for one in receipt.files:
        call.say(
            Text(f"  {one.name}  {one.bytes} bytes  {one.sha256}", f"  {one.name}  {one.bytes} bytes  {one.sha256}")
        )
    for count in receipt.tables:
        if count.read:
            call.say(
                Text(
                    f"  {count.table}: {count.read} gelezen, {count.used} gebruikt, {count.rejected} niet gebruikt",
                    f"  {count.table}: {count.read} read, {count.used} used, {count.rejected} not used",
                )
            )


def _compare(call: Call, receipt: Receipt, delivery: Path) -> int:
    """Own files against the receipt, by name and hash."""
    if not delivery.exists():
        raise UsageError(Text(f"{delivery} bestaat niet.", f"{delivery} does not exist."))
    own = {one.file.name: one.file.sha256 for one in originals(delivery)}
    told = {one.name: one.sha256 for one in receipt.files}
    other = sorted(name for name in own.keys() | told.keys() if own.get(name) != told.get(name))
    if other:
        names = ", ".join(other)
        call.say(Text(f"Andere bestanden dan op het bewijs: {names}", f"Other files than on the receipt: {names}"))
        return DeliveryRefusedError.exit_code
    call.say(Text("De eigen bestanden zijn die van het bewijs.", "The own files are those of the receipt."))
    return 0
