"""A Sail cluster on this machine, for as long as a context: a driver and workers that exchange rows over the network.

Needs the extra `graadmeter[sail]`. It shows that the catalogue runs on a cluster, without one; see docs/engines.md.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from graadmeter.engine.messages import not_reached

_PATIENCE = 30.0
_LOCAL = "127.0.0.1"
_SLOTS = "4096"
"""A query that stacks many counts is as many tasks at once; they share the threads that there are."""


@contextmanager
def cluster(*, workers: int = 2) -> Iterator[str]:
    """The address `spark://...` of a cluster of so many workers, in a process of its own; it ends with the context.

    Raises EngineError when it does not come up.
    """
    port = _free_port()
    settings = {
        "SAIL_MODE": "local-cluster",
        "SAIL_CLUSTER__WORKER_INITIAL_COUNT": str(workers),
        "SAIL_CLUSTER__WORKER_MAX_COUNT": str(workers),
        "SAIL_CLUSTER__WORKER_TASK_SLOTS": _SLOTS,
        "SAIL_EXECUTION__DEFAULT_PARALLELISM": str(workers),
        "RUST_LOG": "error",
    }
    command = [sys.executable, "-m", "pysail", "spark", "server", "--ip", _LOCAL, "--port", str(port)]
    with subprocess.Popen(  # noqa: S603 - our own interpreter with words of our own
        command,
        env={**os.environ, **settings},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            _wait(server, port)
            yield f"spark://{_LOCAL}:{port}"
        finally:
            server.terminate()


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind((_LOCAL, 0))
        return int(trial.getsockname()[1])


def _wait(server: subprocess.Popen[bytes], port: int) -> None:
    since = time.monotonic()
    while server.poll() is None and time.monotonic() - since < _PATIENCE:
        with socket.socket() as trial:
            if trial.connect_ex((_LOCAL, port)) == 0:
                return
        time.sleep(0.05)
    raise not_reached("sail", "the server on this machine did not start")
