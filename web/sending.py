"""How work is handed to the background workers: by the name of the task alone."""

from __future__ import annotations

import logging
from collections.abc import Callable

from celery import Celery
from kombu.exceptions import KombuError

from timeline.service.broker import broker_url, celery_settings

_log = logging.getLogger(__name__)


def sender(store_url: str) -> Callable[[str, tuple[str, ...]], None]:
    """Give what sends a task's name and arguments to the broker in the store at `store_url`."""
    celery = Celery("timeline.web")
    celery.conf.update(celery_settings(broker_url(store_url)))

    def send(task: str, arguments: tuple[str, ...]) -> None:
        try:
            celery.send_task(task, arguments)
        except (KombuError, OSError) as error:
            _log.warning("%s waits for the re-sender: %s", task, error)

    return send
