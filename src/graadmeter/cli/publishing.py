"""What `run` and `demo` share: the pipeline, then the site, and what is said about both."""

import json
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

from graadmeter import pipeline
from graadmeter.catalogue.fingerprint import code_hash
from graadmeter.cli.console import Call
from graadmeter.cli.logging import logbook_of
from graadmeter.cli.stages import stages
from graadmeter.cli.waiting_words import waiting_words
from graadmeter.deliver.receive_all import Clock
from graadmeter.deliver.session import all_sessions
from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.progress import Progress
from graadmeter.domain.text import Text
from graadmeter.engine.opening import DEFAULT
from graadmeter.release.audit_text import waiting_figures
from graadmeter.release.edition import hash_of
from graadmeter.release.places import AUDIT_TEXT
from graadmeter.release.read import Release, read
from graadmeter.site.build import build
from graadmeter.store.journal import Journal
from graadmeter.store.workspace import CONFIGURATION, Workspace

_PROCESSES = 2


def run_and_publish(
    call: Call, workspace: Workspace, *, clock: Clock, command: str = "run", engine: str = DEFAULT
) -> Path:
    """Runs the pipeline and builds the site where that is needed; says what came of it and returns the release."""
    log = logbook_of(workspace, command)
    with stages(call) as progress:
        outcome = pipeline.run(workspace, clock=clock, progress=progress, log=log, engine=engine)
        release = read(outcome.release)
        with workspace.lock():
            site_is_new = build_site(workspace, release, progress=progress)
    for name, why in outcome.refused:
        call.warn(Text(f"Niet ontvangen: {name}. {why.nl}", f"Not received: {name}. {why.en}"))
    _say_verdicts(call, workspace)
    if outcome.is_new:
        call.say(Text(f"Nieuwe uitgave: {outcome.release}", f"New release: {outcome.release}"))
        for line in waiting_words(waiting_figures(release.audit), release.folder / AUDIT_TEXT):
            call.warn(line)
    elif site_is_new:
        call.say(Text(f"De site is vernieuwd: {workspace.site}", f"The site was renewed: {workspace.site}"))
    else:
        call.say(
            Text(
                f"Er is niets veranderd sinds uitgave {release.edition}; er is niets gedaan.",
                f"Nothing has changed since release {release.edition}; nothing was done.",
            )
        )
    return outcome.release


def build_site(workspace: Workspace, release: Release, *, progress: Progress) -> bool:
    """Builds the site unless it is already that of this release, made by this software; says whether it did."""
    journal = Journal(workspace.journal_file)
    borders, theme = _named(workspace.boundaries), _named(workspace.theme)
    given = hash_of(release.edition, code_hash("site", "charts", "catalogue/search"), borders, workspace.address, theme)
    if journal.output_of("site", "site", given) is not None and (workspace.site / "index.html").exists():
        return False
    pieces = workspace.site.with_name(f".{workspace.site.name}-pieces")
    write_site(workspace, release, workspace.site, pieces=pieces, progress=progress)
    journal.record("site", "site", given=given, made=release.edition)
    return True


def write_site(workspace: Workspace, release: Release, out: Path, *, pieces: Path | None, progress: Progress) -> Path:
    """The site of a release in the folder `out`, as the workspace asks for it, from the `pieces` kept, if any."""
    borders, theme = _named(workspace.boundaries), _named(workspace.theme)
    build(
        release.folder,
        out,
        geometry=json.loads(borders) if borders else None,
        progress=lambda done, of: progress("site", done, of),
        address=workspace.address,
        base=f"{urlsplit(workspace.address).path.rstrip('/')}/",
        theme=theme,
        pieces=pieces,
        processes=_PROCESSES,
    )
    return out


def _named(file: Path | None) -> str:
    """The text of a file that the configuration names, '' where it names none."""
    try:
        return file.read_text(encoding="utf-8") if file else ""
    except (OSError, UnicodeDecodeError) as error:
        raise WorkspaceError(
            Text(
                f"{CONFIGURATION} noemt het bestand {file}, maar dat kan niet worden gelezen. Zet het daar neer, "
                "of haal de regel weg.",
                f"{CONFIGURATION} names the file {file}, which cannot be read. Put it there, or remove the line.",
            )
        ) from error


def _say_verdicts(call: Call, workspace: Workspace) -> None:
    verdicts = Counter(one.verdict for one in all_sessions(workspace.deliveries) if not one.superseded_by)
    told = [Text(f"{count} {verdict.label.nl}", f"{count} {verdict.label.en}") for verdict, count in verdicts.items()]
    nl, en = ", ".join(one.nl for one in told), ", ".join(one.en for one in told)
    call.say(Text(f"Aanleveringen: {nl}.", f"Deliveries: {en}."))
