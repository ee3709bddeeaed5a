"""Prepares the folder of the demo: written once, recognised afterwards, and never in the place of something else."""

import json
import shutil
from pathlib import Path

from graadmeter.cli.demo_reference import add_published
from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.progress import Progress
from graadmeter.domain.text import Text
from graadmeter.store.agreements import AGREEMENTS
from graadmeter.store.folders import write_private
from graadmeter.store.workspace import CONFIGURATION, agreement_of, load
from graadmeter.synth import write_region

_MARK = ".demo.json"
_FILES = ("graadmeter.toml", "gebieden.csv", "aanbieders.csv", "producten.csv", "afspraken.yaml")
_SHOWN = (
    "aanbieders_per_hulpvorm", "aanbiedersconcentratie", "actieve_aanbieders", "beschermd_wonen",
    "bescherming_reclassering", "bruikbare_regels", "clientervaring_wmo", "crisis", "dyslexie", "effectieve_prijs",
    "gemiddelde_duur", "grootste_aanbieders", "herhaald_beroep", "interventies", "jeugdhulp",
    "ondersteuning_op_school", "rvdk_wachttijd", "schoolverzuim", "stapeling", "tevredenheid_nut", "trajecten",
    "trajecten_per_jeugdige", "uitgaven", "verblijf", "verwijzers", "vt_binnen_5_dagen", "vt_meldingen",
    "wachtenden", "wachttijd_tot_start", "wmo_clienten", "wmo_financiering", "zonder_hulp_verder",
)  # fmt: skip
"""What the demo publishes: something of every theme, in half the time that protecting the whole catalogue takes."""
_WRITTEN = ("inbox", "truth", "oefening", "toelichting", "voorgangers.csv", *_FILES)


def prepare(place: Path, *, seed: int, fraction: float, first: str, progress: Progress) -> None:
    """Writes the synthetic region into `place`, unless a finished one with the same settings is there.

    Raises WorkspaceError when something else is there.
    """
    wanted = {"seed": seed, "fraction": fraction, "first": first}
    found = _found(place)
    if found == {**wanted, "ready": True}:
        _complete(place)
        return
    if found not in ({}, {**wanted, "ready": False}):
        raise WorkspaceError(
            Text(
                f"In {place} staat al iets anders. Verwijder die map of kies een andere met --workspace.",
                f"There is something else in {place}. Remove that folder or choose another with --workspace.",
            )
        )
    place.mkdir(parents=True, exist_ok=True)
    _mark(place, {**wanted, "ready": False})
    for name in _WRITTEN:
        _remove(place / name)
    write_region(
        place,
        seed=seed,
        fraction=fraction,
        first=first,
        veilig_thuis=True,
        progress=lambda _, done, of: progress("synth", done, of),
    )
    _choose(place / CONFIGURATION)
    add_published(place)
    _mark(place, {**wanted, "ready": True})


def _choose(settings: Path) -> None:
    chosen = "fictitious = true\n# Zonder de regel hieronder telt en publiceert de regio de hele catalogus.\n"
    chosen += f"indicatoren = {json.dumps(_SHOWN)}"
    text = settings.read_text(encoding="utf-8").replace("fictitious = true", chosen, 1)
    write_private(settings, text.encode())


def _complete(place: Path) -> None:
    """A demo of before there were agreements gets those it would have now."""
    if (place / CONFIGURATION).exists() and not (place / AGREEMENTS).exists():
        write_private(place / AGREEMENTS, agreement_of(load(place).region))


def _found(place: Path) -> dict[str, object]:
    if not place.exists() or not any(place.iterdir()):
        return {}
    try:
        content: dict[str, object] = json.loads((place / _MARK).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {"unknown": True}
    return content


def _mark(place: Path, content: dict[str, object]) -> None:
    new = place / f"{_MARK}.new"
    new.write_text(json.dumps(content), encoding="utf-8")
    new.replace(place / _MARK)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
