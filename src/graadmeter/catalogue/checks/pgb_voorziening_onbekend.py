"""Money was spent from a personal budget that the extract does not hold."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

_KNOWN = {"voorziening": ({"voorziening_id": "P1", "leveringsvorm": "PGB"}, {"voorziening_id": "Z1"})}

CHECK = Check(
    code="GM-PGB1",
    table="pgb_besteding",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("voorziening_id", "periode_begin"),
    title=Text("Besteding op een onbekend PGB", "Spending on an unknown personal budget"),
    message=Text(
        "Voorziening {voorziening_id} staat niet als PGB in het uittreksel van dit kwartaal.",
        "Provision {voorziening_id} does not stand as a personal budget in the extract of this quarter.",
    ),
    remedy=Text("Controleer het nummer en het uittreksel.", "Check the number and the extract."),
    source="eigen regel: een besteding hoort bij een PGB",
    wrong=(
        "r.voorziening_id IS NOT NULL AND r.periode_eind >= :eerste_dag AND r.periode_begin <= :laatste_dag "
        "AND COALESCE(eigen.leveringsvorm, '') <> 'PGB'"
    ),
    uses=("voorziening",),
    also={
        "declaratie_uittreksel": (
            "r.leveringsvorm = 'PGB' AND r.voorziening_id IS NOT NULL AND r.periode_eind >= :eerste_dag "
            "AND r.periode_begin <= :laatste_dag AND COALESCE(eigen.leveringsvorm, '') <> 'PGB'"
        )
    },
    fine=(
        Example(({"voorziening_id": "P1", "periode_begin": "2025-10-01", "periode_eind": "2025-10-31"},), other=_KNOWN),
        Example(({"voorziening_id": "P9", "periode_begin": "2025-08-01", "periode_eind": "2025-08-31"},), other=_KNOWN),
        Example(
            ({"voorziening_id": "Z9", "periode_begin": "2025-10-01", "periode_eind": "2025-10-31"},),
            other=_KNOWN,
            table="declaratie_uittreksel",
        ),
    ),
    faulty=(
        Example(({"voorziening_id": "P9", "periode_begin": "2025-10-01", "periode_eind": "2025-10-31"},), other=_KNOWN),
        Example(
            (
                {
                    "leveringsvorm": "PGB",
                    "voorziening_id": "Z1",
                    "periode_begin": "2025-10-01",
                    "periode_eind": "2025-10-31",
                },
            ),
            other=_KNOWN,
            table="declaratie_uittreksel",
        ),
    ),
)
