"""The first page: articles come in here, and the timelines are listed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from threading import Thread

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError

from timeline.errors import Problem
from timeline.files import SUFFIXES
from timeline.published import prepare
from timeline.service.samples import submit_samples
from timeline.store import Job
from web.drafts import Draft, draft_of, drafts_of, drafts_of_files
from web.language import gettext as _
from web.language import ngettext
from web.pages.shared import say
from web.storage import store
from web.typed import MAX_TITLE

_FORM = 100_000  # bytes that a form takes beside its articles
_FORM_OF_ONE = 2_000  # and for each article beside its text
_BLANK = draft_of("", "", "", "")
"""The fields of an article that nothing has been typed into."""


def route(pages: Blueprint) -> None:
    """Add the pages."""
    pages.get("/")(home)
    pages.post("/submit")(submit)
    pages.post("/samples")(samples)


@cache
def _prepare_for_dates() -> None:
    """Load in the background, once a process, what dates are typed in: the form that was opened takes one soon."""
    Thread(target=prepare, daemon=True).start()


def home() -> ResponseReturnValue:
    """Show the form and the list of timelines."""
    _prepare_for_dates()
    return _home((_BLANK,), chosen=request.args.get("timeline", ""))


def submit() -> ResponseReturnValue:
    """Take the articles in, once each publication date has been shown back as it is understood."""
    typed = drafts_of(request.form)
    published = "" if typed else request.form.get("published", "")  # that of another article dates no file
    dropped, problems = drafts_of_files(request.files.getlist("file"), published)
    drafts = (*typed, *dropped)
    chosen = request.form.get("timeline", "")
    if "more" in request.form and not problems:
        return _home((*drafts, _BLANK), chosen)
    if not drafts and not problems:
        first = draft_of("", "", request.form.get("source", ""), published)
        return _home((first,), chosen, submitted=True), 400
    shown = _to_be_shown(drafts, problems)
    if not _can_be_sent_back(shown):
        return _review((), (*problems, _too_much()), chosen), 413
    waiting = {id(draft) for draft in shown}
    taken = [draft for draft in drafts if id(draft) not in waiting]
    job = _take_in(taken, chosen) if taken else None
    if job and not shown and not problems:
        return redirect(url_for("pages.job", job_id=job.id, follow=1), 303)
    wrong = bool(problems) or any(draft.problems for draft in shown)
    return _review(shown, problems, job.timeline if job else chosen, job), 400 if wrong else 200


def samples() -> ResponseReturnValue:
    """Add the sample timelines."""
    submit_samples(store())
    say(_("The examples are being read."))
    return redirect(url_for("pages.home"), 303)


def token_missing(_error: CSRFError) -> ResponseReturnValue:
    """Answer a form whose token is missing or too old; articles that came with it are shown again, not lost."""
    words = _(
        "The form was open for too long, or cookies are off. Nothing was kept: please send it once more."
    )
    problems = (Problem("", words),)
    if request.endpoint == "pages.submit":
        return _review(drafts_of(request.form), problems, request.form.get("timeline", "")), 400
    return render_template("error.html", status=400, detail=words, errors=problems), 400


def _home(drafts: tuple[Draft, ...], chosen: str, *, submitted: bool = False) -> str:
    return render_template(
        "home.html",
        suffixes=SUFFIXES,
        drafts=drafts,
        blank=_BLANK,
        name=request.form.get("timeline_title", ""),
        timelines=store().timelines(),
        deleted=store().deleted_timelines(),
        chosen=chosen,
        submitted=submitted,
    )


def _to_be_shown(drafts: tuple[Draft, ...], problems: tuple[Problem, ...]) -> tuple[Draft, ...]:
    """Give the articles whose dates somebody must look at: all, unless each is settled and nothing is wrong.

    Of more text than a form can send back, that is what no file dates itself.
    """
    if not problems and all(draft.settled for draft in drafts):
        return ()
    return drafts if _can_be_sent_back(drafts) else tuple(draft for draft in drafts if not draft.dated)


def _can_be_sent_back(drafts: tuple[Draft, ...]) -> bool:
    most = int(current_app.config["MAX_CONTENT_LENGTH"]) - _FORM
    return sum(len(one.text.encode()) + one.text.count("\n") + _FORM_OF_ONE for one in drafts) <= most


def _too_much() -> Problem:
    told = _(
        "These are too many texts without a date of their own to be looked at together: send fewer at once."
    )
    return Problem("", told)


def _take_in(drafts: Sequence[Draft], chosen: str) -> Job:
    """Have articles read, onto the chosen timeline or a new one."""
    articles = {draft.article.id: draft.article for draft in drafts if draft.article is not None}
    known = {info.id for info in store().articles(chosen)} if chosen else set()
    timeline_id = chosen or store().create_timeline(_title(drafts)).id
    job = store().submit(timeline_id, tuple(articles.values()))
    _say_twice(len(drafts) - len(articles.keys() - known))
    return job


def _review(
    drafts: tuple[Draft, ...], problems: tuple[Problem, ...], chosen: str, taken: Job | None = None
) -> str:
    """Show the dates as they are understood, first those that somebody must mend; `taken` is what needs no look."""
    info = store().timeline(chosen) if chosen else None
    return render_template(
        "review.html",
        drafts=sorted(drafts, key=lambda draft: not draft.problems),
        problems=problems,
        info=info,
        taken=taken,
        timeline_title=_title(drafts) if drafts else request.form.get("timeline_title", ""),
    )


def _say_twice(count: int) -> None:
    """Say how many articles came that were there already."""
    if count:
        say(
            ngettext(
                "%(num)d article was here already and counts once.",
                "%(num)d articles were here already and count once.",
                count,
            )
        )


def _title(drafts: Sequence[Draft]) -> str:
    """Name a new timeline: as was asked, else by its first article."""
    wanted = request.form.get("timeline_title", "") or drafts[0].title or drafts[0].source
    return " ".join(wanted.split())[:MAX_TITLE] or _("Untitled timeline")
