"""LibreOffice without a screen: what a word processor makes of a document."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

_MISSING = "LibreOffice is not installed; as root: apt-get install libreoffice-writer-nogui"


def opened(document: Path, form: str, folder: Path) -> Path:
    """The document as LibreOffice writes it in another form (`txt:Text`, `pdf`); skips where it is not installed."""
    program = shutil.which("soffice")
    if program is None:
        if os.environ.get("GRAADMETER_CI"):
            pytest.fail(_MISSING)
        pytest.skip(_MISSING)
    own = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    asked = [program, own, "--headless", "--convert-to", form, "--outdir", str(folder), str(document)]
    done = subprocess.run(asked, capture_output=True, text=True, timeout=120, check=False)
    told = folder / f"{document.stem}.{form.partition(':')[0]}"
    assert told.exists(), done.stderr
    return told
