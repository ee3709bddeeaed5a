"""A PostgreSQL server of the tests' own: in a temporary folder, on a socket in it, never as root."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_DEBIAN = Path("/usr/lib/postgresql")
_PATIENCE = 60
_SETTINGS = {
    "listen_addresses": "", "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off",
    "shared_buffers": "32MB", "max_connections": "10", "autovacuum": "off", "max_wal_senders": "0",
    "wal_level": "minimal",
}  # fmt: skip


def programs() -> Path | None:
    """The folder with `initdb` and `postgres`: on the PATH, or the newest that Debian installed."""
    found = shutil.which("initdb")
    if found and shutil.which("postgres"):
        return Path(found).parent
    versions = sorted(_DEBIAN.glob("*/bin/initdb"), key=lambda path: int(path.parent.parent.name), reverse=True)
    return versions[0].parent if versions else None


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """The URI of a server that runs as long as the context; `folder` holds its programs."""
    other = "nobody" if os.geteuid() == 0 else None
    home = Path(tempfile.mkdtemp(prefix="gm-pg-"))
    if other:
        owner = pwd.getpwnam(other)
        os.chown(home, owner.pw_uid, owner.pw_gid)
    user = {"user": other, "group": pwd.getpwnam(other).pw_gid, "extra_groups": []} if other else {}
    quiet = {
        "stdin": subprocess.DEVNULL,
        "stdout": subprocess.DEVNULL,
        "cwd": home,
        "env": {"LC_ALL": "C", "TZ": "UTC"},
    }
    try:
        made = [folder / "initdb", "-D", home / "data", "-U", "graadmeter", "-A", "trust", "-E", "UTF8", "--no-sync"]
        subprocess.run([*made, "--no-instructions"], check=True, **user, **quiet)
        settings = [word for name, value in _SETTINGS.items() for word in ("-c", f"{name}={value}")]
        command = [folder / "postgres", "-D", home / "data", "-k", home, *settings]
        with (home / "log").open("wb") as log, subprocess.Popen(command, stderr=log, **user, **quiet) as process:
            try:
                _wait(process, home)
                yield f"postgresql://graadmeter@/postgres?host={home}"
            finally:
                process.send_signal(signal.SIGINT)
    finally:
        shutil.rmtree(home)


def _wait(process: subprocess.Popen, home: Path) -> None:
    since = time.monotonic()
    while not (home / ".s.PGSQL.5432").exists():
        if process.poll() is not None or time.monotonic() - since > _PATIENCE:
            raise RuntimeError((home / "log").read_text("utf-8"))
        time.sleep(0.05)
