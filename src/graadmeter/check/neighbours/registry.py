"""All neighbours by name: adding one here makes it known to every check."""

from graadmeter.check.neighbours.assignments import ANSWER, ASSIGNED_TO, ASSIGNMENT, CLIENT, PRODUCT, REPLY, REQUEST
from graadmeter.check.neighbours.care import START, STARTS, STOP, STOP_REASON
from graadmeter.check.neighbours.claims import CLAIM, COSTS, LINES, SAME_CARE, TAKEN_BACK, VOLUME
from graadmeter.check.neighbours.endings import CLAIMED, ENDING
from graadmeter.check.neighbours.extract import ADDRESS, EXTRACT, HOUSEHOLD, POPULATION, RESIDENCE, YOUNG_CLIENTS
from graadmeter.check.neighbours.provisions import OWN_PROVISION
from graadmeter.check.neighbours.requests import ANSWERED_CLAIM, ANSWERED_LINE, CHANGE_REQUEST

NEIGHBOURS = {
    neighbour.name: neighbour
    for neighbour in (
        ASSIGNMENT,
        PRODUCT,
        REQUEST,
        ANSWER,
        REPLY,
        CHANGE_REQUEST,
        ANSWERED_CLAIM,
        ANSWERED_LINE,
        ASSIGNED_TO,
        CLIENT,
        START,
        STARTS,
        STOP,
        STOP_REASON,
        CLAIM,
        LINES,
        TAKEN_BACK,
        SAME_CARE,
        VOLUME,
        COSTS,
        ENDING,
        CLAIMED,
        EXTRACT,
        HOUSEHOLD,
        RESIDENCE,
        POPULATION,
        YOUNG_CLIENTS,
        ADDRESS,
        OWN_PROVISION,
    )
}
FIRST = "eerste"
"""The first row with the same values in the check's `key`: a neighbour in the row's own table."""
