"""Articles: the list, the text with everything marked that was read in it, and another publication date."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from timeline.errors import InvalidInputError
from timeline.events.corrections import Change
from timeline.model import Article, Event, Published
from timeline.published import published_text, read_published
from timeline.redating import differences
from timeline.store import ArticleInfo
from timeline.tagger import tag
from web.correcting import correction_of, redating
from web.dates import Words, date_words
from web.language import gettext as _
from web.language import ngettext
from web.marking import paragraphs
from web.pages.shared import remember_who, say, settle, typed_date
from web.problems import problem_words
from web.published_words import Possible, possible_dates, published_words
from web.storage import article_or_404, store, timeline_or_404

_NUMBER = re.compile(r"(\d{1,18})")
PER_PAGE = 100
"""Articles on one page of their list, which so stays under 100 KB."""


def route(pages: Blueprint) -> None:
    """Add the pages."""
    one = "/timelines/<timeline_id>/articles/<article_id>"
    pages.get("/timelines/<timeline_id>/articles")(articles)
    pages.get(one)(article)
    pages.get(f"{one}/date")(redate)
    pages.post(f"{one}/date")(redate_now)
    pages.post(f"{one}/remove")(remove)
    pages.post(f"{one}/show")(show_event)


def articles(timeline_id: str) -> ResponseReturnValue:
    """List the articles of a timeline, a page at a time, in the order that is asked for."""
    info = timeline_or_404(timeline_id)
    sort = request.args.get("sort", "")
    order = _ORDERS.get(sort, _ORDERS[""])
    found = sorted(store().articles(timeline_id), key=order)
    pages = max(1, -(-len(found) // PER_PAGE))
    number = min(max(request.args.get("page", 1, int), 1), pages)
    return render_template(
        "articles.html",
        info=info,
        articles=found[(number - 1) * PER_PAGE : number * PER_PAGE],
        sort=sort if sort in _ORDERS else "",
        number=number,
        pages=pages,
    )


def _by_title(info: ArticleInfo) -> tuple[list[str | int], int]:
    """Give what titles are sorted by: numbers in them as numbers, so that 2 comes before 10."""
    parts = _NUMBER.split((info.title or info.source).casefold())
    return [int(part) if place % 2 else part for place, part in enumerate(parts)], info.published.start


_ORDERS: Mapping[str, Callable[[ArticleInfo], Any]] = {
    "": lambda info: (info.published.start, _by_title(info)),
    "title": _by_title,
    "source": lambda info: (info.source.casefold(), info.published.start, _by_title(info)),
    "events": lambda info: (-info.events, _by_title(info)),
    "added": lambda _info: 0,  # as the store gives them
}
"""What articles are listed by; the first is what they are listed by unless another is asked for."""


def article(timeline_id: str, article_id: str) -> ResponseReturnValue:
    """Show the whole text, with every expression and event marked."""
    found = article_or_404(timeline_id, article_id)
    events = store().events_of(timeline_id, article_id)
    passing = {event.id for event in events if event.minor and not store().entry(timeline_id, event.id)}
    return render_template(
        "article.html",
        info=timeline_or_404(timeline_id),
        article=found,
        published=published_words(Published(found.published, found.utc_offset)),
        paragraphs=paragraphs(found.text, tag(found), events),
        passing=passing,
        told=sorted((event for event in events if event.id not in passing), key=_moment),
    )


def _moment(event: Event) -> tuple[int, int]:
    """Give what the events of one article are listed by: the date, else where it must be over at the latest."""
    return (event.when.start if event.when else event.bounds.end - 1), event.order


@dataclass(frozen=True, slots=True)
class Redated:
    """An event that another publication date would date anew, with both dates in words."""

    event: Event
    before: Words
    after: Words


def redate(timeline_id: str, article_id: str) -> ResponseReturnValue:
    """Show what another publication date would change, before it is used."""
    found = article_or_404(timeline_id, article_id)
    typed, problem, read = typed_date(request.args, "published"), "", None
    readings: tuple[Possible, ...] = ()
    changes: tuple[Redated, ...] = ()
    if typed:
        try:
            read = read_published(typed)
            changes = _redated(found, read)
        except InvalidInputError as error:
            problem, readings = problem_words(error.problems[0]), possible_dates(error.problems[0])
    return render_template(
        "redate.html",
        info=timeline_or_404(timeline_id),
        article=found,
        published=published_words(Published(found.published, found.utc_offset)),
        typed=typed,
        problem=problem,
        readings=readings,
        words=published_words(read) if read else "",
        value=published_text(read.interval, read.utc_offset) if read else "",
        differences=changes,
    ), 400 if problem else 200


def redate_now(timeline_id: str, article_id: str) -> ResponseReturnValue:
    """Use another publication date; all that hangs on it is resolved anew."""
    found = article_or_404(timeline_id, article_id)
    read = read_published(request.form.get("published", ""))
    correction = redating(found, read, who=remember_who(), note=request.form.get("note", ""))
    job = store().correct(timeline_id, correction)
    undo = url_for("pages.undo", timeline_id=timeline_id, correction_id=correction.id)
    moved = len(differences(found, read))
    now = _("The article is dated %(when)s now.", when=published_words(read))
    anew = ngettext("%(num)d event is dated anew.", "%(num)d events are dated anew.", moved)
    say(f"{now} {anew}", undo)
    there = url_for("pages.article", timeline_id=timeline_id, article_id=article_id)
    return settle(job) or redirect(there, 303)


def show_event(timeline_id: str, article_id: str) -> ResponseReturnValue:
    """Put what an article tells in passing onto the timeline: a person vouches for it."""
    article_or_404(timeline_id, article_id)
    event = request.form.get("event", "")
    correction = correction_of(Change.CONFIRM, who=remember_who(), events=(event,) if event else ())
    job = store().correct(timeline_id, correction)
    undo = url_for("pages.undo", timeline_id=timeline_id, correction_id=correction.id)
    say(_("It is on the timeline now."), undo)
    there = url_for("pages.article", timeline_id=timeline_id, article_id=article_id)
    return settle(job) or redirect(f"{there}#ev-{event}", 303)


def remove(timeline_id: str, article_id: str) -> ResponseReturnValue:
    """Take an article and its evidence off the timeline."""
    found = article_or_404(timeline_id, article_id)
    job = store().remove_article(timeline_id, article_id)
    say(_("“%(title)s” and what it reported are off the timeline.", title=found.title or found.id))
    return settle(job) or redirect(url_for("pages.articles", timeline_id=timeline_id), 303)


def _redated(article: Article, published: Published) -> tuple[Redated, ...]:
    return tuple(
        Redated(
            one.before,
            date_words(one.before.when, one.before.bounds),
            date_words(one.after.when, one.after.bounds),
        )
        for one in differences(article, published)
    )
