"""The Celery app of the workers, set up from the environment."""

from __future__ import annotations

import gc
import logging
import os
import socket
import threading
from typing import Any

from celery import Celery
from celery.signals import worker_ready, worker_shutting_down
from kombu.exceptions import KombuError

from timeline.frozen import ALLOCATIONS
from timeline.service.broker import broker_url, celery_settings
from timeline.service.settings import store_url
from timeline.store import Store, StoreError

_log = logging.getLogger(__name__)
_BEAT = 2.0

gc.set_threshold(ALLOCATIONS)  # a fifth of a weaver's time

app = Celery("timeline", include=["workers.tasks"])
app.conf.update(celery_settings(broker_url(store_url())))


def send(task: str, arguments: tuple[str, ...]) -> None:
    """Hand a task to the broker; what it cannot take now is sent again by the re-sender."""
    try:
        app.send_task(task, arguments)
    except (KombuError, OSError) as error:
        _log.warning("%s was not sent: %s", task, error)


store = Store.connect(store_url(), send)
_stopped = threading.Event()


@worker_ready.connect  # type: ignore[untyped-decorator]
def _live(**_: Any) -> None:
    """Give signs of life, so that pages can say when no worker runs."""
    threading.Thread(target=_beat, daemon=True, name="heartbeat").start()


@worker_shutting_down.connect  # type: ignore[untyped-decorator]
def _stop(**_: Any) -> None:
    _stopped.set()


def _beat() -> None:
    name = f"{socket.gethostname()}:{os.getpid()}"
    while True:
        try:
            store.outbox.beat(name)
            if _stopped.wait(_BEAT):
                store.outbox.leave(name)
                return
        except StoreError as error:
            _log.warning("%s", error)
            _stopped.wait(_BEAT)
