"""The HTTP API under `/api/v1`, and the description of it."""

from __future__ import annotations

from flask import Blueprint, Flask

from web.api import articles, corrections, documentation, events, jobs, preview, timelines
from web.security import csrf

PREFIX = "/api/v1"


def attach(app: Flask) -> None:
    """Answer the API's calls. It needs no form token: no cookie gives a call more rights than another has."""
    api = Blueprint("api", __name__, url_prefix=PREFIX)
    for part in (timelines, articles, jobs, events, corrections, preview):
        part.route(api)
    csrf.exempt(api)
    app.register_blueprint(api)
    documentation.attach(app)
