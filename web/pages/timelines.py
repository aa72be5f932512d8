"""A timeline: its page, the same to embed, its drawing, its ways out, and its name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from timeline.formats import FORMATS
from timeline.store import Survey
from web.cards import cards
from web.export import everything
from web.language import gettext as _
from web.ledger import applied, ledger
from web.overview import MOST_BARS, Overview, of_days, of_entries
from web.pages.shared import back, say
from web.query import View, view_of
from web.storage import store, timeline_or_404
from web.typed import title_of
from web.zoom import zooms

PER_PAGE = 20
"""Few enough that the page with its drawing stays under 100 KB."""

MOST_PRINTED = 500
"""The most entries that are laid out for paper at once."""


def route(pages: Blueprint) -> None:
    """Add the pages."""
    pages.get("/timelines/<timeline_id>")(timeline)
    pages.get("/timelines/<timeline_id>/embed")(embed)
    pages.get("/timelines/<timeline_id>/print")(printed)
    pages.get("/timelines/<timeline_id>/overview.svg")(overview_file)
    pages.get("/timelines/<timeline_id>/share")(share)
    pages.post("/timelines/<timeline_id>/rename")(rename)
    pages.post("/timelines/<timeline_id>/delete")(delete)
    pages.post("/timelines/<timeline_id>/restore")(restore)
    pages.post("/timelines/<timeline_id>/erase")(erase)


def timeline(timeline_id: str) -> ResponseReturnValue:
    """Show the timeline, or the part of it that the filters leave."""
    info = timeline_or_404(timeline_id)
    view = view_of(request.args, PER_PAGE)
    survey = store().survey(timeline_id, view.query)
    shown = _laid_out(timeline_id, view, survey)
    drawn = shown["overview"]
    body = render_template(
        "timeline.html",
        info=info,
        view=view,
        **shown,
        zooms=zooms(drawn) if drawn else (),
        facets=survey.facets,
        applied=applied(view),
        reading=_reading(timeline_id),
    )
    return body, 400 if view.problems else 200


@dataclass(frozen=True, slots=True)
class Reading:
    """How far the reading of articles is, all jobs together; `job` is the id of the one to follow, the oldest."""

    job: str
    done: int
    total: int


def _reading(timeline_id: str) -> Reading | None:
    """Give how far it is, None where no job is at work."""
    at_work = [job for job in store().jobs(timeline_id) if not job.state.final]
    if not at_work:
        return None
    return Reading(at_work[-1].id, sum(job.done for job in at_work), sum(job.total for job in at_work))


def embed(timeline_id: str) -> ResponseReturnValue:
    """Show the same without anything that changes it, for a frame on another page."""
    info = timeline_or_404(timeline_id)
    view = view_of(request.args, PER_PAGE)
    shown = _laid_out(timeline_id, view, store().survey(timeline_id, view.query))
    return render_template("embed.html", info=info, view=view, **shown, framed=True)


def printed(timeline_id: str) -> ResponseReturnValue:
    """Lay the whole view out for paper, on one page."""
    info = timeline_or_404(timeline_id)
    view = view_of(request.args, MOST_PRINTED).checked()
    shown = _laid_out(timeline_id, view, store().survey(timeline_id, view.query))
    return render_template(
        "print.html", info=info, view=view, **shown, applied=applied(view), most=MOST_PRINTED
    )


def _laid_out(timeline_id: str, view: View, survey: Survey) -> dict[str, Any]:
    """Give the templates the entries of a view, its drawing and how sure its dates are."""
    return {
        "page": survey.page,
        "cards": cards(timeline_id, survey.page.entries),
        "overview": _overview(timeline_id, view, survey),
        "ledger": ledger(view, survey.certainties),
    }


def overview_file(timeline_id: str) -> ResponseReturnValue:
    """Give the drawing as a file that stands alone."""
    info = timeline_or_404(timeline_id)
    view = view_of(request.args, PER_PAGE).checked()
    drawn = _overview(timeline_id, view, store().survey(timeline_id, view.query))
    body = render_template("overview_file.svg", overview=drawn, info=info, view=view)
    headers = {"Content-Disposition": 'attachment; filename="timeline.svg"'}
    return Response(body, headers=headers, content_type="image/svg+xml")


def share(timeline_id: str) -> ResponseReturnValue:
    """Offer the view in every format, each with what it leaves out."""
    info = timeline_or_404(timeline_id)
    view = view_of(request.args, PER_PAGE).checked()
    entries = everything(timeline_id, view)
    forms = [(form, form.leaves_out(entries)) for form in FORMATS.values()]
    return render_template(
        "share.html", info=info, view=view, total=len(entries), forms=forms, most_printed=MOST_PRINTED
    )


def rename(timeline_id: str) -> ResponseReturnValue:
    """Change the title."""
    info = store().rename_timeline(timeline_id, title_of(request.form.get("title")))
    say(_("The timeline is now called “%(title)s”.", title=info.title))
    return back(url_for("pages.timeline", timeline_id=timeline_id))


def delete(timeline_id: str) -> ResponseReturnValue:
    """Take the timeline off the list; that can be undone for a week."""
    info = timeline_or_404(timeline_id)
    store().delete_timeline(timeline_id)
    undo = url_for("pages.restore", timeline_id=timeline_id)
    say(_("“%(title)s” is deleted. For a week it can be restored.", title=info.title), undo)
    return redirect(url_for("pages.home"), 303)


def restore(timeline_id: str) -> ResponseReturnValue:
    """Undo a deletion."""
    info = store().restore_timeline(timeline_id)
    say(_("“%(title)s” is back.", title=info.title))
    return redirect(url_for("pages.timeline", timeline_id=timeline_id), 303)


def erase(timeline_id: str) -> ResponseReturnValue:
    """Erase what is deleted already, for good."""
    store().erase_timeline(timeline_id)
    say(_("It is erased, with all of its articles."))
    return redirect(url_for("pages.home"), 303)


def _overview(timeline_id: str, view: View, survey: Survey) -> Overview | None:
    """Draw the view: entry by entry where they are few, else how many there are."""
    window = (view.query.first_day, view.query.last_day)
    page = survey.page
    if page.total <= MOST_BARS:
        all_of_it = page.entries if len(page.entries) == page.total else everything(timeline_id, view)
        if drawn := of_entries(all_of_it, window):
            return drawn
    return of_days(survey.days, window)
