"""Sends again what the broker lost: the outbox is the truth, messages only hasten it."""

from __future__ import annotations

import logging
import os
import socket
import threading

from timeline.service.broker import PREFIX
from timeline.store import Store, StoreError
from timeline.store.outbox import READ

_log = logging.getLogger(__name__)
_PAUSE = 1.0
_ERASE_EVERY = 600  # rounds


def resend_until(stopped: threading.Event, store: Store) -> None:
    """Look every second for abandoned work. Several may run at once: one is at work, the others stand by."""
    name = f"{socket.gethostname()}:{os.getpid()}"
    rounds = 0
    while not stopped.wait(_PAUSE):
        try:
            if store.outbox.lead(name):
                resend(store)
                rounds += 1
                if rounds % _ERASE_EVERY == 0:
                    store.erase_deleted()
        except StoreError as error:
            _log.warning("%s", error)


def resend(store: Store) -> int:
    """Send again what is abandoned at this moment; give the number of batches."""
    outbox = store.outbox
    waiting = outbox.active()
    in_broker = outbox.in_broker(PREFIX)
    lost = max(0, sum(outbox.pending(timeline) for timeline in waiting) - in_broker)
    sent = 0
    for timeline in waiting:
        for batch in outbox.abandoned(timeline, lost - sent, idle=in_broker == 0):
            store.send(READ, (timeline, batch))
            sent += 1
        if outbox.unwoven(timeline):
            store.ask_to_weave(timeline)
    if sent:
        _log.info("sent %d batches again", sent)
    return sent
