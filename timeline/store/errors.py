"""What can go wrong with the store, in words for people. An input's own faults are in `timeline.errors`."""

from __future__ import annotations


class StoreError(Exception):
    """The store did not do what was asked; nothing was half done. The message says why."""


class StoreDownError(StoreError):
    """The store cannot be reached."""


class StoreFullError(StoreError):
    """The store has no memory or disk left for what it was given; nothing of it was kept."""


class KeyBusyError(StoreError):
    """The first request with this key is still being answered."""


class KeyTakenError(StoreError):
    """The key came with another request before."""


class NotFoundError(StoreError):
    """What the id names is not there (any more)."""
