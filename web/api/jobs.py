"""Jobs: watched, cancelled, repeated."""

from __future__ import annotations

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from timeline.errors import InvalidInputError, Problem
from web.api.answers import RETRY_AFTER, accepted, answer, job_to_json
from web.storage import job_or_404, store

LONGEST_WAIT = 30.0
"""Seconds for which an answer is held at most; one of the server's threads waits with it."""


def route(api: Blueprint) -> None:
    """Add the calls."""
    api.get("/jobs/<job_id>")(job)
    api.post("/jobs/<job_id>/cancel")(cancel)
    api.delete("/jobs/<job_id>", endpoint="delete_job")(cancel)
    api.post("/jobs/<job_id>/retry")(retry)


def job(job_id: str) -> ResponseReturnValue:
    """A job; with `wait` the answer is held until the job ends, or for so many seconds."""
    found = job_or_404(job_id, _wait())
    headers = {} if found.state.final else {"Retry-After": str(RETRY_AFTER)}
    return answer(job_to_json(found), headers=headers)


def cancel(job_id: str) -> ResponseReturnValue:
    """End a job; what was read stays, the rest is dropped."""
    return answer(job_to_json(store().cancel(job_id)))


def retry(job_id: str) -> ResponseReturnValue:
    """Read the articles that had an error again, as a new job."""
    job_or_404(job_id)
    return accepted(store().retry(job_id))


def _wait() -> float:
    text = request.args.get("wait", "0")
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not seconds >= 0:  # not a number is neither
        raise InvalidInputError(Problem("/wait", "expected a number of seconds"))
    return min(seconds, LONGEST_WAIT)
