"""What goes wrong, told to people as a page and to programs as problem details (RFC 9457)."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus

from flask import Flask, Response, current_app, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import (
    HTTPException,
    MethodNotAllowed,
    NotFound,
    RequestEntityTooLarge,
    SecurityError,
)

from timeline.errors import InvalidInputError, Problem
from timeline.store import (
    KeyBusyError,
    KeyTakenError,
    NotFoundError,
    StoreDownError,
    StoreError,
    StoreFullError,
)
from timeline.wire import Json, encode
from web.language import gettext as _

_FOR_PROGRAMS = ("api", "health")
_DRAINED = 64_000_000  # bytes
_LONGEST = 200  # characters of an address that an answer repeats
_STATUS: dict[type[StoreError], HTTPStatus] = {
    KeyBusyError: HTTPStatus.CONFLICT,
    KeyTakenError: HTTPStatus.UNPROCESSABLE_ENTITY,
    NotFoundError: HTTPStatus.NOT_FOUND,
    StoreDownError: HTTPStatus.SERVICE_UNAVAILABLE,
    StoreFullError: HTTPStatus.INSUFFICIENT_STORAGE,
}


def attach(app: Flask) -> None:
    """Have every error answered in words, and none as an empty page."""
    app.register_error_handler(InvalidInputError, _invalid_input)
    app.register_error_handler(StoreError, _store_error)
    app.register_error_handler(RequestEntityTooLarge, _too_large)
    app.register_error_handler(SecurityError, _strange_name)
    app.register_error_handler(HTTPException, _http_error)


def problem(status: int, detail: str, errors: Sequence[Problem] = ()) -> Response:
    """Give an answer that programs can read; `errors` point to the fields that are to blame."""
    body: dict[str, object] = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
    }
    if errors:
        body["errors"] = [_error_to_json(error) for error in errors]
    return Response(encode(body), status, content_type="application/problem+json")


def _error_to_json(error: Problem) -> Json:
    told: Json = {"pointer": error.pointer, "detail": error.detail}
    return told | {"readings": list(error.readings)} if error.readings else told


def _answer(
    status: int, detail: str, errors: Sequence[Problem] = (), *, words: str = ""
) -> ResponseReturnValue:
    """Answer programs with the detail, people with a page that tells it in `words` where there are some."""
    if request.path.startswith("/api/") or request.blueprint in _FOR_PROGRAMS:
        return problem(status, detail, errors)
    return render_template("error.html", status=status, detail=words or detail, errors=errors), status


def _invalid_input(error: InvalidInputError) -> ResponseReturnValue:
    return _answer(HTTPStatus.BAD_REQUEST, str(error), error.problems)


def _store_error(error: StoreError) -> ResponseReturnValue:
    status = next((status for kind, status in _STATUS.items() if isinstance(error, kind)), 500)
    return _answer(status, str(error), words=_store_words(error))


def _store_words(error: StoreError) -> str:
    match error:
        case NotFoundError():
            return _("What this leads to is not here, or not any more.")
        case StoreFullError():
            return _(
                "There is no room left, and nothing was kept: delete what is not needed, or give the store more."
            )
    return _("The store does not answer. What was kept is safe: try again in a moment.")


def _too_large(error: RequestEntityTooLarge) -> ResponseReturnValue:
    """Name the limit; what was sent is read to its end, else the sender may see a broken connection instead."""
    stream, left = request.environ["wsgi.input"], _DRAINED
    while left > 0 and (chunk := stream.read(min(left, 65_536))):
        left -= len(chunk)
    limit = f"{current_app.config['MAX_CONTENT_LENGTH'] / 1_000_000:.0f} MB"
    return _answer(
        error.code or 413,
        _("No more than %(limit)s can be sent at once. Nothing of it was kept.", limit=limit),
    )


def _strange_name(error: SecurityError) -> ResponseReturnValue:
    """Answer without a page: under a name that is not this service's own, no address can be written."""
    return problem(HTTPStatus.BAD_REQUEST, error.description or "")


def _http_error(error: HTTPException) -> ResponseReturnValue:
    if error.code is None or error.code < 400:
        return error
    words = _("No page has this address.") if error.code == 404 and not request.endpoint else ""
    detail = _no_such_call(error) or error.description or error.name
    answer = current_app.make_response(_answer(error.code, detail, words=words))
    for name, value in error.get_headers():
        if name not in ("Content-Type", "Content-Length"):
            answer.headers[name] = value
    return answer


def _no_such_call(error: HTTPException) -> str:
    """Say which call was meant where no route has the address or the method, "" where something else is wrong."""
    call = f"{request.method} {request.path[:_LONGEST]}"
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        return f"There is no {call}: this address takes {', '.join(sorted(error.valid_methods))}."
    if isinstance(error, NotFound) and not request.endpoint:
        return f"There is no {call}: /openapi.json lists every call, /docs explains them."
    return ""
