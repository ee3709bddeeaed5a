"""What came in from deliverers other than municipalities: providers and Veilig Thuis, the latest of each."""

from collections.abc import Collection, Iterable, Mapping

from graadmeter.deliver.session import Session
from graadmeter.domain.periods import parse_period
from graadmeter.domain.text import Text


def other_deliverers(
    sessions: Iterable[Session], municipalities: Collection[str], providers: Mapping[str, str]
) -> list[Text]:
    """One line per deliverer that is no municipality: who, the latest period delivered, and what became of it."""
    latest: dict[str, Session] = {}
    for session in sessions:
        manifest = session.manifest
        known = latest.get(manifest.deliverer)
        if manifest.deliverer not in municipalities and (known is None or _end(session) >= _end(known)):
            latest[manifest.deliverer] = session
    return [_line(latest[code], providers.get(code, "")) for code in sorted(latest)]


def _end(session: Session) -> tuple[int, int]:
    """Last quarter and length of the period: a half-year goes before the quarter it ends with."""
    period = parse_period(session.manifest.period)
    return period.last, -period.first


def _line(session: Session, name: str) -> Text:
    manifest = session.manifest
    who = f"{manifest.deliverer} {name}".strip()
    verdict = session.verdict.label
    return Text(f"{who}, {manifest.period}: {verdict.nl}", f"{who}, {manifest.period}: {verdict.en}")
