"""How the service is, for supervisors and for Prometheus."""

from __future__ import annotations

from flask import Blueprint, Flask, Response
from flask.typing import ResponseReturnValue

from timeline.service.broker import PREFIX
from timeline.wire import encode
from web.errors import problem
from web.storage import store

_health = Blueprint("health", __name__)


def attach(app: Flask) -> None:
    """Answer at the root of the application."""
    app.register_blueprint(_health)


@_health.get("/healthz")
def alive() -> ResponseReturnValue:
    """Say that the process answers, whatever the state of the rest."""
    return Response(encode({"status": "ok"}), content_type="application/json")


@_health.get("/readyz")
def ready() -> ResponseReturnValue:
    """Say whether articles can be taken in and read: the store answers and a worker gives signs of life."""
    store().ping()
    workers = store().workers()
    if not workers:
        return problem(503, "No worker is running: articles are taken in, and wait to be read.")
    return Response(encode({"status": "ok", "workers": workers}), content_type="application/json")


@_health.get("/metrics")
def metrics() -> ResponseReturnValue:
    """Give the figures of the whole service, which all web processes share, in Prometheus's text format."""
    outbox, timelines = store().outbox, store().timelines()
    figures = {
        "workers": ("Workers that give signs of life.", store().workers()),
        "timelines": ("Timelines that are not deleted.", len(timelines)),
        "articles": ("Articles on them.", sum(one.articles for one in timelines)),
        "entries": ("Entries on them.", sum(one.entries for one in timelines)),
        "batches_pending": ("Batches not read yet.", sum(outbox.pending(name) for name in outbox.active())),
        "messages_in_broker": ("Messages on their way to workers.", outbox.in_broker(PREFIX)),
    }
    lines = [
        f"# HELP timeline_{name} {text}\n# TYPE timeline_{name} gauge\ntimeline_{name} {value}\n"
        for name, (text, value) in figures.items()
    ]
    return Response("".join(lines), content_type="text/plain; version=0.0.4; charset=utf-8")
