"""Processes that this one started, and that shall not outlive it."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

_LONGEST_LOG = 10_000_000  # bytes; a log that is longer when its process starts is put aside
_STEADY = 10.0  # seconds after which a start counts as a success
_LONGEST_PAUSE = 10.0
_PR_SET_PDEATHSIG = 1  # from <linux/prctl.h>


class Child:
    """A process that is started again when it ends, after a pause that grows while it keeps ending at once.

    It leads a process group of its own, so that Ctrl-C in a terminal reaches only the supervisor, and so that
    what it started itself can be ended with it. `prepare` is called before each start.
    """

    def __init__(
        self,
        name: str,
        command: Sequence[str],
        environment: Mapping[str, str],
        log: Path,
        prepare: Callable[[], None] = lambda: None,
    ) -> None:
        self.name = name
        self._command = list(command)
        self._environment = dict(environment)
        self._log = log
        self._prepare = prepare
        self._process: subprocess.Popen[bytes] | None = None
        self._started = 0.0
        self._pause = 0.0

    @property
    def pid(self) -> int | None:
        """The id of the process, None before the first start."""
        return self._process.pid if self._process else None

    @property
    def alive(self) -> bool:
        """Whether the process runs."""
        return self._process is not None and self._process.poll() is None

    def last_words(self) -> str:
        """Give the last line of the log, which mostly says why the process ended."""
        with self._log.open("rb") as log:
            log.seek(max(0, self._log.stat().st_size - 2_000))
            lines = log.read().decode("utf-8", "replace").split("\n")
        return next((line.strip() for line in reversed(lines) if line.strip()), "")

    def start(self) -> None:
        """Start the process."""
        self._prepare()
        if self._log.exists() and self._log.stat().st_size > _LONGEST_LOG:
            self._log.replace(self._log.with_suffix(".log.1"))
        parent = os.getpid()
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 - the commands are the service's own
                self._command,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=lambda: _die_with(parent),  # the supervisor has one thread, so this is safe
            )
        self._started = time.monotonic()

    def revive(self) -> bool:
        """Start the process again if it has ended and its pause is over; tell whether it was started."""
        if self.alive or time.monotonic() < self._started + self._pause:
            return False
        steady = time.monotonic() - self._started > _STEADY
        self._pause = 0.0 if steady else min(_LONGEST_PAUSE, self._pause * 2 or 0.5)
        self.kill()
        self.start()
        return True

    def terminate(self) -> None:
        """Ask the process to end."""
        if self._process is not None and self.alive:
            self._process.terminate()

    def wait(self, deadline: float) -> None:
        """Wait for the end until a moment of the monotonic clock, then force it."""
        if self._process is not None:
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(max(0.0, deadline - time.monotonic()))
            self.kill()

    def kill(self) -> None:
        """End the process and all that it started."""
        if self._process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()


def _die_with(parent: int) -> None:
    """Have the system end this process when its parent is gone, however that ended. Only Linux can."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:
            os._exit(1)
