"""Articles: taken in as JSON or as files, listed, read again with another date, removed."""

from __future__ import annotations

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from timeline.archive import unpacked
from timeline.errors import InvalidInputError, Problem
from timeline.files import articles_from_file
from timeline.model import Article
from timeline.published import published_text, read_published
from timeline.redating import differences
from timeline.tagger import tag
from timeline.wire import article_to_json, articles_from_json, event_to_json, timex_to_json
from web.api.answers import accepted, answer, article_info_to_json, body, fields
from web.api.once import once
from web.correcting import redating
from web.storage import article_or_404, store, timeline_or_404


def route(api: Blueprint) -> None:
    """Add the calls."""
    one = "/timelines/<timeline_id>/articles/<article_id>"
    api.post("/articles")(submit_to_new)
    api.get("/timelines/<timeline_id>/articles")(articles)
    api.post("/timelines/<timeline_id>/articles")(submit)
    api.get(one)(article)
    api.patch(one)(redate)
    api.delete(one)(remove)
    api.get(f"{one}/timexes")(timexes)
    api.get(f"{one}/events")(article_events)
    api.get(f"{one}/differences")(article_differences)


def articles(timeline_id: str) -> ResponseReturnValue:
    """The articles of a timeline without their texts, in the order in which they came."""
    timeline_or_404(timeline_id)
    return answer({"articles": [article_info_to_json(info) for info in store().articles(timeline_id)]})


def submit(timeline_id: str) -> ResponseReturnValue:
    """Take in one article, a list of them, or files: all or, on any error, none."""
    timeline_or_404(timeline_id)
    sent = _sent()
    return accepted(once(sent, lambda: store().submit(timeline_id, sent)))


def submit_to_new() -> ResponseReturnValue:
    """Take in articles as a new timeline."""
    sent = _sent()
    title = request.args.get("title") or sent[0].title or "Untitled timeline"
    return accepted(once(sent, lambda: store().submit(store().create_timeline(title).id, sent)))


def article(timeline_id: str, article_id: str) -> ResponseReturnValue:
    """One article with its text."""
    return answer(article_to_json(article_or_404(timeline_id, article_id)))


def redate(timeline_id: str, article_id: str) -> ResponseReturnValue:
    """Correct the publication date; all that hangs on it is resolved anew. The correction can be taken back."""
    found = article_or_404(timeline_id, article_id)
    given = {name: str(value) for name, value in fields(published=str, who=str, note=str).items()}
    when = read_published(given.get("published", ""))
    correction = redating(found, when, who=given.get("who", ""), note=given.get("note", ""))
    return accepted(store().correct(timeline_id, correction))


def article_differences(timeline_id: str, article_id: str) -> ResponseReturnValue:
    """What another publication date would change: each event as it is dated now, and as it would be."""
    found = article_or_404(timeline_id, article_id)
    when = read_published(request.args.get("published", ""))
    both = [
        {"before": event_to_json(one.before, found.text), "after": event_to_json(one.after, found.text)}
        for one in differences(found, when)
    ]
    return answer({"published": published_text(when.interval, when.utc_offset), "differences": both})


def remove(timeline_id: str, article_id: str) -> ResponseReturnValue:
    """Take an article away with just its evidence."""
    article_or_404(timeline_id, article_id)
    return accepted(store().remove_article(timeline_id, article_id))


def timexes(timeline_id: str, article_id: str) -> ResponseReturnValue:
    """The time expressions of an article with their readings."""
    found = article_or_404(timeline_id, article_id)
    return answer({"timexes": [timex_to_json(timex, found.text) for timex in tag(found)]})


def article_events(timeline_id: str, article_id: str) -> ResponseReturnValue:
    """What was read from one article, in text order."""
    found = article_or_404(timeline_id, article_id)
    events = store().events_of(timeline_id, article_id)
    return answer({"events": [event_to_json(event, found.text) for event in events]})


def _sent() -> tuple[Article, ...]:
    if request.mimetype == "multipart/form-data":
        return _files()
    return articles_from_json(body())


def _files() -> tuple[Article, ...]:
    """Read the files that were sent; the field `published` dates those that name no date of their own."""
    typed = request.form.get("published", "").strip()
    published = read_published(typed) if typed else None
    articles: list[Article] = []
    problems: list[Problem] = []
    for file in [file for _, file in request.files.items(multi=True)]:
        try:
            for name, data in unpacked(file.filename or file.name or "", file.read()):
                articles += articles_from_file(name, data, published)
        except InvalidInputError as error:
            problems += error.problems
    if problems or not articles:
        raise InvalidInputError(*problems or [Problem("", "no file was sent")])
    return tuple(articles)
