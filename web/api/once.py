"""The header Idempotency-Key: a request that comes again, since its answer was lost, is not done again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256

from flask import request

from timeline.errors import InvalidInputError, Problem
from timeline.model import Article
from timeline.store import Job
from timeline.wire import article_to_json, encode
from web.storage import store

HEADER = "Idempotency-Key"
LONGEST = 255
"""Characters of a key."""


def once(sent: Sequence[Article], make: Callable[[], Job]) -> Job:
    """Make the job that takes in what was sent, or give the one made when the same came with the same key before.

    Raises what `Store.once` does, and `InvalidInputError` for a key that is empty or too long.
    """
    key = request.headers.get(HEADER)
    if key is None:
        return make()
    if not 1 <= len(key) <= LONGEST:
        raise InvalidInputError(Problem("", f"the header {HEADER} takes 1 to {LONGEST} characters"))
    asked = request.full_path.encode() + encode([article_to_json(one) for one in sent])
    return store().once(key, sha256(asked).hexdigest(), make)
