"""The deliverer's own explanation, which travels along with a delivery as `toelichting.txt`."""

import re
from pathlib import Path

from graadmeter.deliver.safe_write import disk_errors
from graadmeter.domain.bsn import eleven_test
from graadmeter.domain.errors import UsageError
from graadmeter.domain.text import Text

NAME = "toelichting.txt"
_MOST = 20_000
"""Characters of an explanation that are read."""
_DIGITS = re.compile(r"(?<!\d)\d{8,9}(?!\d)")
_HIDDEN = "(verborgen)"


def read(folder: Path) -> str:
    """The explanation in a folder, without numbers that could be a BSN; empty when there is none."""
    path = folder / NAME
    if not path.is_file():
        return ""
    with disk_errors(), path.open(encoding="utf-8-sig", errors="replace") as file:
        text = file.read(_MOST)
    return _DIGITS.sub(lambda found: _HIDDEN if eleven_test(found[0].rjust(9, "0")) else found[0], text)


def write(delivery: Path, told: str) -> Path:
    """Puts the explanation with a delivery (a folder, or beside a file); `told` is the text, or a file that holds it.

    Raises UsageError when it is empty or holds what could be a BSN.
    """
    try:
        text = Path(told).read_text(encoding="utf-8-sig") if _is_file(told) else told
    except UnicodeDecodeError as error:
        raise UsageError(Text(f"{told} is geen UTF-8-tekst.", f"{told} is no UTF-8 text.")) from error
    if not text.strip():
        raise UsageError(Text("De toelichting is leeg.", "The explanation is empty."))
    if any(eleven_test(found.rjust(9, "0")) for found in _DIGITS.findall(text)):
        raise UsageError(
            Text(
                "De toelichting bevat een getal dat een BSN kan zijn. Noem een dossier bij zijn eigen nummer.",
                "The explanation holds a number that could be a BSN. Name a case by its own number.",
            )
        )
    path = (delivery if delivery.is_dir() else delivery.parent) / NAME
    with disk_errors():
        path.write_text(text.strip() + "\n", encoding="utf-8")
    return path


def _is_file(told: str) -> bool:
    """Whether the words are the name of a file; long texts are no names."""
    try:
        return Path(told).is_file()
    except OSError:
        return False
