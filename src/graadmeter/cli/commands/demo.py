"""`graadmeter demo`: a fictitious region from begin to end."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from graadmeter.cli.clock import after_quarter
from graadmeter.cli.console import Call
from graadmeter.cli.demo_region import prepare
from graadmeter.cli.publishing import run_and_publish
from graadmeter.cli.stages import stages
from graadmeter.domain.text import Text
from graadmeter.store.workspace import load


def demo(
    *, fraction: float = 1.0, first: str = "2019KW01", seed: int = 2025, call: Annotated[Call, Parameter(parse=False)]
) -> None:
    """Makes the region when it is not there yet, runs the whole path, and says where to look."""
    place = call.workspace or Path("demo")
    with stages(call) as progress:
        prepare(place, seed=seed, fraction=fraction, first=first, progress=progress)
    workspace = load(place)
    release = run_and_publish(call, workspace, clock=after_quarter, command="demo")
    flag = "" if place == Path("demo") else f" --workspace {place}"
    call.say(
        Text(
            f"\nDe verzonnen regio is klaar. Kijk rond:\n"
            f"  de site          graadmeter serve{flag}\n"
            f"  de cijfers       {release / 'open/cells.csv'}\n"
            f"  wie leverde wat  graadmeter status{flag}\n"
            f"  één cijfer       graadmeter explain jeugdhulp Almelo 2025JJ00{flag}\n"
            f"  een aanlevering  graadmeter check {_example(workspace.inbox)}{flag}\n"
            "Een eigen regio begint met: graadmeter init MAP",
            f"\nThe fictitious region is ready. Look around:\n"
            f"  the site           graadmeter serve{flag}\n"
            f"  the figures        {release / 'open/cells.csv'}\n"
            f"  who delivered what graadmeter status{flag}\n"
            f"  one figure         graadmeter explain jeugdhulp Almelo 2025JJ00{flag}\n"
            f"  a delivery         graadmeter check {_example(workspace.inbox)}{flag}\n"
            "A region of your own begins with: graadmeter init DIR",
        )
    )


def _example(inbox: Path) -> Path:
    """The newest delivery of the last municipality."""
    return max(path for path in inbox.iterdir() if path.is_dir() and path.name[0].isdigit())
