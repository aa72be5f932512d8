"""How tasks travel: the names of the two tasks and the settings that every Celery app of this service shares."""

from __future__ import annotations

READ = "timeline.read"  # (timeline id, batch id): read the articles of a batch
WEAVE = "timeline.weave"  # (timeline id): merge what was read into the entries

PREFIX = "tl:"


def celery_settings(url: str) -> dict[str, object]:
    """Give Celery's settings for a broker at a `redis://` or `redis+socket://` URL.

    Messages carry ids only, no results are kept, and nothing relies on the broker keeping a message: the store's
    outbox is the truth, and the re-sender sends again what was lost. Hence `task_ignore_result` and short
    `unacked` times: by default a worker killed while it restores messages would block that for five minutes.
    """
    return {
        "broker_url": url,
        "result_backend": None,
        "task_ignore_result": True,
        "task_serializer": "json",
        "accept_content": ["json"],
        "result_accept_content": ["json"],
        "task_acks_late": True,
        "task_reject_on_worker_lost": True,
        "task_acks_on_failure_or_timeout": True,
        "worker_prefetch_multiplier": 1,
        "task_soft_time_limit": 240,
        "task_time_limit": 300,
        "broker_transport_options": {
            "visibility_timeout": 900,
            "unacked_restore_interval": 10,
            "unacked_restore_throttle": 1,
            "unacked_mutex_expire": 30,
            "health_check_interval": 25,
            "socket_keepalive": True,
            "socket_connect_timeout": 5,
            "socket_timeout": 30,
            "global_keyprefix": PREFIX,
        },
        "broker_connection_retry_on_startup": True,
        "broker_connection_max_retries": None,
        "worker_cancel_long_running_tasks_on_connection_loss": True,
        "worker_soft_shutdown_timeout": 4,
        "worker_enable_soft_shutdown_on_idle": True,
        "worker_max_tasks_per_child": 500,
        "worker_max_memory_per_child": 400_000,
        "worker_send_task_events": False,
        "task_send_sent_event": False,
        "worker_hijack_root_logger": False,
    }
