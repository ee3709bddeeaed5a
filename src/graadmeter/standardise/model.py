"""The uniform model from the events of all current sessions: the order of the steps, and nothing else."""

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
    residence.LEVERING,
    *counting_rules.STEPS,
    *growth.STEPS,
    *help_episodes.STEPS,
    *facts.STEPS,
    *bij.STEPS,
    *protocols.STEPS,
)


def build(engine: Engine, *, last_quarter: int) -> None:
    """Makes the tables of `domain.model` and of the facts from the tables `event_<name>` that the engine knows.

    The events are those of at most one session per municipality and quarter. `last_quarter` is the index of the last
    quarter that deliveries speak of: running care is known up to there. Row order and numbers follow from the content
    alone, so equal events give equal tables.
    """
    kept = {table.name for table in (*MODEL, *FACT_MODEL)}
    try:
        for step in STEPS:
            engine.run(f"CREATE OR REPLACE TABLE {step.name} AS {step.sql.replace(':laatste', str(last_quarter))}")
    finally:
        for step in STEPS:
            if step.name not in kept:
                engine.run(f"DROP TABLE IF EXISTS {step.name}")
