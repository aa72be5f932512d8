"""How tasks travel: the settings that all Celery apps of this service share."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit

from timeline.store.outbox import READ, WEAVE

PREFIX = "tl:"


def broker_url(store_url: str) -> str:
    """Give the URL under which Celery knows the store; it says Unix sockets in another way."""
    parts = urlsplit(store_url)
    if parts.scheme != "unix":
        return store_url
    database = parse_qs(parts.query).get("db", ["0"])[0]
    return f"redis+socket://{parts.path}?virtual_host={database}"


def celery_settings(url: str) -> dict[str, object]:
    """Give Celery's settings for a broker at a `redis://` or `redis+socket://` URL.

    Nothing relies on the broker keeping a message: the outbox of the store is the truth, and the re-sender sends again
    what was lost.
    """
    return {"broker_url": url, **_MESSAGES, **_DELIVERY, **_CONNECTION, **_WORKERS}


# Messages carry ids only, and no results are kept. Each task has a queue of its own name, and workers serve the two in
# turn: weaving does not wait until all that was submitted is read.
_MESSAGES: Mapping[str, object] = {
    "task_queues": {READ: {}, WEAVE: {}},
    "task_routes": {READ: {"queue": READ}, WEAVE: {"queue": WEAVE}},
    "task_serializer": "json",
    "accept_content": ["json"],
    "result_backend": None,
    "result_accept_content": ["json"],
    "task_ignore_result": True,
    "worker_send_task_events": False,
    "task_send_sent_event": False,
}
# A message is done with when its task has ended, and comes again when its worker dies. A task is cut off before its
# lease ends (seconds; see `timeline.store.jobs`).
_DELIVERY: Mapping[str, object] = {
    "task_acks_late": True,
    "task_reject_on_worker_lost": True,
    "task_acks_on_failure_or_timeout": True,
    "worker_prefetch_multiplier": 1,
    "task_soft_time_limit": 50,
    "task_time_limit": 55,
}
# The broker is waited for however long it is away, and a task goes on meanwhile: what it commits counts, and what is
# delivered again does nothing. `unacked_mutex_expire` is short because a worker killed while it restores messages would
# block that for five minutes.
_CONNECTION: Mapping[str, object] = {
    "broker_connection_retry_on_startup": True,
    "broker_connection_max_retries": None,
    "worker_cancel_long_running_tasks_on_connection_loss": False,
    "broker_transport_options": {
        "visibility_timeout": 120,
        "unacked_restore_interval": 10,
        "unacked_restore_throttle": 1,
        "unacked_mutex_expire": 30,
        "health_check_interval": 25,
        "socket_keepalive": True,
        "socket_connect_timeout": 5,
        "socket_timeout": 30,
        "global_keyprefix": PREFIX,
    },
}
# A process that has read much, or holds much memory (KB), makes way for a new one.
_WORKERS: Mapping[str, object] = {
    "worker_max_tasks_per_child": 500,
    "worker_max_memory_per_child": 400_000,
    "worker_soft_shutdown_timeout": 4,
    "worker_enable_soft_shutdown_on_idle": True,
    "worker_hijack_root_logger": False,
}
