"""What is said when an engine cannot be used: plain words, without passwords."""

from graadmeter.domain.errors import EngineError
from graadmeter.domain.text import Text


def not_installed(name: str, extra: str) -> EngineError:
    """The driver of an engine is missing."""
    return EngineError(
        Text(
            f"Voor rekenen op {name} is een extra onderdeel nodig dat hier niet is geïnstalleerd. "
            f"Typ: pip install 'graadmeter[{extra}]'",
            f"Computing on {name} needs an extra part that is not installed here. "
            f"Type: pip install 'graadmeter[{extra}]'",
        )
    )


def not_reached(shown: str, why: str) -> EngineError:
    """No server answers at the address `shown`, which holds no password; `why` is what the driver says."""
    reason = " ".join(why.split())
    return EngineError(
        Text(
            f"De rekenserver {shown} is niet bereikbaar of laat ons niet toe. Controleer het adres achter --engine, en "
            f"of de server draait. Gemeld werd: {reason}",
            f"The server {shown} cannot be reached or does not let us in. Check the address after --engine, and "
            f"whether the server runs. It was said: {reason}",
        )
    )


def unknown_engine(shown: str) -> EngineError:
    """An address that is of no engine we know."""
    return EngineError(
        Text(
            f"'{shown}' is geen rekenserver die Graadmeter kent. Kies duckdb (standaard, niets nodig), "
            "postgresql://gebruiker@server/database, spark://server:15002 of sail.",
            f"'{shown}' is no engine that Graadmeter knows. Choose duckdb (the default, nothing needed), "
            "postgresql://user@server/database, spark://server:15002 or sail.",
        )
    )
