"""Writes the synthetic region: its workspace files, all deliveries, and the truth about them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from graadmeter.domain.periods import parse_period
from graadmeter.domain.progress import Progress, silent
from graadmeter.engine.processes import spread, step
from graadmeter.synth import region_facts
from graadmeter.synth.community import Window
from graadmeter.synth.defects.plant import plant
from graadmeter.synth.defects.planted import write_planted
from graadmeter.synth.domains.story import Fact
from graadmeter.synth.domains.write import write_domain_truth, write_domains
from graadmeter.synth.municipality import draw, place_of, write_municipality
from graadmeter.synth.practice.write import FOLDER, write_practice
from graadmeter.synth.protocols.delivery import Form, write_deliveries
from graadmeter.synth.protocols.reports import reports_of_region
from graadmeter.synth.truth.files import MunicipalTruth, municipal_truth, write_truth
from graadmeter.synth.workspace import write_workspace

_WORTH_A_PROCESS = 60_000
"""Inhabitants to draw below which starting processes costs more than it saves."""


@dataclass(frozen=True, slots=True)
class SynthSummary:
    """What was written."""

    municipalities: int
    deliveries: int
    trajectories: int
    messages: int
    claim_lines: int
    defects: int


@dataclass(frozen=True, slots=True)
class _Task:
    seed: int
    place: int
    window: Window
    inbox: Path


@dataclass(frozen=True, slots=True)
class _Written:
    place: int
    truth: MunicipalTruth
    messages: int
    claim_lines: int
    domains: dict[str, list[Fact]]


def write_region(
    workspace: Path,
    *,
    seed: int,
    fraction: float = 1.0,
    municipalities: Sequence[str] | None = None,
    first: str = "2019KW01",
    last: str = "2025KW04",
    claims_quarters: int = 8,
    defects: bool = True,
    veilig_thuis: bool = False,
    progress: Progress | None = None,
    processes: int = 2,
) -> SynthSummary:
    """Writes a workspace for the synthetic region Twente into an empty or new folder; says what was written.

    `fraction` scales inhabitants and clients alike. `municipalities` are GM codes, None for all fourteen. `first` and
    `last` are quarters; monthly claims are limited to the last `claims_quarters` of them. The same arguments give the
    same bytes, whatever `processes` is. With `defects` a few faulty messages and rows are planted, listed in
    `truth/defects.csv`; they change no figure. Beside them stand practice deliveries (`synth.practice`) in which the
    fault of every check is planted; they count nowhere. With `veilig_thuis` that organisation delivers as well.
    """
    window = Window(parse_period(first).first, parse_period(last).last, claims_quarters, fraction)
    known = region_facts.municipalities()
    places = range(len(known)) if municipalities is None else sorted(place_of(code) for code in municipalities)
    (workspace / "inbox").mkdir(parents=True, exist_ok=True)
    write_workspace(workspace, [known[place] for place in places], window)
    tasks = [_Task(seed, place, window, workspace / "inbox") for place in places]
    tasks.sort(key=lambda task: -known[task.place].inhabitants[2021])
    tell = progress or silent
    alone = sum(known[place].inhabitants[2021] for place in places) * fraction < _WORTH_A_PROCESS
    parts = spread(
        _write, tasks, processes=1 if alone else processes, progress=lambda done: tell("synth", done, len(tasks))
    )
    parts.sort(key=lambda part: part.place)
    chosen = [known[place] for place in places]
    write_truth(workspace / "truth", [part.truth for part in parts], chosen, window)
    write_domain_truth(workspace / "truth" / "domeinen", (part.domains for part in parts))
    others = reports_of_region(seed, window.first, window.last, fraction) if veilig_thuis else []
    write_deliveries(workspace / "inbox", others, Form.CSV)
    planted = plant(workspace / "inbox", chosen, window) if defects else []
    write_planted(workspace / "truth" / "defects.csv", planted)
    if defects:
        write_practice(workspace / FOLDER, chosen[0])
    return SynthSummary(
        municipalities=len(places),
        deliveries=len(places) * (window.last - window.first + 1) + len(others),
        trajectories=sum(len(part.truth.known) for part in parts),
        messages=sum(part.messages for part in parts),
        claim_lines=sum(part.claim_lines for part in parts),
        defects=len(planted),
    )


def _write(task: _Task) -> _Written:
    """Draws and writes one municipality."""
    drawn = draw(task.seed, task.place, task.window)
    messages = write_municipality(task.inbox, drawn, task.window)
    domains = write_domains(task.inbox, drawn, task.window)
    truth = municipal_truth(drawn, task.window)
    step()
    return _Written(task.place, truth, messages, len(drawn.lines.of), domains)
