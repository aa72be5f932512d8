"""The connection to Redis: retries that are safe because every write is, and errors in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import resources
from typing import Any

import redis
from redis.backoff import ExponentialBackoff
from redis.client import Pipeline
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import OutOfMemoryError, RedisError, ResponseError
from redis.exceptions import TimeoutError as RedisTimeoutError
from redis.retry import Retry

from timeline.store.commands import Argument
from timeline.store.errors import StoreDownError, StoreError, StoreFullError

_FULL = (
    "the store has no memory or disk left; nothing was kept: delete what is not needed, or give it more room"
)


@contextmanager
def _in_words() -> Iterator[None]:
    """Turn the client's errors into ours. MISCONF is what a server answers that cannot write to its disk."""
    try:
        yield
    except OutOfMemoryError as error:
        raise StoreFullError(_FULL) from error
    except (RedisConnectionError, RedisTimeoutError) as error:
        raise StoreDownError(f"the store does not answer: {error}") from error
    except ResponseError as error:
        if any(word in str(error) for word in ("OOM", "MISCONF")):
            raise StoreFullError(_FULL) from error
        raise StoreError(str(error)) from error
    except RedisError as error:
        raise StoreError(str(error)) from error


# The client's own types give each answer as text and bytes, awaited and not, all at once.
_Redis: Any = redis.Redis
_Pipeline: Any = Pipeline


class _Pipe(_Pipeline):  # type: ignore[misc]
    def execute(self, raise_on_error: bool = True) -> Any:
        with _in_words():
            return super().execute(raise_on_error)


class Client(_Redis):  # type: ignore[misc]
    """A Redis client that raises only `StoreError` and its kind, and whose pipelines do."""

    def execute_command(self, *args: Any, **options: Any) -> Any:
        """Send one command and give the answer."""
        with _in_words():
            return super().execute_command(*args, **options)

    def pipeline(self, transaction: bool = True, shard_hint: str | None = None) -> Any:
        """Give a pipeline on this client's connections."""
        return _Pipe(self.connection_pool, self.response_callbacks, transaction, shard_hint)

    def run(self, script: str, slot: str, *args: Argument) -> Any:
        """Run `scripts/<script>.lua` for the timeline whose keys start with `slot`, and give its answer."""
        return self.eval(_source(script), 1, slot, *args)


def connect(url: str) -> Client:
    """Open a client.

    On a lost connection commands are sent again for some seconds: every write does nothing the second time. A store
    that holds the connection and does not answer is waited for once, as nobody waits for several such times.
    """
    retry = Retry(ExponentialBackoff(cap=1, base=0.05), 8, supported_errors=(RedisConnectionError,))
    client: Client = Client.from_url(url, retry=retry, socket_timeout=10, socket_connect_timeout=5)
    return client


@cache
def _source(script: str) -> str:
    """Give a script with the functions that all share in front of it.

    The first line has the server refuse a script at its start when memory is full, so that none stops
    halfway; scripts that free memory are let through.
    """
    folder = resources.files("timeline.store") / "scripts"
    own = (folder / f"{script}.lua").read_text("utf-8")
    flags, _, body = own.partition("\n")
    return f"{flags}\n{(folder / 'shared.lua').read_text('utf-8')}\n{body}"
