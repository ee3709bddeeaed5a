"""The uniform model from the events of all current sessions: the order of the steps, and nothing else."""

import pyarrow as pa

from graadmeter.domain.fact_tables import FACT_MODEL
from graadmeter.domain.model import MODEL
from graadmeter.engine.port import Engine
from graadmeter.standardise import facts
from graadmeter.standardise.steps import (
    additions,
    assignments,
    bij,
    claims,
    counting_rules,
    growth,
    help_episodes,
    merging,
    numbering,
    pieces,
    protocols,
    refusals,
    residence,
    spells,
    trajectories,
    withdrawals,
)

STEPS = (
    refusals.BERICHT,
    refusals.REGEL,
    assignments.TOEWIJZING,
    assignments.REFERENTIE,
    withdrawals.START_GELDIG,
    withdrawals.STOP_GELDIG,
    spells.START,
    spells.STOP,
    additions.LAATST_BEKEND,
    additions.AANVULLING,
    additions.VERZOEK,
    claims.DUBBEL,
    claims.PRESTATIE,
    numbering.PERSOONSFEIT,
    facts.PERSOON,
    numbering.PERSOONSNUMMER,
    numbering.HUISHOUDNUMMER,
    numbering.PERSOON,
    pieces.TOEGEWEZEN,
    pieces.EIGEN,
    pieces.DEEL,
    merging.MEERVOUD,
    merging.EILAND,
    merging.SAMEN,
    trajectories.NUMMER,
    trajectories.TRAJECT,
    trajectories.HERKOMST,
    claims.DECLARATIEREGEL,
    residence.WOONSITUATIE,
    residence.BEVOLKING,
    residence.WOONVORM,
    residence.LEVERING,
    *counting_rules.STEPS,
    *growth.STEPS,
    *help_episodes.STEPS,
    *facts.STEPS,
    *bij.STEPS,
    *protocols.STEPS,
)


_NUMBERS = {"persoon": numbering.PERSOONSNUMMER, "huishouden": numbering.HUISHOUDNUMMER}


def build(engine: Engine, *, last_quarter: int) -> None:
    """Makes the tables of `domain.model` and of the facts from the tables `event_<name>` that the engine knows.

    The events are those of at most one session per municipality and quarter. `last_quarter` is the index of the last
    quarter that deliveries speak of: running care is known up to there. Row order and numbers follow from the content
    alone, so equal events give equal tables. The names behind the numbers stay, for `names_of`.
    """
    kept = {table.name for table in (*MODEL, *FACT_MODEL)} | {step.name for step in _NUMBERS.values()}
    try:
        for step in STEPS:
            engine.run(f"CREATE OR REPLACE TABLE {step.name} AS {step.sql.replace(':laatste', str(last_quarter))}")
    finally:
        for step in STEPS:
            if step.name not in kept:
                engine.run(f"DROP TABLE IF EXISTS {step.name}")


def names_of(engine: Engine) -> pa.Table:
    """The pseudonym behind every number of a person or household in a model just built: soort, nummer, sleutel.

    Numbers follow the order of the pseudonyms: after a new delivery the same person may have another.
    """
    parts = (
        f"SELECT '{name}' AS soort, {name} AS nummer, pseudoniem AS sleutel FROM {step.name}"
        for name, step in _NUMBERS.items()
    )
    return engine.query(" UNION ALL ".join(parts))
