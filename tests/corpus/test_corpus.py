"""Every line of the corpus: the phrase is found whole, and means what stands above it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.corpus.reading import FILES, Case, cases
from timeline.edtf import day_text
from timeline.model import Timex
from timeline.tagger import tag
from timeline.tagging import language
from timeline.tagging.rules import GRAMMAR
from timeline.tagging.scan import fold
from timeline.timex3 import date_value

CASES = [case for path in FILES for case in cases(path)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_phrase_means_what_the_corpus_says(case: Case) -> None:
    found = [timex for timex in tag(case.article) if timex.start < case.end and case.start < timex.end]

    assert [timex.reading.value for timex in found] == list(case.means), explained(case, found)
    if case.range is not None:
        assert {spanned(timex) for timex in found} == {case.range}, explained(case, found)
    if len(case.means) == 1:
        (timex,) = found
        assert (timex.start, timex.end) == (case.start, case.end), explained(case, found)
        assert {name: said(timex)[name] for name, _ in case.also} == dict(case.also), explained(case, found)


def said(timex: Timex) -> dict[str, str]:
    interval = timex.reading.interval
    first = interval.first_day if interval else None
    last = interval.last_day if interval else None
    return {
        "kind": timex.reading.kind.value,
        "mod": timex.reading.mod,
        "because": str(timex.reading.because),
        "earliest": "" if first is None else day_text(first),
        "latest": "" if last is None else day_text(last),
    }


def spanned(timex: Timex) -> str:
    return date_value(timex.range) if timex.range else ""


def explained(case: Case, found: Sequence[Timex]) -> str:
    """Show how the sentence was read: its tokens with their classes, and the rules that took them."""
    lines = [f"{case.sentence!r} (published {case.published})"]
    pack = language.pack_of(case.sentence, case.language)
    for run in pack.scanner.runs(case.sentence, fold(case.sentence)):
        lines += [
            f"  {case.sentence[token.start : token.end]!r}: {' '.join(token.symbols)}" for token in run.tokens
        ]
        lines += [
            f"  tokens {read.first} to {read.last} by {read.rule}: {read.expression}"
            for read in GRAMMAR.read(run.tokens)
        ]
    lines += [f"  found {case.sentence[t.start : t.end]!r} = {t.reading.value} {said(t)}" for t in found]
    return "\n".join(lines)
