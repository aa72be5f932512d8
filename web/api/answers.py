"""What all calls of the API share: bodies read strictly, answers that a client may keep and ask about again."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Response, request, url_for
from werkzeug.exceptions import UnsupportedMediaType

from timeline.errors import InvalidInputError, Problem
from timeline.published import published_text
from timeline.store import ArticleInfo, Job, JobState, TimelineInfo
from timeline.wire import Json, decode, encode

_KINDS: dict[type, str] = {str: "a string", list: "a list"}
_REPEATABLE = (JobState.DONE, JobState.FAILED)
RETRY_AFTER = 1
"""Seconds after which asking for a job again is worth while."""


def answer(value: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """Give JSON, with an entity tag; unchanged since the client last asked, it is not sent again."""
    response = Response(encode(value), status, headers, content_type="application/json")
    if status == 200 and request.method == "GET":
        response.add_etag()
        response.make_conditional(request)
    return response


def body() -> object:
    """Give the JSON document that was sent; raises `InvalidInputError` for what is none."""
    if not request.is_json:
        raise UnsupportedMediaType("Send JSON, with Content-Type: application/json.")
    return decode(request.get_data())


def fields(**kinds: type) -> dict[str, object]:
    """Give the named fields of the object that was sent; raises with each that is not of its kind."""
    value = body()
    if not isinstance(value, dict):
        raise InvalidInputError(Problem("", "expected an object"))
    found = {name: value[name] for name in kinds if value.get(name) is not None}
    problems = [
        Problem(f"/{name}", f"expected {_KINDS[kinds[name]]}")
        for name, given in found.items()
        if not isinstance(given, kinds[name])
    ]
    if problems:
        raise InvalidInputError(*problems)
    return found


def accepted(job: Job) -> Response:
    """Answer that the work is taken on, and where its state is told."""
    headers = {"Location": url_for("api.job", job_id=job.id), "Retry-After": str(RETRY_AFTER)}
    return answer(job_to_json(job), 202, headers)


def job_to_json(job: Job) -> Json:
    """Write a job. Its moments are UTC milliseconds since 1970."""
    return {
        "id": job.id,
        "state": job.state.value,
        "progress": {"done": job.done, "total": job.total},
        "errors": [
            {"article": error.article, "title": error.title, "message": error.message} for error in job.errors
        ],
        "created": job.created,
        "finished": job.finished,
        "links": {
            "self": url_for("api.job", job_id=job.id),
            "timeline": url_for("api.timeline", timeline_id=job.timeline),
            "cancel": url_for("api.cancel", job_id=job.id),
        }
        | ({"retry": url_for("api.retry", job_id=job.id)} if job.state in _REPEATABLE and job.errors else {}),
    }


def timeline_to_json(info: TimelineInfo) -> Json:
    """Write a timeline without its entries."""
    return {
        "id": info.id,
        "title": info.title,
        "created": info.created,
        "articles": info.articles,
        "entries": info.entries,
        "links": {
            "self": url_for("api.timeline", timeline_id=info.id),
            "articles": url_for("api.articles", timeline_id=info.id),
            "events": url_for("api.events", timeline_id=info.id),
            "page": url_for("pages.timeline", timeline_id=info.id),
        },
    }


def article_info_to_json(info: ArticleInfo) -> Json:
    """Write an article without its text."""
    return {
        "id": info.id,
        "title": info.title,
        "source": info.source,
        "url": info.url,
        "published": published_text(info.published),
        "characters": info.characters,
        "events": info.events,
        "failure": info.failure or None,
    }
