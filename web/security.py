"""What browsers are told to allow, and which requests are refused before anything reads them."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from flask import Flask, Response, current_app, request
from flask_wtf import CSRFProtect
from werkzeug.exceptions import BadRequest, Forbidden

from web.language import gettext as _

csrf = CSRFProtect()

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors {framed}"
)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_READING = ("GET", "HEAD", "OPTIONS")
_EMBEDDED = "pages.embed"


def attach(app: Flask) -> None:
    """Guard every request and mark every answer. `TRUSTED_HOSTS` may be names with commas between them."""
    if isinstance(names := app.config["TRUSTED_HOSTS"], str):
        app.config["TRUSTED_HOSTS"] = [name.strip() for name in names.split(",")]
    csrf.init_app(app)
    # In front of the check of form tokens, which reads the body.
    app.before_request_funcs.setdefault(None, [])[:0] = [_check_host, _check_origin]
    app.after_request(_mark)


def _check_host() -> None:
    """Refuse names that someone may have pointed at this machine from outside ("DNS rebinding").

    Addresses and names without a dot cannot be; any other must be among `TRUSTED_HOSTS`, which Flask checks.
    """
    host = urlsplit(f"//{request.host}").hostname or ""
    if current_app.config["TRUSTED_HOSTS"] or "." not in host or _is_address(host):
        return
    raise BadRequest(f"This service does not go by the name {host}: name it in TIMELINE_TRUSTED_HOSTS.")


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _check_origin() -> None:
    """Refuse what another site's page has a browser send here; programs send neither header."""
    if request.method in _READING:
        return
    origin = request.headers.get("Origin")
    foreign = request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none")
    if foreign or (origin is not None and urlsplit(origin).netloc != request.host):
        raise Forbidden(_("Another site's page sent this. Only this service's own pages may."))


def _mark(response: Response) -> Response:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    framed = "*" if request.endpoint == _EMBEDDED else "'none'"
    response.headers.setdefault("Content-Security-Policy", _POLICY.format(framed=framed))
    if response.mimetype in ("text/html", "application/json", "application/problem+json"):
        response.headers.setdefault("Cache-Control", "private, no-cache")
    return response
