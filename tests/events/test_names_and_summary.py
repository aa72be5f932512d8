"""Who and where, and the line that a person can read out: both are cut from the text."""

from __future__ import annotations

import pytest

from tests.events.telling import events, told_by


def test_names_are_runs_of_capitals_and_places_follow_their_prepositions() -> None:
    event = told_by("met", "Mara Lind met the Bank of Samoa in Apia on Friday.")
    assert event.actors == ("Mara Lind", "Bank of Samoa")
    assert event.places == ("Apia",)


def test_the_first_word_of_a_sentence_is_no_name_for_its_capital() -> None:
    assert told_by("burned", "Nobody knows why it burned.").actors == ()


def test_what_interrupts_a_clause_is_left_out_of_its_summary() -> None:
    text = "The ship, which left Oslo in May, sank off Iceland."
    assert told_by("sank", text).summary == "The ship … sank off Iceland"


def test_a_clause_without_a_subject_takes_it_from_the_one_it_hangs_on() -> None:
    text = "The union signed the deal on Monday and ended the strike."
    assert told_by("ended", text).summary == "The union … ended the strike"


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("built", "The bridge, which was built in 1931, carries cars.", "The bridge … was built in 1931"),
        (
            "resigned",
            "They praised the head of the agency, who resigned in 2001.",
            "the head of the agency … resigned in 2001",
        ),
        ("burned", "They moved to the town, which burned in 1888.", "the town … burned in 1888"),
    ],
)
def test_a_clause_that_tells_more_of_something_names_it(word: str, text: str, expected: str) -> None:
    assert told_by(word, text).summary == expected


def test_the_word_that_ties_a_clause_to_another_in_time_is_no_part_of_what_happened() -> None:
    assert told_by("failed", "It shut after a pump failed in 1960.").summary == "a pump failed in 1960"


def test_a_clause_ends_before_the_word_that_tells_how_long_before_the_next() -> None:
    text = "The oak was felled in 1950, well before the first ship came in 1993."
    assert told_by("felled", text).summary == "The oak was felled in 1950"
    assert told_by("came", text).summary == "the first ship came in 1993"
    assert told_by("came", text).after == told_by("came", text.replace("well ", "")).after


@pytest.mark.parametrize("word", ["sank", "left"])
def test_a_summary_holds_no_word_that_the_text_does_not(word: str) -> None:
    text = "The ship, which left Oslo in May, sank off Iceland."
    assert all(part in text for part in told_by(word, text).summary.split(" … "))


def test_a_long_clause_is_cut_between_words() -> None:
    text = "The council praised " + "the patient and careful work of the " * 12 + "builders."
    (first, *_) = events(text)
    assert len(first.summary) <= 161
    assert first.summary.endswith("…")


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        # what a clause tells more of comes along
        (
            "stolen",
            "They fled in a grey van that had been stolen last week.",
            "a grey van … had been stolen last week",
        ),
        ("flew", "Mayor Ann Lee, who flew in on Sunday, wept.", "Mayor Ann Lee … flew in on Sunday"),
        ("built", "The road, built in 1964, was closed.", "The road, built in 1964"),
        # the word that only ties it to another does not
        ("sank", "He wept when the ferry sank on Friday.", "the ferry sank on Friday"),
        # who left
        (
            "leaving",
            "Lind wrote two books after leaving office in 2010.",
            "Lind … after leaving office in 2010",
        ),
        (
            "start",
            "Lind won in April and was due to start on 12 August.",
            "Lind … was due to start on 12 August",
        ),
        ("was", "That was a gain on 2008.", "That was a gain on 2008"),
        # a phrase with its article, what interrupts a clause, a range, what a clause says nothing without
        (
            "approved",
            "She fought the waste plant, which the council approved in May.",
            "the waste plant, which the council approved in May",
        ),
        (
            "put",
            "The hearing, planned for Monday, had been put off.",
            "The hearing, planned for Monday, had been put off",
        ),
        ("is", "Ann Lee (born 4 May 1968) is a judge.", "Ann Lee (born 4 May 1968) is a judge"),
        ("advises", "She left the port in 2020 and now advises a union.", "She … now advises a union"),
        ("took", "Between 2009 and 2013 he took bribes.", "Between 2009 and 2013 he took bribes"),
        ("was", "It was not until 31 March that it closed.", "It was not until 31 March that it closed"),
        (
            "found",
            "In April divers found that the crack had grown.",
            "In April divers found that the crack had grown",
        ),
        # a comma before "and" goes back past what tells when
        (
            "cut",
            "The firm lost money after two ships lay idle, and cut its forecast.",
            "The firm … cut its forecast",
        ),
        ("wept", "The firm shut after the owner fell and wept.", "the owner … wept"),
        ("admitted", "He denied it until last month, when he admitted everything.", "he admitted everything"),
        # what stands nearest to "that", also inside what was said; who is quoted, with all that he said
        ("ended", "She said they had seen it at a fair that ended on Friday.", "a fair … ended on Friday"),
        (
            "said",
            '"Nobody wants to strike now," its head, Omar Reid, said on Friday.',
            '"Nobody wants to strike now," its head, Omar Reid, said on Friday',
        ),
        (
            "warned",
            '"We knew," said Omar Reid, a doctor who warned of it in 2020.',
            "a doctor … warned of it in 2020",
        ),
        # with how many of them, with the noun that the time of something stands behind
        (
            "freed",
            "They held 46, eleven of whom were freed on Friday.",
            "46, eleven of whom were freed on Friday",
        ),
        ("shut", "The net failed for an hour, after which Vantor shut it.", "after which Vantor shut it"),
        ("failed", "The net failed for an hour, after which Vantor shut it.", "The net failed for an hour"),
        (
            "ban",
            "They passed a law on Friday that will ban new cars from 2030.",
            "a law … will ban new cars from 2030",
        ),
        # what was said, before the saying or after it
        (
            "said",
            "The mill will close, the county said on Friday.",
            "The mill will close, the county said on Friday",
        ),
        (
            "said",
            '"We are done," its head, Omar Reid, said on Friday.',
            '"We are done," its head, Omar Reid, said on Friday',
        ),
        (
            "said",
            "The county said on Friday the mill will close.",
            "The county said on Friday the mill will close",
        ),
    ],
)
def test_a_summary_can_be_read_out_by_itself(word: str, text: str, expected: str) -> None:
    assert told_by(word, text).summary == expected


def test_a_long_speech_leaves_room_for_who_said_it() -> None:
    summary = told_by(
        "said", f"The mill {'and the old yard ' * 12}will close, the county said on Friday."
    ).summary
    assert summary.startswith("The mill and the old yard")
    assert summary.endswith("… the county said on Friday")
    assert len(summary) <= 160


def test_a_plan_is_shown_once_with_the_date_of_what_is_planned() -> None:
    text = "The city plans to sell the mill in May 2023."
    assert [(event.summary, event.minor) for event in events(text)] == [
        ("The city plans to sell the mill in May 2023", True),
        ("The city plans to sell the mill in May 2023", False),
    ]
    assert not told_by("plans", "The city plans to sell the mill.").minor


def test_what_somebody_did_before_speaking_is_not_what_he_said() -> None:
    assert told_by("told", "He rose and told them the truth.").summary == "He … told them the truth"
    text = "He phoned them last night before the club had told him the truth."
    assert told_by("told", text).summary == "the club had told him the truth"


def test_a_summary_keeps_since_and_drops_the_end_of_a_quotation() -> None:
    assert (
        told_by("run", "Since 1994 it has been run by a trust.").summary
        == "Since 1994 it has been run by a trust"
    )
    told = told_by("told", '"I followed the advice I was given," she told reporters on Thursday.')
    assert told.summary == '"I followed the advice I was given," she told reporters on Thursday'


def test_what_interrupts_a_summary_is_left_out_with_what_is_said_in_it() -> None:
    text = "Montes, who told reporters that the island was ill, accused Ferrer."
    assert told_by("accused", text).summary == "Montes … accused Ferrer"
    assert told_by("told", text).summary == "Montes … told reporters that the island was ill"


@pytest.mark.parametrize(
    ("word", "text", "summary"),
    [
        ("broke", "She got a cup last August that broke.", "a cup … broke"),
        ("open", "They voted last week on a law that would open it.", "a law … would open it"),
        ("serve", "I promised in 2010 that I would serve.", "I would serve"),
    ],
)
def test_what_a_clause_tells_more_of_is_no_time(word: str, text: str, summary: str) -> None:
    assert told_by(word, text).summary == summary


@pytest.mark.parametrize(
    ("word", "text", "summary"),
    [
        (
            "won",
            "Colin Reeve left the yard in 2021. He won his case last month.",
            "[Colin Reeve] won his case last month",
        ),
        ("met", "Ann Lee went to Oslo in 1936. Then she met a king.", "Then [Ann Lee] met a king"),
        (
            "left",
            "Ann Lee was born in 1908. She wept. In 1924 she left school.",
            "In 1924 [Ann Lee] left school",
        ),
        ("fell", "Last May Ann Lee told the court that she fell.", "[Ann Lee] fell"),
        ("bought", "Vantor shut a mill. It bought the yard in 2016.", "[Vantor] bought the yard in 2016"),
        # what leaves a doubt
        ("died", "Ann Lee married Tom Ford in 1931. He died in 1940.", "He died in 1940"),
        ("died", "The man met Ann Lee in 1931. She died in 1940.", "She died in 1940"),
        ("burned", "Vantor built a mill. It burned in 2016.", "It burned in 2016"),
        ("left", 'Ann Lee wept. "He left in May," a man said.', "He left in May"),
        ("sold", "Ann Lee and Tom Ford met in May. She sold it in June.", "She sold it in June"),
    ],
)
def test_a_summary_names_whom_a_pronoun_stands_for_where_that_is_certain(
    word: str, text: str, summary: str
) -> None:
    assert told_by(word, text).summary == summary
