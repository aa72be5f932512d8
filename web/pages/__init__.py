"""The pages. Each works as plain HTML; scripts only hasten what they do."""

from __future__ import annotations

from collections.abc import Iterable

from flask import Blueprint, Flask
from flask_wtf.csrf import CSRFError

from timeline.errors import Problem
from timeline.formats.base import headed
from timeline.published import published_text
from web.dates import date_words, reach
from web.pages import articles, corrections, entries, home, jobs, preferences, shared, timelines
from web.problems import problem_words
from web.published_words import Possible, possible_dates
from web.reasons import reason_words


def attach(app: Flask) -> None:
    """Serve the pages at the root of the application."""
    pages = Blueprint("pages", __name__)
    for part in (home, timelines, entries, articles, corrections, jobs, preferences):
        part.route(pages)
    app.register_error_handler(CSRFError, home.token_missing)
    app.context_processor(shared.context)
    app.register_blueprint(pages)
    app.context_processor(shared.messages)
    app.add_template_filter(lambda when: date_words(when, when), "words")
    app.add_template_filter(lambda event: date_words(event.when, event.bounds), "event_words")
    app.add_template_filter(published_text, "iso")
    app.add_template_filter(reason_words, "why")
    app.add_template_filter(lambda days: reach(*days), "reach")
    app.add_template_filter(corrections.told, "told")
    app.add_template_filter(headed)
    app.add_template_filter(problem_words, "problem")
    app.add_template_filter(_possible, "readings")


def _possible(problems: Iterable[Problem]) -> tuple[Possible, ...]:
    return tuple(date for problem in problems for date in possible_dates(problem))
