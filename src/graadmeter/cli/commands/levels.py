"""`graadmeter levels`: who may see more than everybody, on which ground, and which parts were made."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from cyclopts import Parameter
from rich.box import SIMPLE_HEAD
from rich.table import Table

from graadmeter.catalogue.load_levels import levels as every_level
from graadmeter.cli.console import Call
from graadmeter.domain.errors import UnknownNameError
from graadmeter.domain.levels import AccessLevel
from graadmeter.domain.text import Text
from graadmeter.release import read
from graadmeter.release.closed import Closed, read_closed
from graadmeter.store.workspace import Workspace, load


def levels(level: str = "", /, *, call: Annotated[Call, Parameter(parse=False)]) -> None:
    """Prints a line for each level, or the parts of one."""
    workspace = load(call.place)
    made = _newest(workspace)
    if not level:
        call.show(_all(call, workspace, made))
        for reader in workspace.joint_readers:
            joint = ", ".join(f"{audience.value}/{code}" for audience, code in reader.parts)
            call.say(Text(f"{reader.name} ziet samen: {joint}", f"{reader.name} sees together: {joint}"))
        return
    if level not in every_level():
        raise UnknownNameError(Text("niveau", "level"), level, list(every_level()))
    chosen = every_level()[level]
    call.say(Text(f"{chosen.title.nl}. {chosen.reason.nl}", f"{chosen.title.en}. {chosen.reason.en}"))
    call.say(Text(f"Grondslag: {chosen.ground}", f"Ground: {chosen.ground}"))
    parts = [part for part in (made.parts if made else ()) if part["level"] == level]
    if parts and made:
        call.say(Text(f"Delen van uitgave {made.edition}:", f"Parts of release {made.edition}:"))
        call.show(_parts(call, parts))
    else:
        call.say(_NONE)


_NONE = Text(
    "Er zijn geen delen van dit niveau. Zet het bij 'niveaus' in graadmeter.toml en draai: graadmeter run",
    "There are no parts of this level. Add it to 'niveaus' in graadmeter.toml and run: graadmeter run",
)


def _newest(workspace: Workspace) -> Closed | None:
    """The parts of the newest release, when it has any."""
    known = read.editions(workspace.releases)
    return read_closed(workspace.closed, known[-1]) if known else None


def _all(call: Call, workspace: Workspace, made: Closed | None) -> Table:
    table = _table(call, (Text("niveau", "level"), Text("wat", "what"), Text("gekozen", "chosen"), _COUNT))
    for name, one in sorted(every_level().items()):
        count = sum(part["level"] == name for part in (made.parts if made else ()))
        table.add_row(name, one.title.within(call.lang), _yes(call, workspace, one), str(count))
    return table


_COUNT = Text("delen in laatste uitgave", "parts in last release")


def _yes(call: Call, workspace: Workspace, level: AccessLevel) -> str:
    return (Text("ja", "yes") if level in workspace.levels else Text("nee", "no")).within(call.lang)


def _parts(call: Call, parts: Sequence[Mapping[str, Any]]) -> Table:
    names = (
        *(Text("code", "code"), Text("naam", "name"), Text("cijfers", "figures")),
        *(Text("niet openbaar", "not public"), Text("map", "folder")),
    )
    table = _table(call, names)
    for part in parts:
        numbers = (str(part[name]) for name in ("figures", "not_in_the_open_release"))
        table.add_row(part["code"], part["name"], *numbers, part["folder"])
    return table


def _table(call: Call, names: Sequence[Text]) -> Table:
    table = Table(box=SIMPLE_HEAD)
    for name in names:
        table.add_column(name.within(call.lang))
    return table
