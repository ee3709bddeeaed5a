"""Events from return messages (302-318) and claim answers (325): which messages and claim lines were refused.

IV028, IV032: one error refuses the whole message; its other records then say 0200 (nothing to remark) or 0233 (not
judged). IV087: an error in the header or the claim refuses the whole 323, else only the lines that the 325 sends back.
Received before (9056 for a message, 8021 for a line) refuses the repetition and leaves what came first.
"""

from graadmeter.domain.returns import HARMLESS

_HARMLESS = "|".join(HARMLESS)
_FORWARD = "CAST(CAST(r.bericht AS INTEGER) - 1 AS VARCHAR)"
"""302 returns 301, and so on."""


def message_key(number: str, identification: str = "r.bericht_id", sent: str = "r.dagtekening") -> str:
    """The SQL text that tells one message from all others (TR056: an identification is unique per kind and sender)."""
    parts = ("r.domein", "r.gm", "r.aanbieder", number, identification, f"CAST({sent} AS VARCHAR)")
    return " || '|' || ".join(parts)


def _refused(*columns: str) -> str:
    told = f"concat_ws(' ', {', '.join(f'r.{column}' for column in columns)})"
    return f"trim(regexp_replace({told}, '\\b({_HARMLESS})\\b', '', 'g')) <> ''"


_CLAIM = message_key("'323'", "r.declaratie_id", "r.declaratie_verzonden")

AFKEURING = f"""
SELECT {message_key(_FORWARD)} AS bericht
FROM std_retour r WHERE {_refused("retourcodes", "retourcodes_antwoord")}
UNION
SELECT {message_key(_FORWARD)}
FROM std_retourregel r WHERE {_refused("retourcodes_client", "retourcodes", "retourcodes_contact")}
UNION
SELECT {_CLAIM}
FROM std_declaratieantwoord r WHERE {_refused("retourcodes_kop", "retourcodes")}
"""

AFGEWEZEN = f"""
SELECT r.domein, r.gm AS gemeente, r.nummer AS toewijzingnummer, r.aanbieder, {_CLAIM} AS bericht,
    r.domein || '|' || r.gm || '|' || r.aanbieder || '|' || r.referentienummer AS referentienummer, r.categorie,
    r.productcode, r.periode_begin, r.periode_eind, r.volume, r.eenheid, r.bedrag, r.debet_credit
FROM std_afgewezen_prestatie r WHERE trim(r.retourcodes) IS DISTINCT FROM '8021'
"""
