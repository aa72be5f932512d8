"""Clauses: cut where a sentence tells of something else, whole where it does not."""

from __future__ import annotations

import pytest

from tests.events.telling import article, date, events, told_by
from timeline.events import find
from timeline.events.bits import VERB
from timeline.events.predicates import Tense
from timeline.events.told import tell
from timeline.events.words import words_of
from timeline.interval import Interval
from timeline.model import Article
from timeline.tagger import tag


def stretches(text: str) -> set[str]:
    return {text[e.start : e.end] for e in events(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The union signed the deal and the port reopened.",
            {"The union signed the deal", "and the port reopened"},
        ),
        (
            "Mara Lind said that the bridge had collapsed.",
            {"Mara Lind said", "that the bridge had collapsed"},
        ),
        (
            "Mara Lind said on Monday the bridge had collapsed.",
            {"Mara Lind said on Monday", "the bridge had collapsed"},
        ),
        (
            "The ship, which left Oslo in May, sank off Iceland.",
            {"which left Oslo in May", "The ship, which left Oslo in May, sank off Iceland"},
        ),
        ("The mill ran for a while and closed.", {"The mill ran for a while", "and closed"}),
        ("The mill was once a barn.", {"The mill was once a barn"}),
        ("She told how the bridge fell.", {"She told", "how the bridge fell"}),
        ("After the mayor resigned, the council met.", {"After the mayor resigned", "the council met"}),
        ("The firm agreed to sell its docks.", {"The firm agreed to sell its docks", "to sell its docks"}),
        ('"The dam will hold," the minister said.', {"The dam will hold", "the minister said"}),
        (
            "The shop closed after its owner, Emil Brandt, died in March.",
            {"The shop closed", "after its owner, Emil Brandt, died in March"},
        ),
        (
            "He left when the mayor, who had won, resigned.",
            {"He left", "who had won", "when the mayor, who had won, resigned"},
        ),
        (
            "She praised the firm, whose founder, Pia Wahl, fled.",
            {"She praised the firm", "whose founder, Pia Wahl, fled"},
        ),
        (
            "In the first round, held on 24 April, five ran.",
            {"In the first round, held on 24 April, five ran"},
        ),
        (
            'He left. "They knew," she said.',
            {"He left", "They knew", "she said"},
        ),
        (
            "She said that the head of the agency, Ann Lee, had quit.",
            {"She said", "that the head of the agency, Ann Lee, had quit"},
        ),
        (
            "In 1951 she left home; three years later she took a degree.",
            {"In 1951 she left home", "three years later she took a degree"},
        ),
        (
            "She married Peter Sand, and in 1958, shortly after the birth of a son, she left the firm.",
            {"She married Peter Sand", "and in 1958, shortly after the birth of a son, she left the firm"},
        ),
        (
            "The two signed a deal, in which Oslo and Bergen agreed on tolls.",
            {"The two signed a deal", "in which Oslo and Bergen agreed on tolls"},
        ),
        (
            "The navy has sold a ship seized in May.",
            {"The navy has sold a ship seized in May", "a ship seized in May"},
        ),
        (
            "Port officials say the road is closed.",
            {"Port officials say", "the road is closed"},
        ),
        (
            "A man described as a lawyer shot two people.",
            {"A man described as a lawyer shot two people", "A man described as a lawyer"},
        ),
        (
            "The man who shot the guard has fled.",
            {"The man who shot the guard has fled", "who shot the guard"},
        ),
        (
            "The road, built in 1964, was closed.",
            {"The road, built in 1964, was closed", "built in 1964"},
        ),
        (
            "The mayor, Ann Lee, resigned on Friday.",
            {"The mayor, Ann Lee, resigned on Friday"},
        ),
        (
            "Born in Oslo in 1932, she fled west in 1944.",
            {"Born in Oslo in 1932", "she fled west in 1944"},
        ),
        (
            "The United States bought the island.",
            {"The United States bought the island"},
        ),
    ],
)
def test_what_tells_of_something_is_a_clause(text: str, expected: set[str]) -> None:
    assert expected <= stretches(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor, the priest and the doctor left the village.",
        "The committee praised its “quick and quiet” work.",
        "Old boats from Norway, Iceland and the Faroe Islands returned.",
        "The old song served “Danish national pride” well.",
    ],
)
def test_lists_and_quoted_words_do_not_cut_a_clause(text: str) -> None:
    assert text.rstrip(".") in stretches(text)


def test_a_country_with_a_verb_in_its_name_is_no_predicate() -> None:
    assert told_by("filed", "The United States filed a complaint.").start == 0


def test_a_language_without_words_has_sentences_for_events() -> None:
    text = "Talo paloi tiistaina. Kukaan ei loukkaantunut."
    found = find(Article("a", text, Interval.of_day(19_000), language="fi"), ())
    assert [text[e.start : e.end] for e in found] == ["Talo paloi tiistaina", "Kukaan ei loukkaantunut"]


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("served", "The report had, without meaning to, served their ends.", Tense.PLUPERFECT),
        ("arrested", "The mayor was, on Monday, arrested.", Tense.PAST),
        ("appear", "He will, police said, appear in court.", Tense.FUTURE),
    ],
)
def test_what_stands_between_an_auxiliary_and_its_verb_does_not_part_them(
    word: str, text: str, expected: Tense
) -> None:
    read = article(text)
    told = tell(text, "en", words_of("en"), list(tag(read)))
    (found,) = [one for one in told if one.trigger and text[slice(*one.trigger)] == word]
    assert found.tense is expected
    assert found.start == 0


def test_an_adverb_goes_with_the_verb_it_stands_before() -> None:
    text = "The report published last Thursday inadvertently helped the firm."
    assert "The report published last Thursday" in stretches(text)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Three masked robbers smashed the window on Monday.", "smashed"),
        ("Two injured miners were rescued on Monday.", "rescued"),
        ("Hundreds joined police in the square on Monday.", "joined"),
        ("Two killed in a blast on Monday.", "killed"),
    ],
)
def test_a_participle_after_a_count_tells_what_is_counted_where_a_verb_follows(text: str, verb: str) -> None:
    assert told_by(verb, text).start == 0


def test_every_word_that_belongs_to_a_family_is_known() -> None:
    words = words_of("en")
    known = {*words.verbs, *words.nouns, *words.origins}
    assert [word for word in words.families if word not in known and not words.bits[word] & VERB] == []


def test_a_sentence_ends_inside_what_somebody_said() -> None:
    text = '"I left school in 2010. My brother stayed until 2012. Nobody came," Ann Lee said.'
    assert date(told_by("left", text)) == "2010"
    assert told_by("stayed", text).summary.startswith("My brother stayed")
    assert "brother" not in told_by("left", text).summary
