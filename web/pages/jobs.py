"""A job's page: how far it is, what went wrong, and what can be done about it."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from timeline.store import JobState, Stage
from web.storage import job_or_404, store


def route(pages: Blueprint) -> None:
    """Add the pages."""
    pages.get("/jobs/<job_id>")(job)
    pages.post("/jobs/<job_id>/cancel")(cancel_job)
    pages.post("/jobs/<job_id>/retry")(retry_job)


def job(job_id: str) -> ResponseReturnValue:
    """Show how a job goes; with `follow` go on to the timeline when all of it has been read."""
    found = job_or_404(job_id)
    if "follow" in request.args and found.state is JobState.DONE and not found.errors:
        return redirect(url_for("pages.timeline", timeline_id=found.timeline))
    info = store().timeline(found.timeline)
    articles = sorted(store().progress(job_id), key=lambda one: one.stage is not Stage.FAILED)
    return render_template("job.html", job=found, info=info, articles=articles)


def cancel_job(job_id: str) -> ResponseReturnValue:
    """End a job; what was read stays."""
    job_or_404(job_id)
    store().cancel(job_id)
    return redirect(url_for("pages.job", job_id=job_id), 303)


def retry_job(job_id: str) -> ResponseReturnValue:
    """Read the articles that had an error again."""
    job_or_404(job_id)
    return redirect(url_for("pages.job", job_id=store().retry(job_id).id, follow=1), 303)
