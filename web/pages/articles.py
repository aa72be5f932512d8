"""Articles: the list, the text with everything marked that was read in it, and another publication date."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from msgspec.structs import replace

from timeline import pipeline
from timeline.errors import InvalidInputError
from timeline.events.corrections import Change
from timeline.model import Article, Event
from timeline.published import Published, published_text, read_published
from timeline.tagger import tag
from web.correcting import correction_of
from web.dates import Words, date_words
from web.language import gettext as _
from web.marking import paragraphs
from web.pages.shared import remember_who, say, settle
from web.published_words import published_words
from web.storage import article_or_404, store, timeline_or_404


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
    """List the articles of a timeline."""
    info = timeline_or_404(timeline_id)
    return render_template("articles.html", info=info, articles=store().articles(timeline_id))


def article(timeline_id: str, article_id: str) -> ResponseReturnValue:
    """Show the whole text, with every expression and event marked."""
    found = article_or_404(timeline_id, article_id)
    events = store().events_of(timeline_id, article_id)
    return render_template(
        "article.html",
        info=timeline_or_404(timeline_id),
        article=found,
        published=published_words(Published(found.published, found.utc_offset)),
        paragraphs=paragraphs(found.text, tag(found), events),
        passing={event.id for event in events if event.minor and not store().entry(timeline_id, event.id)},
    )


@dataclass(frozen=True, slots=True)
class Difference:
    """An event that another publication date would date anew."""

    event: Event
    before: Words
    after: Words


def redate(timeline_id: str, article_id: str) -> ResponseReturnValue:
    """Show what another publication date would change, before it is used."""
    found = article_or_404(timeline_id, article_id)
    typed, problem, read = request.args.get("published", ""), "", None
    differences: tuple[Difference, ...] = ()
    if typed:
        try:
            read = read_published(typed)
            differences = _differences(found, read)
        except InvalidInputError as error:
            problem = error.problems[0].detail
    return render_template(
        "redate.html",
        info=timeline_or_404(timeline_id),
        article=found,
        published=published_words(Published(found.published, found.utc_offset)),
        typed=typed,
        problem=problem,
        words=published_words(read) if read else "",
        value=published_text(read.interval, read.utc_offset) if read else "",
        differences=differences,
    ), 400 if problem else 200


def redate_now(timeline_id: str, article_id: str) -> ResponseReturnValue:
    """Use another publication date; all that hangs on it is resolved anew."""
    article_or_404(timeline_id, article_id)
    read = read_published(request.form.get("published", ""))
    job = store().redate_article(timeline_id, article_id, read.interval, read.utc_offset)
    say(_("The article is dated %(when)s now.", when=published_words(read)))
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


def _differences(article: Article, published: Published) -> tuple[Difference, ...]:
    """Read the article under both dates and compare the events by their places in the text."""
    dated_anew = replace(article, published=published.interval, utc_offset=published.utc_offset)
    before = {(event.start, event.end): event for event in pipeline.read(article)}
    after = {(event.start, event.end): event for event in pipeline.read(dated_anew)}
    return tuple(
        Difference(
            event,
            date_words(event.when, event.bounds),
            date_words(after[place].when, after[place].bounds),
        )
        for place, event in before.items()
        if place in after and (after[place].when, after[place].bounds) != (event.when, event.bounds)
    )
