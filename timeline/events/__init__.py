"""Which events an article tells of, on which dates, in which order; and one timeline from many articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from timeline.events.sentences import sentences
from timeline.events.words import words_of
from timeline.events.tokens import tokens_of
from timeline.events.clauses import clauses, Role
from timeline.events import dating as D
from timeline.interval import BEGINNING, END, Interval
from timeline.model import Article, Basis, Event, Timex

__all__ = ["find"]


def find(article: Article, timexes: Sequence[Timex]) -> tuple[Event, ...]:
    """Give every stretch of the article that could be an event, dated or not, in text order with `order` set."""
    text = article.text
    words = words_of(article.language or "en")
    told = []
    for s in sentences(text, article.language):
        own = [t for t in timexes if s.start <= t.start < s.end]
        tokens = tokens_of(text, s.start, s.end, words, own)
        told.append((s, own, tokens, clauses(tokens, s.heading)))
    leads = [own for s, own, *_ in told if not s.heading and s.end - s.start > 40][:D.EXP.get("leads", 1)]
    story = D.story_of(article.published, leads)
    found = []
    for s, own, tokens, cl in told:
        owner = {}
        for t in own:
            best = None
            for n, c in enumerate(cl):
                a, b = tokens.starts[c.first], tokens.ends[c.last - 1]
                if a <= t.start < b and (best is None or b - a < best[0]):
                    best = (b - a, n)
            if best:
                owner.setdefault(best[1], []).append(t)
        dates = {}
        for n, c in enumerate(cl):
            dates[n] = D.own_dating(c, tokens, owner.get(n, ()))
        anyown = [d for d in dates.values() if d]
        for n, c in enumerate(cl):
            d = dates[n]
            if d is None:
                p = dates.get(c.parent) if c.parent != n else None
                if p is None and D.EXP.get("any") and anyown:
                    p = anyown[0]
                d = D.default_dating(c, story, p, s.heading)
                if D.EXP.get("chain"): dates[n] = d
            a, b = tokens.starts[c.first], tokens.ends[c.last - 1]
            key = sha256(f"{article.id}\0{a}\0{text[a:b]}".encode()).hexdigest()[:16]
            found.append(Event(id=key, article=article.id, start=a, end=b, summary=text[a:b], when=d.when, bounds=d.bounds, basis=d.basis, because=d.because + " " + (c.predicate.tense.value if c.predicate else "-")+" "+c.role.value, order=0, timex=d.timex))
    places = {key: i for i, key in enumerate(sorted({e.bounds.start if e.when else e.bounds.end for e in found}))}
    return tuple(replace(e, order=places[e.bounds.start if e.when else e.bounds.end]) for e in found)
