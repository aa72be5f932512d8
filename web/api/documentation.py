"""The API's description, drawn from its routes and their docstrings, as OpenAPI 3.1 and as a page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.metadata import version

from flask import Blueprint, Flask, current_app, render_template
from flask.typing import ResponseReturnValue

from timeline.formats import FORMATS
from timeline.model import Certainty
from timeline.wire import Json, decode
from web.api.answers import answer
from web.api.once import HEADER, LONGEST

_documentation = Blueprint("documentation", __name__)
_PARAMETER = re.compile(r"<(\w+)>")
_FILTERS = ("from", "to", "source", "actor", "certainty", "q")
_QUERY: dict[str, Json] = {
    "from": {"schema": {"type": "string"}, "description": "First day, in any usual way of writing."},
    "to": {"schema": {"type": "string"}, "description": "Last day, inclusive."},
    "source": {"schema": {"type": "string"}, "description": "Only what this source reports."},
    "actor": {"schema": {"type": "string"}, "description": "Only where this name acts."},
    "certainty": {"schema": {"enum": [value.value for value in Certainty]}},
    "q": {
        "schema": {"type": "string"},
        "description": "Words of summary, quote or title, whatever the case.",
    },
    "cursor": {"schema": {"type": "string"}, "description": "The `next` of the page before."},
    "limit": {"schema": {"type": "integer", "minimum": 1, "maximum": 500, "default": 50}},
    "wait": {"schema": {"type": "number", "minimum": 0, "maximum": 30, "default": 0}},
    "format": {"schema": {"enum": list(FORMATS), "default": "json"}},
    "title": {"schema": {"type": "string"}, "description": "The title of the new timeline."},
    "published": {
        "schema": {"type": "string"},
        "description": "A publication date in any usual way of writing.",
    },
}


@dataclass(frozen=True, slots=True)
class _Call:
    """What a route takes and gives beyond what it says itself: names of schemas, "" for none."""

    gives: str
    takes: str = ""
    status: int = 200
    query: tuple[str, ...] = ()
    files: bool = False


_CALLS = {
    "timelines": _Call("TimelineList"),
    "create": _Call("Timeline", "Title", 201),
    "timeline": _Call("Timeline"),
    "rename": _Call("Timeline", "Title"),
    "delete": _Call("", status=204),
    "restore": _Call("Timeline"),
    "submit_to_new": _Call("Job", "Articles", 202, ("title",), files=True),
    "articles": _Call("ArticleList"),
    "submit": _Call("Job", "Articles", 202, files=True),
    "article": _Call("Article"),
    "redate": _Call("Job", "Published", 202),
    "remove": _Call("Job", status=202),
    "timexes": _Call("TimexList"),
    "article_events": _Call("EventList"),
    "article_differences": _Call("DifferenceList", query=("published",)),
    "job": _Call("Job", query=("wait",)),
    "cancel": _Call("Job"),
    "delete_job": _Call("Job"),
    "retry": _Call("Job", status=202),
    "events": _Call("EntryPage", query=(*_FILTERS, "cursor", "limit")),
    "event": _Call("Entry"),
    "density": _Call("Density", query=_FILTERS),
    "export": _Call("", query=(*_FILTERS, "format")),
    "corrections": _Call("CorrectionList"),
    "correct": _Call("Job", "Correction", 202),
    "undo": _Call("Job", status=202),
    "preview": _Call("Preview", "PreviewRequest"),
    "dates": _Call("Date", "DateRequest"),
}


def attach(app: Flask) -> None:
    """Serve the description at the root of the application."""
    app.register_blueprint(_documentation)


@_documentation.get("/openapi.json")
def openapi() -> ResponseReturnValue:
    """Give the description for programs."""
    return answer(document())


@_documentation.get("/docs")
def docs() -> ResponseReturnValue:
    """Give the description for people."""
    return render_template("docs.html", document=document())


@cache
def document() -> Json:
    """Give the OpenAPI document of the routes that the current application has."""
    paths: dict[str, Json] = {}
    for rule in current_app.url_map.iter_rules():
        blueprint, _, name = rule.endpoint.partition(".")
        if blueprint != "api":
            continue
        path = paths.setdefault(_PARAMETER.sub(r"{\1}", rule.rule), {})
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            summary = current_app.view_functions[rule.endpoint].__doc__ or ""
            path[method.lower()] = _operation(name, summary, sorted(rule.arguments))
    schemas = resources.files("web.api").joinpath("schemas.json").read_bytes()
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Event timeline",
            "version": version("timeline"),
            "description": "Articles go in, one ordered timeline comes out, each date with its reason.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {"schemas": decode(schemas)},
    }


def _operation(name: str, summary: str, in_path: list[str]) -> Json:
    call = _CALLS[name]
    parameters: list[Json] = [
        {"name": part, "in": "path", "required": True, "schema": {"type": "string"}} for part in in_path
    ]
    parameters += [{"name": part, "in": "query"} | _QUERY[part] for part in call.query]
    if call.files:
        parameters.append(_ONCE)
    operation: Json = {"operationId": name, "summary": summary, "parameters": parameters}
    if call.takes:
        content: Json = {"application/json": {"schema": _reference(call.takes)}}
        if call.files:
            content["multipart/form-data"] = {"schema": _UPLOAD}
        operation["requestBody"] = {"required": True, "content": content}
    failed = {"application/problem+json": {"schema": _reference("Problem")}}
    operation["responses"] = {
        str(call.status): _success(call),
        "default": {"description": "What is wrong, in words.", "content": failed},
    }
    return operation


_ONCE: Json = {
    "name": HEADER,
    "in": "header",
    "schema": {"type": "string", "minLength": 1, "maxLength": LONGEST},
    "description": "Sent again with the same key within a day, a request is not done again.",
}
_UPLOAD: Json = {
    "type": "object",
    "properties": {
        "file": {"type": "array", "items": {"type": "string", "format": "binary"}},
        "published": {"type": "string", "description": "Dates the files that name no date of their own."},
    },
}


def _success(call: _Call) -> Json:
    if call.gives:
        return {
            "description": call.gives,
            "content": {"application/json": {"schema": _reference(call.gives)}},
        }
    if call.status == 204:
        return {"description": "Done."}
    kinds: Json = {form.media_type: {} for form in FORMATS.values()}
    return {"description": "The file; the header Left-Out says what it does not hold.", "content": kinds}


def _reference(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}
