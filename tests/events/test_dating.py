"""Which date an event gets, and on what it rests. The articles are published on Sunday 7 August 2022."""

from __future__ import annotations

import pytest

from tests.events.telling import date, events, told_by
from timeline.model import Basis, Status


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("burned", "The mill burned on Thursday.", "2022-08-04"),
        ("added", "A chimney was added in the 1860s.", "1860"),
        ("opened", "The bridge opened in May 1998 and was praised.", "1998-05"),
        ("met", "Ministers met on Friday and talked until midnight.", "2022-08-05"),
        ("broke", "The fire broke out shortly before midnight on Saturday.", "2022-08-06"),
    ],
)
def test_the_clause_s_own_expression_dates_it(word: str, text: str, expected: str) -> None:
    event = told_by(word, text)
    assert (date(event), event.basis) == (expected, Basis.STATED)


def test_what_was_begun_or_declined_is_of_the_day_on_which_it_was() -> None:
    begun = told_by("began", "The port was busy. The ship began to sink on Friday.")
    assert (date(begun), begun.minor) == ("2022-08-05", False)
    assert (
        date(told_by("declined", "The owners, who live abroad, declined to comment on Monday."))
        == "2022-08-01"
    )


def test_reported_speech_and_what_it_reports_have_their_own_dates() -> None:
    text = "The agency said on Saturday that it had contacted the ministry late last month."
    assert date(told_by("said", text)) == "2022-08-06"
    assert date(told_by("contacted", text)) == "2022-07"


def test_the_lead_s_day_holds_for_the_paragraphs_after_it() -> None:
    text = "The governor of the province was arrested on Friday.\n\nHe resigned after his lawyer arrived."
    event = told_by("resigned", text)
    assert (date(event), event.basis) == ("2022-08-05", Basis.CARRIED)
    assert "Friday" in str(event.because)


def test_a_caption_is_no_sentence_of_the_opening() -> None:
    text = "Logo of the dock. The dock lost money. It was its worst year. The owner admitted it on Thursday."
    assert date(told_by("lost", text)) == "2022-08-04"


def test_the_publication_date_is_a_stated_basis_where_the_lead_names_no_day() -> None:
    event = told_by("resigned", "The governor of the province resigned after a long quarrel.")
    assert (date(event), event.basis) == ("2022-08-07", Basis.PUBLISHED)
    assert "publication" in str(event.because)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("open", "The harbour will open."),
        ("resigned", "The mayor had resigned."),
        ("collapse", "The dam could collapse."),
    ],
)
def test_what_is_told_as_past_or_to_come_has_bounds_and_no_date(word: str, text: str) -> None:
    event = told_by(word, text)
    assert event.when is None
    assert event.basis is Basis.BOUNDED


def test_what_lasts_until_a_date_may_reach_its_end() -> None:
    event = told_by("stay", "The road will stay closed until the end of April 2023.")
    assert event.when is None
    assert event.bounds.last_day == 19_477  # 30 April 2023


def test_a_deadline_limits_and_does_not_date() -> None:
    event = told_by("open", "The harbour will open by 2024.")
    assert event.when is None
    assert event.bounds.last_day == 20_088  # 31 December 2024


def test_a_comparison_does_not_date() -> None:
    event = told_by("fell", "Sales fell by a third compared with 2019.")
    assert date(event) != "2019"


def test_a_date_before_an_event_s_noun_is_the_noun_s() -> None:
    text = "The court cleared the airline over the 2009 crash on Monday."
    assert date(told_by("crash", text)) == "2009"
    assert date(told_by("cleared", text)) == "2022-08-01"


def test_a_noun_takes_up_the_date_of_the_clause_that_told_of_it() -> None:
    text = "Gunmen attacked the village on Tuesday.\n\nThe minister spoke of the attack at length."
    attack = [
        e for e in events(text) if "attack" in text[e.start : e.end] and e.start > 45 and e.end - e.start < 12
    ]
    assert {date(e) for e in attack} == {"2022-08-02"}


def test_the_present_tense_is_true_at_the_publication() -> None:
    assert (
        date(told_by("owns", "The city bought the island on Thursday. It owns the land around it."))
        == "2022-08-07"
    )


def test_every_event_says_why() -> None:
    text = "The mill burned on Thursday. The owner had left. Nobody was hurt, and it will reopen by May."
    assert all(e.because for e in events(text))


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("Deliveries", "Deliveries to Bergen, the first buyer, are not due until October.", "2022-10"),
        ("due", "Deliveries to Bergen, the first buyer, are not due until October.", "2022-10"),
        ("delivery", "The ferry's delivery will be delayed until October 2023.", "2023-10"),
        ("launch", "The launch of the ferry is expected to be in October.", "2022-10"),
        ("vote", "The vote is planned to take place on 12 September.", "2022-09-12"),
        ("election", "The election is due to be held on 12 September.", "2022-09-12"),
        ("trial", "The trial of the owner is scheduled for 12 September.", "2022-09-12"),
        ("election", "The election in the valley was postponed until next year.", "2023"),
    ],
)
def test_what_a_date_is_set_for_has_that_date_and_is_planned(word: str, text: str, expected: str) -> None:
    event = told_by(word, text)
    assert (date(event), event.status) == (expected, Status.PLANNED)


def test_the_day_on_which_something_was_put_off_is_not_the_day_set() -> None:
    event = told_by("election", "The election in the valley was postponed on Friday.")
    assert (date(event), event.status) == ("2022-08-05", Status.ACTUAL)
    assert told_by("due", "The report is due by Friday.").basis is not Basis.STATED


def test_the_day_on_which_something_is_to_end_is_not_its_day() -> None:
    assert date(told_by("strike", "The strike is expected to end in October.")) != "2022-10"


def test_a_noun_takes_up_the_date_that_was_set_for_it() -> None:
    text = "The launch of the satellite is due in October. Lind paid for the launch."
    launches = [event for event in events(text) if event.trigger and text[slice(*event.trigger)] == "launch"]
    assert [date(event) for event in launches] == ["2022-10", "2022-10"]


@pytest.mark.parametrize(
    ("word", "text"),
    [
        # somebody's purpose, which may have come to nothing
        (
            "widen",
            "The port was crowded on Friday.\n\nNobody slept. Divers worked in shifts to widen the hole.",
        ),
        # a supposition
        ("rains", "The fair opened on Friday.\n\nIt was dry. The organisers will close it if it rains."),
        ("ends", "The fair opened on Friday.\n\nIt was dry. The tents will stay until the drought ends."),
        # what tells who somebody is, and what went before
        ("sold", "The mill burned on Friday.\n\nNobody came. A man who sold flour there wept."),
        ("left", "The mill burned on Friday.\n\nNobody came. The owner wept after the firemen left."),
        # what has added up until it was told, and what had been done by then
        ("sold", "The mill burned on Friday.\n\nNobody came. The miller has sold 300 sacks this way."),
        ("drowned", "The mill burned on Friday.\n\nNobody came. Twelve men have drowned in its pond."),
        ("left", "The mill burned on Friday.\n\nNobody came. The owner has already left the valley."),
        ("agreed", "The mill burned on Friday.\n\nNobody came. The owner said she has agreed to pay."),
        ("built", "The mill burned on Friday.\n\nNobody came. The wheel, built in haste, was lost."),
        # how long it took, a limit
        ("took", "The mill burned on Friday.\n\nNobody came. Repairs of its wheel took nine days."),
        ("employed", "The mill burned on Friday.\n\nNobody came. By 1930 it employed 85 people."),
        (
            "lost",
            "The mill burned on Friday.\n\nNobody came. Books from the night of the storm had been lost.",
        ),
        ("stealing", "The mill burned on Friday.\n\nNobody came. A boy was jailed for stealing from it."),
        # the time of something else
        (
            "locks",
            "The fair opened on Friday.\n\nIt was dry. Birds have fled when the gate locks behind them.",
        ),
        # a noun that only names
        ("strike", "The mill burned on Friday.\n\nNobody came. The miller blamed a strike of the carters."),
    ],
)
def test_what_the_text_does_not_date_stays_without_a_date(word: str, text: str) -> None:
    event = told_by(word, text)
    assert (event.when, event.basis) == (None, Basis.BOUNDED)


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        # a verb that tells that it came about
        ("sink", "The ferry struck a rock on Friday. It began to sink.", "2022-08-05"),
        # news of the day, told in the perfect tense
        ("closed", "The ferry struck a rock on Friday.\n\nThe port has closed its gates.", "2022-08-05"),
        (
            "spoken",
            "The ferry sank on Friday.\n\nIt was dark. It is the first time in a year that Ann, 50, has spoken.",
            "2022-08-05",
        ),
        # the plan is the news
        ("buy", "The city has agreed to buy the island.", "2022-08-07"),
        # at the same time, or at the occasion
        (
            "hit",
            "The ferry sank on Friday.\n\nIt was dark. She heard a noise when it hit the rock.",
            "2022-08-05",
        ),
        ("interview", "The ferry sank on Friday.\n\nIt was dark. He wept in an interview.", "2022-08-05"),
        # known from the opening
        (
            "deal",
            "A deal on fish was signed on Friday.\n\nIt took years. Crews cheered the deal.",
            "2022-08-05",
        ),
    ],
)
def test_what_came_about_is_of_the_story(word: str, text: str, expected: str) -> None:
    assert date(told_by(word, text)) == expected


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("opened", "When the bridge closed on 12 July, the ferry opened.", "2022-07-12"),
        ("drowned", "A court spoke on Friday of the 2009 flood, which drowned six.", "2009"),
        ("drowned", "A 2009 flood drowned six people.", "2009"),
        ("trying", "The firm has been trying to buy the dock since May.", "2022-05"),
        ("built", "Since 2019 the city has built two bridges.", "2019"),
        ("open", "The mall will open late, next month and not now.", "2022-09"),
        ("admitted", "He denied it until last month, when he admitted everything.", "2022-07"),
        ("stayed", "It is the longest stoppage since 2009, when crane drivers stayed out.", "2009"),
        ("loss", "That was an improvement from 2008, when the dock posted a loss.", "2008"),
        ("wrote", "In a memo dated 9 May 2019 an engineer wrote that it leaks.", "2019-05-09"),
        ("warned", '"I blame nobody," she said. "They warned us in May."', "2022-05"),
        ("warned", "The engineers warned the ministry in 2017.", "2017"),
    ],
)
def test_the_rest_of_the_sentence_dates_it(word: str, text: str, expected: str) -> None:
    assert date(told_by(word, text)) == expected


@pytest.mark.parametrize(
    ("word", "text", "other"),
    [
        ("posted", "The dock posted its first loss since 1992.", "1992"),
        ("announced", "The dock announced 800 cuts over the next four years.", "2022-08-07/2026-08-06"),
        ("overturned", "The court overturned a 1971 law on dogs.", "1971"),
        ("arrested", "The police who seek the murderer of Carla Voss in 1996 have arrested a man.", "1996"),
        ("slept", "He slept through the last winter of the war.", "2021-12"),
        ("shows", "A note of 3 March 2015 shows that it leaks.", "2015-03-03"),
        ("rose", "Turnout rose to 71 percent from 64 percent four years ago.", "2018"),
    ],
)
def test_an_expression_that_cannot_be_the_verb_s_does_not_date_it(word: str, text: str, other: str) -> None:
    event = told_by(word, text)
    assert (date(event), event.basis) == ("2022-08-07", Basis.PUBLISHED)


def test_a_look_back_takes_up_the_date_that_the_article_states() -> None:
    text = "The ferry was delivered on Friday.\n\nIt was late. After it was delivered, the crew slept."
    deliveries = [e for e in events(text) if e.trigger and text[slice(*e.trigger)] == "delivered"]
    assert [date(event) for event in deliveries] == ["2022-08-05", "2022-08-05"]


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        # what goes on from a clause has its date
        (
            "stepped",
            "The hall burned on Friday. The cook told police on Saturday he ate and stepped out.",
            "2022-08-05",
        ),
        # what was said begins with when it was
        ("hit", "She told the court that in 2019, after a long quarrel, he hit her.", "2019"),
        ("told", "She told the court that in 2019, after a long quarrel, he hit her.", "2022-08-07"),
        ("held", "Its own figures say that as of January 2022, it held a third.", "2022-01"),
        # an infinitive's date that is past is its verb's
        ("agreed", "The firms agreed to merge last June.", "2022-06"),
        ("planned", "The firms planned to merge last June.", "2022-08-07"),
        # what stands right before what was said, or outside a noun and its day
        ("warned", "Divers had warned in 2018 that it leaked.", "2018"),
        ("quake", "The toll from Friday's quake rose on Saturday.", "2022-08-05"),
        ("struck", "The toll of Friday's quake rose on Saturday. The quake struck at noon.", "2022-08-05"),
        # years later than the year that the sentence names
        ("moved", "He left on Friday.\n\nThe dock bought it in 2008 and moved it two years later.", "2010"),
        # what is to begin, and what set out
        ("shown", "It will be shown from 1 September.", "2022-09-01"),
        # what is written, but not said
        ("wrote", "The dock wrote off its cranes last year.", "2021"),
        # a day before a noun is the noun's
        ("stop", "Protests over a Tuesday traffic stop went on last night.", "2022-08-02"),
        ("went", "Protests over a Tuesday traffic stop went on last night.", "2022-08-06"),
        ("said", "He said in a Friday interview that he was tired.", "2022-08-05"),
        # a participle has its own time
        ("said", "A ship seized in May was sold, the port said on Friday.", "2022-08-05"),
        ("seized", "The navy has sold a ship seized in May.", "2022-05"),
        ("deal", "A deal made on Friday is to end the strike.", "2022-08-05"),
        # minutes apart is the same day
        (
            "left",
            "The bus sank on Friday.\n\nIt was dark. Divers lost it, ten minutes after it left.",
            "2022-08-05",
        ),
        # nouns of what a verb brings about
        ("injuries", "The bus sank on Friday.\n\nIt was dark. Two men suffered injuries.", "2022-08-05"),
    ],
)
def test_dates_are_shared_as_far_as_the_words_share_them(word: str, text: str, expected: str) -> None:
    assert date(told_by(word, text)) == expected


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        (
            "spoke",
            "The fair opened on Friday.\n\nIt was dry. There was a rally, where she spoke.",
            "2022-08-05",
        ),
    ],
)
def test_what_was_done_at_an_occasion_has_its_date(word: str, text: str, expected: str) -> None:
    assert date(told_by(word, text)) == expected


def test_what_comes_of_something_open_is_open() -> None:
    text = "The fair opened on Friday.\n\nIt was dry. The dam will be raised if it fails to hold."
    assert told_by("hold", text).when is None


@pytest.mark.parametrize(
    ("word", "text", "expected", "status"),
    [
        ("rebuilt", "It was not rebuilt until 1922.", "1922", "actual"),
        (
            "resume",
            "In April 1945 the line was bombed. Trains did not resume until the following January.",
            "1946-01",
            "actual",
        ),
        ("return", "He will not return until Monday.", "2022-08-08", "planned"),
        ("led", "Ida Hill, who has led the port since 2016, resigned.", "2016", "actual"),
        ("operated", "The firm has operated the route since January 2020.", "2020-01", "actual"),
        (
            "broke",
            "It was bought on 11 May 1998. A fire broke out shortly after 2 a.m. the next day.",
            "1998-05-12",
            "actual",
        ),
    ],
)
def test_what_came_about_at_last_or_goes_on_has_the_date_of_then(
    word: str, text: str, expected: str, status: str
) -> None:
    event = told_by(word, text)
    assert (date(event), event.status) == (expected, status)


def test_what_had_been_done_by_a_day_looks_back_from_that_day() -> None:
    event = told_by(
        "restored", "The storm cut power on Thursday. By Friday evening it had been restored to half of them."
    )
    assert event.when is None
    assert event.bounds.last_day == 19_209  # Friday 5 August 2022
    assert "Friday evening" in str(event.because)


@pytest.mark.parametrize("word", ["claimed", "leaking"])
def test_what_was_said_many_times_until_now_has_no_day_nor_has_what_was_said(word: str) -> None:
    event = told_by(word, "The mayor resigned on Friday. He has often claimed that the dam was leaking.")
    assert (event.when, event.basis) == (None, Basis.BOUNDED)


@pytest.mark.parametrize(
    ("text", "word", "when"),
    [
        ("Police have arrested a man over the theft of a painting last August.", "theft", "2021-08"),
        ("The minister has apologised for the flood of 2019.", "flood", "2019"),
    ],
)
def test_what_has_been_done_leaves_an_old_date_to_the_event_that_it_is_about(
    text: str, word: str, when: str
) -> None:
    (deed, *_), noun = events(text, "2022-01-20"), told_by(word, text, "2022-01-20")
    assert deed.basis is not Basis.STATED
    assert (noun.basis, date(noun)) == (Basis.STATED, when)


def test_what_is_told_as_one_not_known_yet_is_not_what_was_dated_before() -> None:
    known, new = (
        next(
            event
            for event in events(f"The gang attacked the depot on 3 May 2021. Guards said {noun} was likely.")
            if event.summary == noun
        )
        for noun in ("the attack", "a new attack")
    )
    assert (date(known), date(new)) == ("2021-05-03", None)


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("hit", "She lost her father in 1942, when his trawler hit a mine.", "1942"),
        ("won", "It is her first book since 2013, when The Lantern won a prize.", "2013"),
        ("cut", "The firm cut its forecast for the second time this year on Wednesday.", "2022-08-03"),
    ],
)
def test_what_an_expression_tells_of_outright_is_stated(word: str, text: str, expected: str) -> None:
    event = told_by(word, text)
    assert (date(event), event.basis, event.minor) == (expected, Basis.STATED, False)


@pytest.mark.parametrize(
    ("word", "expected"), [("left", "2022-07-18"), ("passed", "2022-07-18"), ("hit", "2022-07-18")]
)
def test_an_hour_is_of_the_day_that_took_its_course_and_not_of_the_report(word: str, expected: str) -> None:
    text = (
        "Officials on Wednesday published an account of how a train hit a wall on 18 July.\n\n"
        "The train left the quarry at 4:52 a.m. Its brakes had been tested the evening before. "
        "Controllers passed a warning on."
    )
    assert date(told_by(word, text)) == expected


def test_an_hour_of_the_story_is_shown_with_it() -> None:
    event = told_by("conceded", "The party lost the vote on Friday.\n\nThe premier conceded at 11:40 p.m.")
    assert (date(event), event.basis, event.minor) == ("2022-08-05", Basis.STATED, False)


def test_what_was_done_is_not_told_again_of_what_is_to_come() -> None:
    text = (
        "The clerk was jailed on Friday. She had repaid a part.\n\nThe rest will be repaid on 21 September."
    )
    event = told_by("repaid", text)
    assert date(event) is None
    assert event.status is Status.ACTUAL


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        # an hour is of the day of the story, not of what its opening looks back from
        (
            "set",
            "They marched on Friday in the largest protest since he died on 31 July. The march set off at noon.",
            "2022-08-05",
        ),
        (
            "threw",
            "The march ended on Friday, as it had on 31 July. In the evening he threw stones.",
            "2022-08-05",
        ),
        (
            "began",
            "The firm blamed a clerk on Friday for the fire that destroyed its hall on 31 July. It began at 9:40 p.m.",
            "2022-07-31",
        ),
        (
            "found",
            "The mill burned on Thursday. The van was found burnt out on a hill on Saturday.",
            "2022-08-06",
        ),
        ("set", "The record was set in Oslo in 2007.", "2007"),
        ("unlocked", "On a bright morning in April, Ann Lee unlocked the gate.", "2022-04"),
        ("struck", "He was riding home on Friday when he was struck by a van.", "2022-08-05"),
    ],
)
def test_each_word_of_time_is_of_what_it_stands_with(word: str, text: str, expected: str) -> None:
    event = told_by(word, text)
    assert (date(event), event.status) == (expected, Status.ACTUAL)
