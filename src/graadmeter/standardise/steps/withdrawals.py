"""Withdrawn starts (305) and stops (307): StatusAanlevering 3 undoes what was sent before it with the same key.

IV008: a correction is a withdrawal followed by a new record, often on the same day; so only a withdrawal that comes
after a record undoes it, in order of message date, session and place in the session. TR063: the key of a start is its
assignment and first day, that of a stop has the reason of ending as well.
"""

from graadmeter.standardise.steps.refusals import standing
from graadmeter.standardise.steps.step import Step

_START_KEY = "domein, gemeente, toewijzingnummer, begindatum"
_STOP_KEY = f"{_START_KEY}, reden_beeindiging"


def _standing(rows: str, key: str) -> str:
    return f"""
    SELECT * EXCLUDE (status_aanlevering)
    FROM (
        FROM {rows} r ANTI JOIN (SELECT {key} FROM {rows} WHERE status_aanlevering = '3') w USING ({key})
        UNION ALL BY NAME
        SELECT * EXCLUDE (later_ingetrokken)
        FROM (
            SELECT r.*, count(*) FILTER (r.status_aanlevering = '3') OVER (
                PARTITION BY {key} ORDER BY r.dagtekening DESC, r.sessie DESC, r.volgnummer DESC
                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
            ) AS later_ingetrokken
            FROM {rows} r SEMI JOIN (SELECT {key} FROM {rows} WHERE status_aanlevering = '3') w USING ({key})
        )
        WHERE later_ingetrokken = 0
    )
    """


START_GELDIG = Step("m_start_geldig", _standing(standing("event_start"), _START_KEY))
STOP_GELDIG = Step("m_stop_geldig", _standing(standing("event_stop"), _STOP_KEY))
