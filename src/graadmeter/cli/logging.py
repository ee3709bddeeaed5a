"""Begins the record of a command: who gave it goes to the audit log, what it does to the logbook."""

import getpass
import os

from graadmeter.catalogue.fingerprint import software
from graadmeter.cli.clock import now
from graadmeter.store.logbook import Logbook, note_user
from graadmeter.store.workspace import Workspace


def logbook_of(workspace: Workspace, command: str) -> Logbook:
    """The logbook for one command on the workspace; its trace joins it to the user in the audit log."""
    log = Logbook(workspace.root, now, software())
    note_user(workspace.root, trace=log.trace, user=_user(), command=command, now=now())
    return log


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return str(os.getuid())
