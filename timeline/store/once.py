"""What is asked for twice with one key is done once: the header Idempotency-Key of the API (IETF draft)."""

from __future__ import annotations

from collections.abc import Callable

from timeline.store import jobs, keys
from timeline.store.client import Client
from timeline.store.errors import KeyBusyError, KeyTakenError
from timeline.store.records import Job

KEPT = 24 * 60 * 60
"""Seconds for which a key is known."""

_CLAIM = 60  # seconds after which whoever began with a key and did not end counts as dead


def once(client: Client, key: str, asked: str, make: Callable[[], Job]) -> Job:
    """Make a job, or give the one that was made when `asked` came with this key before.

    `asked` stands for all that was asked for. Raises `KeyTakenError` where the key came with something else,
    `KeyBusyError` while the first to come is still at it.
    """
    name = f"{keys.ONCE}:{key}"
    if not client.set(name, asked, nx=True, ex=_CLAIM):
        former, _, made = (client.get(name) or b"").decode().partition(" ")
        if former and former != asked:
            raise KeyTakenError(f"the key {key} came with another request before")
        if not made:
            raise KeyBusyError(f"the first request with the key {key} is still being answered")
        if found := jobs.find(client, made):
            return found
    try:
        job = make()
    except BaseException:
        client.delete(name)
        raise
    client.set(name, f"{asked} {job.id}", ex=KEPT)
    return job
