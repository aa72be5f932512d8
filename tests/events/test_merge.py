"""One entry from many reports: the same in every order, conflicts kept, copies counted once."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.events.telling import article, on
from timeline.civil import Granularity
from timeline.edtf import date_of
from timeline.events.blocking import blocking_keys
from timeline.events.merge import components, entries, shown
from timeline.events.similarity import same_event
from timeline.interval import BEGINNING, END, Interval
from timeline.model import Basis, Entry, Event, Status
from timeline.pipeline import build, read
from timeline.reason import because

OPEN = Interval(BEGINNING, END, Granularity.DAY)
PAST = Interval(BEGINNING, on("2022-12-31").end, Granularity.DAY)


def report(
    name: str,
    when: str | None = "2022-08-05",
    terms: tuple[str, ...] = ("sink", "ferry", "Aurora", "Bergen"),
    article_id: str = "",
    basis: Basis = Basis.STATED,
) -> Event:
    """A report with the id `name`, from an article of its own unless told."""
    date = on(when) if when else None
    return Event(
        id=name,
        article=article_id or f"article of {name}",
        start=0,
        end=10,
        summary=f"summary {name}",
        when=date,
        bounds=date or PAST,
        basis=basis if date else Basis.BOUNDED,
        because=because("it is said"),
        order=0,
        terms=terms,
    )


HEADS = st.sampled_from(["sink", "burn", "sink¦burn", "burn¦fall", "sink|begin", "sink|end"])
TERMS = st.lists(
    st.sampled_from(["ferry", "dock", "storm", "Aurora", "Bergen", "Lind", "^Aurora", "^Bergen"]),
    max_size=5,
    unique=True,
)
DATES = st.one_of(st.none(), st.sampled_from(["2022-08-01", "2022-08-05", "2022-08-06", "2022-09-20"]))
UNITS = st.sampled_from(
    [Granularity.DAY, Granularity.DAY, Granularity.MONTH, Granularity.QUARTER, Granularity.YEAR]
)
BASES = st.sampled_from([Basis.STATED, Basis.CARRIED, Basis.PUBLISHED])


def one_of_many(head: str, terms: list[str], when: str | None, unit: Granularity, basis: Basis) -> Event:
    made = report("", when, (head, *terms), "", basis)
    return made if made.when is None else replace(made, when=Interval.of_unit(made.when.start, unit))


def told_of(
    made: Event,
    names: list[str],
    places: list[str],
    published: str,
    status: Status,
    story: list[str],
    alone: bool,
) -> Event:
    return replace(
        made,
        alone=alone,
        story=tuple(sorted(story)),
        actors=tuple(names),
        places=tuple(places),
        published=on(published).end,
        status=status,
        fingerprint=published.encode()[:8],
    )


NAMES = st.lists(st.sampled_from(["Aurora", "Mara Lind", "ML", "Bergen"]), max_size=2, unique=True)
REPORTS = st.builds(
    told_of,
    st.builds(one_of_many, HEADS, TERMS, DATES, UNITS, BASES),
    NAMES,
    NAMES,
    st.sampled_from(["2022-08-02", "2022-08-07", "2022-10-01"]),
    st.sampled_from([Status.ACTUAL, Status.ACTUAL, Status.PLANNED]),
    st.lists(st.sampled_from(["Aurora", "Bergen", "ferry"]), max_size=3, unique=True),
    st.booleans(),
)


def named(reports: list[Event]) -> list[Event]:
    return [replace(one, id=f"{n:02d}", article=f"article {n % 4}") for n, one in enumerate(reports)]


@given(REPORTS, REPORTS.map(lambda made: replace(made, article="another article")))
@settings(deadline=None, max_examples=1_000)
def test_whether_two_are_one_is_symmetric_and_they_share_a_key(a: Event, b: Event) -> None:
    assert same_event(a, b) == same_event(b, a)
    if same_event(a, b):
        assert blocking_keys(a) & blocking_keys(b)


@given(st.lists(REPORTS, max_size=10).map(named), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_in_which_reports_come_does_not_matter(reports: list[Event], random: object) -> None:
    expected = entries(reports)
    for _ in range(3):
        random.shuffle(reports)  # type: ignore[attr-defined]
        assert entries(reports) == expected


@given(st.lists(REPORTS, min_size=1, max_size=9).map(named))
@settings(max_examples=60, deadline=None)
def test_adding_a_report_to_what_is_merged_gives_what_merging_all_gives(reports: list[Event]) -> None:
    *known, new = reports
    groups = components(known)
    near = [group for group in groups if any(same_event(new, other) for other in group)]
    apart = [group for group in groups if group not in near]
    joined = components([new, *(event for group in near for event in group)])
    assert {*apart, *joined} == set(components(reports))


@given(st.lists(REPORTS, max_size=9).map(named))
@settings(max_examples=60, deadline=None)
def test_taking_an_article_away_touches_only_the_components_that_held_it(reports: list[Event]) -> None:
    left = [event for event in reports if event.article != "article 0"]
    kept: list[tuple[Event, ...]] = []
    for group in components(reports):
        kept += components(event for event in group if event.article != "article 0")
    assert set(kept) == set(components(left))


def test_what_two_articles_of_a_story_tell_alone_of_a_past_day_is_one_event_whatever_they_call_it() -> None:
    first = (
        "Measles has spread to two more schools in Orlen, the city's health office said on Friday.\n\n"
        "The first case, a boy of six, was diagnosed on 27 March."
    )
    second = (
        "The health office of Orlen closed two schools on Friday because of measles.\n\n"
        "A six-year-old was found to have the virus on 27 March."
    )
    built = build([article(first, "2024-04-13", "one"), article(second, "2024-04-13", "two")])
    (found,) = (entry for entry in built if "diagnosed" in entry.summary)
    assert {mention.article for mention in found.mentions} == {"one", "two"}
    other = second + " Forty children had been invited to its birthday party on 27 March."
    apart = build([article(first, "2024-04-13", "one"), article(other, "2024-04-13", "two")])
    (found,) = (entry for entry in apart if "diagnosed" in entry.summary)
    assert {mention.article for mention in found.mentions} == {"one"}


def test_what_is_of_the_same_day_only_by_the_news_and_names_others_is_another_event() -> None:
    first = (
        "Rosa Quillan was elected mayor of Dunmarrow on Sunday.\n\nQuillan beat Leo Hartz by 600 votes.\n\n"
        "In nearby Port Ennis, Mo Saltram won a third term as mayor."
    )
    second = (
        "Mayor Leo Hartz of Dunmarrow left office on Monday.\n\nHe spoke of her victory over Hartz on Sunday."
    )
    built = build([article(first, "2024-05-13", "one"), article(second, "2024-05-14", "two")])
    (found,) = (
        entry for entry in built if any("third term" in mention.summary for mention in entry.mentions)
    )
    assert {mention.article for mention in found.mentions} == {"one"}


def test_reports_of_one_event_are_one_entry_with_all_the_evidence() -> None:
    (entry,) = entries([report("a"), report("b")])
    assert {m.id for m in entry.mentions} == {"a", "b"}
    assert (entry.id, entry.sources, entry.conflict) == ("a", 2, False)


def test_the_finest_of_dates_that_agree_is_taken() -> None:
    coarse = replace(report("a"), when=Interval.of_unit(on("2022-08-05").start, Granularity.MONTH))
    (entry,) = entries([coarse, report("b")])
    assert entry.when == on("2022-08-05")


def test_dates_that_disagree_are_shown_as_claims_and_none_is_taken() -> None:
    (entry,) = entries([report("a", "2022-08-05"), report("b", "2022-08-03")])
    assert entry.conflict
    assert entry.when is None
    assert (entry.bounds.start, entry.bounds.end) == (on("2022-08-03").start, on("2022-08-05").end)
    assert "2 dates" in str(entry.because)


def test_what_an_article_told_as_past_is_no_later_event() -> None:
    rate = ("raise", "rate", "half", "Kastor", "Bank")
    september = replace(report("a", "2022-09-08", rate), published=on("2022-09-09").end)
    october = replace(report("b", "2022-10-06", rate), published=on("2022-10-07").end)
    assert not same_event(september, october)
    assert not same_event(replace(september, when=None, basis=Basis.BOUNDED, bounds=PAST), october)
    assert same_event(replace(september, published=on("2022-10-08").end), october)  # one of them errs
    assert same_event(replace(september, when=october.when, status=Status.PLANNED), october)


def test_what_is_said_in_every_other_article_is_no_event_of_long_ago() -> None:
    source = ("speak", "condition", "anonym")
    long_ago = Interval(BEGINNING, on("1990-08-16").end, Granularity.DAY)
    old = replace(report("a", None, source), bounds=long_ago)
    assert not same_event(old, report("b", "1998-02-12", source, basis=Basis.CARRIED))
    assert same_event(old, report("b", "1990-09-12", source, basis=Basis.CARRIED))


def test_a_quarter_and_news_after_it_must_share_more_than_a_word() -> None:
    quarter = Interval.of_unit(on("2022-05-01").start, Granularity.QUARTER)
    stated = replace(report("a", terms=("lose", "billio", "Lind")), when=quarter, bounds=quarter)
    assert not same_event(stated, report("b", "2022-07-02", ("lose", "Lind", "job"), basis=Basis.PUBLISHED))


@st.composite
def piles(draw: st.DrawFn) -> list[Event]:
    """Reports of which many are alike but for one thing."""
    kinds = draw(st.lists(REPORTS, min_size=1, max_size=3))
    reports = []
    for _ in range(draw(st.integers(0, 12))):
        report, other = draw(st.sampled_from(kinds)), draw(REPORTS)
        name = draw(st.sampled_from(["id", "published", "actors", "places", "status", "story", "summary"]))
        reports.append(replace(report, **{name: getattr(other, name)}))
    return named(reports)


@given(piles())
@settings(deadline=None, max_examples=300)
def test_components_are_what_comparing_every_pair_gives(reports: list[Event]) -> None:
    groups = [{event.id} for event in reports]
    for a, b in combinations(reports, 2):
        if same_event(a, b):
            one, two = (next(group for group in groups if event.id in group) for event in (a, b))
            groups = [group for group in groups if group not in (one, two)] + [one | two]
    found = [{event.id for event in group} for group in components(reports)]
    assert sorted(map(sorted, found)) == sorted(map(sorted, groups))


@given(piles(), st.integers(0, 12))
@settings(deadline=None, max_examples=300)
def test_components_that_are_known_need_not_be_worked_out_again(reports: list[Event], number: int) -> None:
    new, known = reports[:number], components(reports[number:])
    links = [
        (event.id, group[0].id)
        for event in new
        for group in known
        if any(same_event(event, other) for other in group)
    ]
    assert components(new, known, links) == components(reports)


def test_what_is_known_is_not_compared_again(monkeypatch: pytest.MonkeyPatch) -> None:
    new, *others = [report(f"r{n:02d}", f"2022-08-{n + 1:02d}") for n in range(20)]
    known = components(others)
    monkeypatch.delattr("timeline.events.merge.same_event")
    assert components([new], known, [("r00", "r01")]) == [(new, *others)]


def test_a_day_that_was_carried_over_narrows_the_month_that_another_states() -> None:
    month = replace(report("a"), when=Interval.of_unit(on("2022-08-05").start, Granularity.MONTH))
    (entry,) = entries([month, report("b", "2022-08-12", basis=Basis.CARRIED)])
    assert (entry.when, entry.basis, entry.conflict) == (on("2022-08-12"), Basis.CARRIED, False)
    (entry,) = entries([month, report("b", "2022-08-12", basis=Basis.PUBLISHED)])
    assert entry.when == month.when


def test_a_date_taken_from_publication_is_no_claim_against_a_stated_one() -> None:
    (entry,) = entries([report("a"), report("b", "2022-08-06", basis=Basis.PUBLISHED)])
    assert (entry.when, entry.conflict) == (on("2022-08-05"), False)


def test_articles_that_copy_each_other_count_once() -> None:
    text = (
        "A storm sank the old car ferry Aurora near the port of Bergen on Friday, and the crew swam ashore."
    )
    timeline = build([article(text, name="one"), article(text, name="two")])
    ferry = next(entry for entry in timeline if not entry.minor)
    assert len({m.article for m in ferry.mentions}) == 2
    assert ferry.sources == 1


def test_a_reprint_a_week_later_does_not_contradict_the_original() -> None:
    text = (
        "Minister Anna Wels opened the restored lighthouse of Port Halden on Wednesday before several hundred "
        "visitors. The restoration had taken eleven years and three contractors, according to the harbour museum."
    )
    articles = [article(text, "2022-08-05", "first"), article(text, "2022-08-12", "reprint")]
    for told in (articles, articles[::-1]):
        (opened,) = [entry for entry in build(told) if "opened" in entry.summary]
        assert len(opened.mentions) == 2
        assert (opened.when, opened.conflict, opened.sources) == (on("2022-08-03"), False, 1)
    changed = article(text.replace("on Wednesday", "on Tuesday"), "2022-08-05", "changed")
    (opened,) = [entry for entry in build([articles[0], changed]) if "opened" in entry.summary]
    assert opened.conflict


def test_the_like_in_other_towns_stays_apart_though_one_story_tells_of_it_by_the_month() -> None:
    shared = "A fire destroyed the Orlen paper mill in Foteton on 12 October 2019."
    first = (
        f"Workers at Siloton went on strike on 11 October 2019. Ada Lind was elected mayor of Harst. {shared}"
    )
    second = (
        f"Workers at Fikiton went on strike in October 2019. Bo Rask was elected mayor of Torre. {shared}"
    )
    built = build([article(first, "2019-10-20", "one"), article(second, "2019-10-21", "two")])
    told = [[mention.summary for mention in entry.mentions] for entry in built]
    assert sum("went on strike" in one for summaries in told for one in summaries) == 2
    for summaries in told:
        assert not {"Siloton", "Fikiton"} <= {word for one in summaries for word in one.split()}, summaries
        assert not {"Harst", "Torre"} <= {word for one in summaries for word in one.split()}, summaries


def test_what_different_people_did_on_one_day_is_not_one_event() -> None:
    texts = [
        "Anna Wels condemned the ruling on Friday.",
        "The Halden Union condemned the ruling on Saturday.",
    ]
    timeline = build([article(text, name=text) for text in texts])
    assert len([entry for entry in timeline if "condemned" in entry.summary]) == 2
    one, two = report("a", terms=("condemn", "ruling")), report("b", terms=("condemn", "ruling"))
    assert same_event(one, two)
    assert not same_event(replace(one, actors=("Anna Wels",)), replace(two, actors=("Halden Union",)))
    assert same_event(replace(one, actors=("Anna Wels",)), replace(two, actors=("Minister Wels",)))
    assert same_event(replace(one, actors=("Halden Union",)), replace(two, actors=("HU",)))


def test_who_shares_a_reason_with_another_did_not_do_it_with_them() -> None:
    texts = [
        "Finance minister Petra Holm resigned on Friday over the pension leak.",
        "Transport minister Jonas Wyre resigned on Friday over the pension leak.",
    ]
    timeline = build([article(text, name=text) for text in texts])
    assert len([entry for entry in timeline if "resigned" in entry.summary]) == 2


@pytest.mark.parametrize("word", ["sank", "capsized"])
def test_an_article_that_says_it_in_its_own_words_counts_as_another(word: str) -> None:
    one = article("A storm sank the car ferry Aurora near Bergen on Friday.", name="one")
    two = article(
        f"On Friday the Aurora {word}; the storm sank her off Bergen with thirty lorries.", name="two"
    )
    ferry = [e for e in build([one, two]) if e.sources == 2]
    assert ferry
    assert {m.article for m in ferry[0].mentions} == {"one", "two"}


@pytest.mark.parametrize(
    ("words", "one", "two"),
    [
        (
            ("launch", "launched"),
            "Lind launched the Aurora reader on 3 May 2021. Within a month of its launch it was withdrawn.",
            "Sales are slow. Lind launched the Aurora reader in May 2021.",
        ),
        (
            ("Deliveries", "delivered"),
            "Deliveries to Bergen Ferries, the first buyer, are not due until August - two years late.",
            "The first ship, made by Lind, was delivered on Friday to Bergen Ferries.",
        ),
        (
            ("filed", "filed"),
            (
                "At a press conference in Oslo, the head of the Lind Steel Company, which filed for bankruptcy on "
                "Friday, told of a plan."
            ),
            (
                "In a speech in the House of Lords on Saturday, Prime Minister Anna Berg told of her plan after Lind "
                "Steel said that it had filed for bankruptcy."
            ),
        ),
        (
            ("killed", "died"),
            "The quake killed forty people in Port Halden on Friday.",
            "On Friday forty people died in Port Halden, the coastguard announced.",
        ),
        (
            ("bought", "acquisition"),
            "Lind Steel bought the Aurora mill on 3 May 2021.",
            "The acquisition of the Aurora mill on 3 May 2021 cost Lind Steel its good name.",
        ),
        (
            ("collided", "crash"),
            "The ferry Aurora collided with a tanker off Bergen on Friday.",
            "Nobody was hurt in the crash of the Aurora on Friday.",
        ),
        (
            ("began", "started"),
            "Dock workers in Velden stay out. Their walkout began on 3 August, and forty ships wait in the bay.",
            "The strike of the dock workers in Velden started on 4 August. Forty ships are waiting.",
        ),
        (
            ("launched", "began"),
            "Bus drivers in Harlow launched a strike on Monday over night shifts.",
            "The walkout by Harlow bus drivers, which began on 1 August, has closed eleven lines.",
        ),
        (
            ("ended", "walkout"),
            "The strike of the Velden dock workers ended on Tuesday after a vote.",
            "The dock workers met on Wednesday, a day after the end of their walkout on 2 August.",
        ),
        (
            ("collapsed", "broke"),
            "Talks between the Brenn government and the Sarn rebels collapsed on Wednesday.",
            "The Sarn rebels left after talks with the Brenn government broke down on Wednesday.",
        ),
        (
            ("found", "convicted"),
            "A jury in Torre found Ines Palo guilty of arson on Friday.",
            "Ines Palo was convicted of arson in Torre on Friday.",
        ),
        (
            ("struck", "earthquake"),
            "Nine people died on Saturday when a quake struck the Tarsin coast near Elva.",
            "The earthquake of Saturday on the Tarsin coast destroyed the bridge of Elva.",
        ),
        (
            ("sold", "sold"),
            "The Aurora mill has a long history. It was sold to Lind Steel on 3 May 2021.",
            "Three years after it was sold in May 2021, the Aurora mill closed for good.",
        ),
        (
            ("broke", "started"),
            "A fire broke out in the Salt Street market of Marne on Monday night.",
            "The blaze in the market on Salt Street, Marne, started on Monday at ten in the evening.",
        ),
        (
            ("broke", "began"),
            "War broke out between Brenn and Kastor on Wednesday over the Wend delta.",
            "The war between Brenn and Kastor, which began on 3 August, has cost two thousand lives.",
        ),
        (
            ("found", "acquitted"),
            "A jury in Torre found Ines Palo not guilty of arson on Friday.",
            "Ines Palo was acquitted of arson in Torre on Friday.",
        ),
        (
            ("freed", "released"),
            "Two engineers were kidnapped in Torre on Wednesday. They were freed on Friday evening.",
            "The two engineers kidnapped in Torre on Wednesday are back. The army released them on Friday.",
        ),
        (
            ("took", "began"),
            "A ceasefire between Brenn and the Sarn rebels took effect on Monday.",
            "The ceasefire with the Sarn rebels, which began on 1 August, has been broken.",
        ),
        (
            ("opened", "went"),
            "The trial of the banker Leon Marsk opened in Dorne on Tuesday.",
            "Leon Marsk, the banker, went on trial in Dorne on Tuesday.",
        ),
        (
            ("won", "elected"),
            "Ilse Dray won the election in Kastor on Friday.",
            "Kastor elected Ilse Dray president on Friday.",
        ),
        (
            ("won", "beat"),
            "Velden won 2-1 at Harlow in the cup on Friday.",
            "Velden beat Harlow 2-1 in the cup on Friday.",
        ),
        (
            ("took", "sworn"),
            "Ilse Dray took office as president of Kastor on Friday.",
            "Ilse Dray was sworn in as president of Kastor on Friday.",
        ),
        (
            ("struck", "reached"),
            "Harlow's nurses and the Halvor hospital struck a deal on pay on Friday.",
            "The Halvor hospital and its nurses reached an agreement on pay on Friday.",
        ),
        (
            ("imposed", "banned"),
            "A ban of four years was imposed on the runner Ila Soren on Friday.",
            "The runner Ila Soren was banned for four years on Friday.",
        ),
        (
            ("taken", "arrested"),
            "The smuggler Davo Reis was taken into custody on Friday.",
            "Davo Reis was arrested on Friday.",
        ),
        (
            ("arrested", "arrested"),
            "Thousands marched through Marne on Friday. Police arrested 23 people.",
            "A march on Friday filled the streets of Marne. Twenty-three students were arrested.",
        ),
        (
            ("signed", "signed"),
            "Tarsin has left the Wend treaty, which it signed in August 2022.",
            "Tarsin and Kastor signed the Wend treaty on Friday.",
        ),
        (
            ("steps", "resignation"),
            "Sara Quent steps down as head of Lumo. The firm told its staff on Saturday.",
            "The chief executive of Lumo, Sara Quent, announced her resignation on Saturday.",
        ),
        (
            ("fell", "captured"),
            "The town of Lume fell into the hands of the rebels on Friday.",
            "Rebel troops captured the town of Lume on Friday.",
        ),
        (
            ("rejected", "rejected"),
            "Hallam made a bid for Pike & Sons on Thursday. Pike rejected the bid.",
            "Pike & Sons rejected the bid on Friday.",
        ),
        (
            ("has", "had"),
            "The company has a deadline on 1 October 2022 to draw up a plan for the mill.",
            "The mill, in need of money, had a 1 October 2022 deadline to finish its plan.",
        ),
    ],
)
def test_reports_that_put_it_in_other_forms_are_of_one_event(
    words: tuple[str, str], one: str, two: str
) -> None:
    articles = [article(one, name="one"), article(two, name="two")]
    homes = [
        {e.id for e in build(articles) for m in e.mentions if m.trigger and a.text[slice(*m.trigger)] == word}
        for word, a in zip(words, articles, strict=True)
    ]
    assert homes[0] & homes[1]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("A court in Kastor gave Mara Lind six years on Friday", "Mara Lind was jailed in Kastor on Friday"),
        ("Parliament waved the Kastor budget through on Friday", "Kastor's budget was approved on Friday"),
        ("Raiders held up the Lind bank in Kastor on Friday", "The heist at the Lind bank was on Friday"),
        ("Crews pulled Mara Lind alive from a cellar on Friday", "Mara Lind was rescued on Friday"),
        (
            "A freight train and a bus collided in Kastor on Friday",
            "A bus was hit by a train in Kastor on Friday",
        ),
        ("Kastor's mayor, Mara Lind, left office on Friday", "The resignation of Mara Lind came on Friday"),
        ("Detectives nabbed Mara Lind in Kastor on Friday", "Mara Lind was taken into custody on Friday"),
        ("Mara Lind was relieved of her duties on Friday", "The Lind museum sacked Mara Lind on Friday"),
        ("The Lind plant in Kastor blew up on Friday", "An explosion tore through the Lind plant on Friday"),
        (
            "Lind Motors snapped up the Kastor mill on Friday, buying it for cash",
            "Kastor mill was sold on Friday",
        ),
        ("The Kastor express came off the rails on Friday", "The Kastor express was derailed on Friday"),
        ("Kastor's parliament voted Mara Lind out on Friday", "The ouster of Mara Lind came on Friday"),
        ("Mara Lind was forced from her home in Kastor on Friday", "Mara Lind fled Kastor on Friday"),
        ("A lorry ploughed into the Lind bakery on Friday", "The Lind shop was hit by a lorry on Friday"),
        ("Mara Lind broke out of the Kastor jail on Friday", "The escape of Mara Lind came on Friday"),
        ("Flight attendants of Lind Air walked out on Friday", "The strike at Lind Air began on Friday"),
        (
            "Rescuers called off the search for the Lind on Friday",
            "The search for the Lind was abandoned on Friday",
        ),
    ],
)
def test_outlets_have_several_words_for_one_event(one: str, two: str) -> None:
    timeline = build([article(one + ".", name="one"), article(two + ".", name="two")])
    assert 2 in [entry.sources for entry in timeline]


@pytest.mark.parametrize(
    ("one", "two", "sources"),
    [
        ("The vessel sank on Friday", "A ferry went down on Friday", 2),
        (
            "Detectives searched the offices of Lind on Friday",
            "Police raided Lind's headquarters on Friday",
            2,
        ),
        ("Lind renamed its ferry line on Friday", "Lind renamed a tanker on Friday", 1),  # a line is no ship
        ("A tram hit a van in Kastor on Thursday", "A tram hit a bus in Bergen on Friday", 1),
    ],
)
def test_what_outlets_call_by_several_nouns_is_shared_where_the_day_is_the_same(
    one: str, two: str, sources: int
) -> None:
    timeline = build([article(one + ".", name="one"), article(two + ".", name="two")])
    assert max(entry.sources for entry in timeline) == sources


def test_a_word_of_several_meanings_is_no_bridge_between_what_has_none_in_common() -> None:
    texts = [
        "Lumo launched the Aurora reader in Kastor on Friday.",
        "Lumo published a history of the Aurora reader in Kastor on Friday.",
    ]
    timeline = build([article(text, name=text) for text in texts])
    assert [entry.sources for entry in timeline if not entry.minor] == [1, 1]


def test_one_article_that_uses_two_verbs_tells_of_two_events() -> None:
    told = article("On Friday Halvor Shipping sold the ferry Aurora and bought the ferry Iris.")
    assert [entry.summary.split()[-2:] for entry in build([told])] == [["ferry", "Aurora"], ["ferry", "Iris"]]


def test_what_was_refused_is_no_claim_about_what_came_later() -> None:
    texts = [
        "Culture minister Ola Finn refused to resign on Monday over the opera bill.",
        "Culture minister Ola Finn resigned on Friday over the opera bill.",
    ]
    (resigned,) = [
        entry for entry in build([article(t, name=t) for t in texts]) if "resigned" in entry.summary
    ]
    assert (resigned.when, resigned.conflict) == (on("2022-08-05"), False)


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        (
            (
                "President Dray appointed General Tom Arn chief of the army on Friday.",
                "President Dray appointed Colonel Ila Besk head of the coastguard on Friday.",
            ),
            2,
        ),
        (
            (
                "Petra Holm resigned on Friday over the pension leak.",
                "On Friday Petra Holm resigned with a letter to her party.",
            ),
            1,
        ),
    ],
)
def test_the_object_tells_apart_what_one_person_did_in_a_day(texts: tuple[str, ...], count: int) -> None:
    timeline = build([article(text, name=text) for text in texts])
    assert len([entry for entry in timeline if not entry.minor]) == count


def test_what_one_person_did_to_two_things_is_two_events() -> None:
    texts = [
        "President Dray condemned the attack on Sarn on Friday.",
        "President Dray condemned the tax ruling on Friday.",
    ]
    timeline = build([article(text, name=text) for text in texts])
    assert len([entry for entry in timeline if "condemned" in entry.summary]) == 2


def test_what_happened_in_two_places_on_two_days_is_two_events() -> None:
    texts = [
        "Veldt opened its battery factory in Kastor on 1 August 2022.",
        "Veldt opened its battery factory in Brenn on 3 August 2022.",
    ]
    timeline = build([article(text, name=text) for text in texts])
    assert len([entry for entry in timeline if "opened" in entry.summary]) == 2
    assert not any(entry.conflict for entry in timeline)


def test_a_date_beside_the_subject_is_a_claim_like_any_other() -> None:
    texts = [
        "An explosion tore through the Marrow paint factory in Elva on Tuesday.",
        "A blast at the Marrow paint factory in Elva on Wednesday killed two workers.",
    ]
    (blast,) = [entry for entry in build([article(text, name=text) for text in texts]) if entry.conflict]
    assert {mention.when for mention in blast.mentions} == {on("2022-08-02"), on("2022-08-03")}


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        (
            "Lind Foods is on fire again. The Arden mill of Lind burned. The blaze began on 3 May.",
            "Firemen left the Arden mill of Lind. The fire started on 4 May, Lind said.",
            1,
        ),
        (
            "Lind Foods is on fire again. The Arden mill of Lind burned. The blaze began on 3 May.",
            "Firemen left the Calder dock of Voss. The fire started on 4 May, Voss said.",
            2,
        ),
    ],
)
def test_articles_of_one_story_disagree_on_when_it_began(one: str, other: str, count: int) -> None:
    built = build([article(one, "2022-05-07", "a"), article(other, "2022-05-07", "b")])
    began = [entry for entry in built if any("|begin" in mention.terms[0] for mention in entry.mentions)]
    assert len(began) == count
    assert [entry.conflict for entry in began] == [count == 1] * count


def test_what_one_article_of_a_story_dates_to_the_month_the_other_tells_of_its_day() -> None:
    one = article(
        "Lind Bank was robbed in Arden. Lind Bank had no guard. Police arrested a man on Friday.",
        "2022-05-07",
    )
    two = article(
        "A court in Arden heard of the robbery of Lind Bank. The man was arrested in May.", "2022-09-08", "b"
    )
    arrests = [e for e in build([one, two]) if any("arrested" in mention.summary for mention in e.mentions)]
    assert [(entry.sources, date_of(entry.when)) for entry in arrests] == [(2, "2022-05-06")]


def test_articles_of_one_story_need_not_name_anybody_where_the_day_is_the_same() -> None:
    one = article(
        "Voss Line is in trouble. The Aurora of Voss hit a reef. She sank on 3 May.", "2022-05-07", "a"
    )
    two = article(
        "Divers look for the Aurora of Voss. The ship, at sea for years, sank on 3 May.", "2022-05-08", "b"
    )
    sank = [
        entry for entry in build([one, two]) if any("sank" in mention.summary for mention in entry.mentions)
    ]
    assert [entry.sources for entry in sank] == [2]


def test_a_word_of_several_meanings_joins_nothing_of_a_story_without_a_term_in_common() -> None:
    one = article(
        "Senators ended the Voss crisis in Kastor. The upper chamber ousted Mara Lind on Tuesday.",
        "2022-05-05",
        "one",
    )
    two = article(
        "Crowds filled Kastor over the Voss crisis. Squads fired tear gas in Elva on Tuesday.",
        "2022-05-05",
        "two",
    )
    ousted = [entry for entry in build([one, two]) if "ousted" in entry.summary]
    assert [entry.sources for entry in ousted] == [1]


@pytest.mark.parametrize(("published", "count"), [("2022-05-08", 2), ("2022-07-08", 1)])
def test_what_a_story_tells_without_a_date_is_of_the_weeks_before(published: str, count: int) -> None:
    one = article(
        "The Aurora of Voss sank off Kastor. Mayor Mara Lind met survivors in Kastor on 4 May.",
        "2022-05-05",
        "one",
    )
    two = article(
        "Divers look for the Aurora of Voss. Ms Lind, who had spoken to families in Kastor, thanked the crews.",
        published,
        "two",
    )
    met = [entry for entry in build([one, two]) if any(" met " in told.summary for told in entry.mentions)]
    assert [entry.sources for entry in met] == [count]


def test_what_began_is_the_noun_right_before_though_it_stands_behind_before_or_after() -> None:
    text = "Judges found that Lind had ignored three warnings before the flood, which began on 11 April."
    (began,) = (
        event for event in read(article(text, "2023-11-16")) if event.summary.endswith("began on 11 April")
    )
    assert began.terms[0] == "flood|begin"


def test_the_start_and_the_end_of_an_event_are_two() -> None:
    texts = [
        "The strike at the Velden docks began on Friday.",
        "The strike at the Velden docks ended on Friday.",
    ]
    timeline = build([article(text, name=text) for text in texts])
    assert len([entry for entry in timeline if not entry.minor]) == 2


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "Shares of Lind Steel rose 25 cents to $4.25 on Friday in New York trading.",
            "Aurora Foods shares rose 50 cents to $13 on Friday on the New York Stock Exchange.",
        ),
        (
            "Revenue at Berg Mills increased to $78 million on Friday, the company's chief executive said.",
            "Net income of the Halden group increased to $9 million on Friday.",
        ),
    ],
)
def test_words_that_stand_in_every_article_make_no_two_reports_one(one: str, two: str) -> None:
    timeline = build([article(one, name="one"), article(two, name="two")])
    assert all(len({mention.article for mention in entry.mentions}) == 1 for entry in timeline)


def test_different_events_of_one_day_stay_apart() -> None:
    fire = report("b", terms=("burn", "dock", "Lind"))
    assert not any(same_event(a, b) for a, b in combinations([report("a"), fire], 2))


def test_undated_entries_stand_where_they_must_be_over() -> None:
    bounded = replace(report("a", None), bounds=Interval(BEGINNING, on("2022-08-04").end, Granularity.DAY))
    timeline = entries(
        [report("b", "2022-08-06", ("burn", "dock")), bounded, report("c", "2022-08-01", ("fall",))]
    )
    assert [entry.id for entry in timeline] == ["c", "a", "b"]


def test_details_are_kept_and_not_shown() -> None:
    detail = replace(report("a"), minor=True)
    timeline: tuple[Entry, ...] = entries([detail])
    assert len(timeline) == 1
    assert shown(timeline) == ()


def test_the_order_of_real_articles_does_not_matter() -> None:
    texts = [
        "A storm sank the ferry Aurora near Bergen on Friday. The owner had bought the ferry in 2015.",
        "The ferry Aurora sank on Friday near Bergen.\n\nThe owner said on Saturday that the ship was sound.",
        "Bergen mourned on Sunday. The Aurora, a ferry, sank on Friday in a storm.",
    ]
    told = [event for n, text in enumerate(texts) for event in read(article(text, name=str(n)))]
    assert entries(told) == entries(reversed(told))


def test_what_is_only_named_at_no_time_joins_nothing() -> None:
    named_only = replace(report("b", None), bounds=OPEN)
    assert same_event(report("a", None), report("b", None))
    assert not same_event(report("a", None), named_only)
    assert not same_event(report("a"), named_only)
