"""One command that runs everything: store, worker, re-sender and web server, watched and started again."""

from __future__ import annotations

import fcntl
import http.client
import os
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TextIO

from timeline.service import valkey
from timeline.service.broker import PREFIX
from timeline.service.children import Child
from timeline.service.errors import ServiceError
from timeline.service.samples import load_samples
from timeline.service.settings import store_url
from timeline.store import Store, StoreError

WORKER = (
    "celery",
    "--app",
    "workers.app",
    "worker",
    "--loglevel",
    "INFO",
    "--without-gossip",
    "--without-mingle",
)
RESENDER = ("workers.resender",)
WEB = (
    "gunicorn",
    "web:create_app()",
    "--worker-class",
    "gthread",
    "--workers",
    "2",
    "--threads",
    "32",
    "--no-control-socket",
    "--preload",  # the application is loaded once, not once a process
)

_TICK = 0.1
_GRACE = 3.0  # seconds that web server, worker and re-sender get to end; the store gets one more
_START = 30.0  # seconds after which a start counts as failed


def serve(host: str, port: int, data: Path | str, samples: bool = True) -> int:
    """Run the service until Ctrl-C or SIGTERM, and give the exit status.

    All is kept in the folder `data`, unless REDIS_URL names a store that runs elsewhere. With `samples` a
    first start loads the sample articles. What keeps it from starting is told on standard error.
    """
    folder = Path(data)
    try:
        with ExitStack() as stack:
            stack.enter_context(_sole_user(folder))
            _check_port(host, port)
            stopped = stack.enter_context(_signals())
            service = _Service(host, port, folder, stopped)
            stack.callback(service.stop)
            service.start(samples=samples)
            service.watch()
    except (ServiceError, StoreError) as error:
        _say(f"timeline: {error}", sys.stderr)
        return 1
    return 0


class _Service:
    """The processes, in the order in which they start and, backwards, stop."""

    def __init__(self, host: str, port: int, data: Path, stopped: Callable[[], bool]) -> None:
        self._host, self._port, self._data, self._stopped = host, port, data, stopped
        self._socket = None if os.environ.get("REDIS_URL") else valkey.socket_path(data)
        self._url = valkey.url(self._socket) if self._socket else store_url()
        self.store = Store.connect(self._url)
        environment = {**os.environ, "REDIS_URL": self._url}
        environment.pop("REDIS_PASSWORD_FILE", None)
        address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        self._children = [*self._store_child()]
        for name, arguments, prepare in (
            ("worker", WORKER, self._release),
            ("resender", RESENDER, _nothing),
            ("web", (*WEB, "--graceful-timeout", "2", "--bind", address), _nothing),
        ):
            python = (sys.executable, "-m", *arguments)
            self._children.append(Child(name, python, environment, data / f"{name}.log", prepare))

    def _store_child(self) -> Iterator[Child]:
        if self._socket:
            command = valkey.command(valkey.find_server(), self._data, self._socket)
            yield Child("store", command, os.environ, self._data / "store.log")

    def start(self, *, samples: bool) -> None:
        """Start the processes, wait until all do their work, hand in the samples if asked to, and say so."""
        begun = time.monotonic()
        for child in self._children:
            child.start()
            if child.name == "store":
                self._until(self._store_answers)
        self._until(self._ready)
        if not self._stopped():
            if samples:  # before the word is out: nobody shall find an empty first page
                load_samples(self.store)
            self._greet(time.monotonic() - begun)

    def watch(self) -> None:
        """Start again whatever ends, until it is time to stop."""
        while not self._stopped():
            for child in self._children:
                if child.revive():
                    _say(f"{child.name} had ended and was started again (see {self._data / child.name}.log)")
                    self._follow(child)
            time.sleep(_TICK)

    def _follow(self, revived: Child) -> None:
        """Start the worker anew with the store: one whose broker went away may hang, or wait for lost messages."""
        if revived.name == "store":
            worker = next(child for child in self._children if child.name == "worker")
            worker.kill()
            worker.start()

    def stop(self) -> None:
        """End all processes, the store last."""
        *others, last = reversed(self._children)
        for child in others:
            child.terminate()
        deadline = time.monotonic() + _GRACE
        for child in others:
            child.wait(deadline)
        last.terminate()
        last.wait(time.monotonic() + 1.0)

    def _until(self, reached: Callable[[], bool]) -> None:
        """Wait for something that the processes bring about, as long as they live."""
        deadline = time.monotonic() + _START
        while not self._stopped() and not reached():
            ended = next((child for child in self._children if child.pid and not child.alive), None)
            if ended or time.monotonic() > deadline:
                told = f" ({words})" if ended and (words := ended.last_words()) else ""
                name = ended.name if ended else "the service"
                raise ServiceError(f"{name} did not start{told}: the logs in {self._data} say more")
            time.sleep(_TICK / 2)

    def _store_answers(self) -> bool:
        return self._socket is None or valkey.answers(self._socket)

    def _ready(self) -> bool:
        return self.store.workers() > 0 and _page_answers(self._host, self._port)

    def _release(self) -> None:
        """Let go of what a dead worker held: no other is alive, since the store is this service's own."""
        if self._socket is None:
            return
        store = self._children[0]
        while store.alive and not self._store_answers() and not self._stopped():
            time.sleep(_TICK)  # it may have much to load
        try:
            self.store.outbox.release(PREFIX)
        except StoreError as error:
            _say(f"what the last worker held comes back when its lease ends: {error}")

    def _greet(self, seconds: float) -> None:
        runs = ", ".join(f"{child.name} ({child.pid})" for child in self._children)
        kept = f"data and logs in {self._data}" if self._socket else f"logs in {self._data}"
        host = f"[{self._host}]" if ":" in self._host else self._host
        _say(f"Timeline is ready at http://{host}:{self._port} after {seconds:.1f} s. Ctrl-C stops it.")
        _say(f"Running: {runs}; {kept}")


def _nothing() -> None:
    """Prepare nothing."""


def _say(words: str, stream: TextIO | None = None) -> None:
    """Tell whoever watches the terminal."""
    (stream or sys.stdout).write(f"{words}\n")
    (stream or sys.stdout).flush()


def _page_answers(host: str, port: int) -> bool:
    """Tell whether the web server serves pages."""
    reachable = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - compared, not bound
    connection = http.client.HTTPConnection(reachable, port, timeout=2)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


@contextmanager
def _sole_user(data: Path) -> Iterator[None]:
    """Hold the data folder for this process alone. The lock ends with the process, whatever ends that."""
    try:
        data.mkdir(parents=True, exist_ok=True)
        lock = (data / "lock").open("w")
    except OSError as error:
        raise ServiceError(f"the data folder {data} cannot be used: {error.strerror}") from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            way_out = "stop that, or choose another folder with --data"
            raise ServiceError(f"the data folder {data} is in use by another instance: {way_out}") from error
        yield


def _check_port(host: str, port: int) -> None:
    """Find out before anything starts whether the port is free."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise ServiceError(
                f"port {port} on {host} cannot be used ({error.strerror}): try --port {port + 1}"
            ) from error


@contextmanager
def _signals() -> Iterator[Callable[[], bool]]:
    """Note requests to stop instead of dying of them; give what tells whether one has come.

    The end of the terminal (SIGHUP) is none where whoever started this has it ignored, as `nohup` does.
    """
    came: list[int] = []
    hangup = () if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN else (signal.SIGHUP,)
    numbers = (signal.SIGINT, signal.SIGTERM, *hangup)
    former = {number: signal.signal(number, lambda got, _: came.append(got)) for number in numbers}
    try:
        yield lambda: bool(came)
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)
