"""The pages and the API, a Flask application on top of the store."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Flask

from timeline.service.settings import store_url
from timeline.store import Store
from web import api, errors, health, language, pages, security, storage
from web.sending import sender

_LIMIT = 8_000_000
_DEFAULTS = {
    "MAX_CONTENT_LENGTH": _LIMIT,
    "MAX_FORM_MEMORY_SIZE": _LIMIT,
    "MAX_FORM_PARTS": 100_000,  # seven for each article that is shown again; its bytes are what is limited
    "SESSION_COOKIE_NAME": "timeline",
    "SESSION_COOKIE_SAMESITE": "Lax",
    "WTF_CSRF_TIME_LIMIT": None,  # a form left open over lunch must not lose what was typed into it
}


def create_app(config: Mapping[str, object] | None = None) -> Flask:
    """Give the application; `STORE_URL` in `config` names the store, else the environment does."""
    app = Flask(__name__)
    app.config.from_mapping(_DEFAULTS)
    app.config.from_prefixed_env("TIMELINE")
    app.config.from_mapping(config or {})
    url = str(app.config.get("STORE_URL") or store_url())
    storage.attach(app, Store.connect(url, sender(url)))
    for part in (security, errors, language, health, api, pages):
        part.attach(app)
    return app
