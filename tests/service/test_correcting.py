"""What people correct holds through all that happens to the articles, can be taken back, and alters no evidence."""

import pytest
from msgspec.structs import replace

from timeline.civil import days_from_civil
from timeline.events.corrections import Change, Chosen, Correction
from timeline.interval import Interval
from timeline.model import Published, Way
from timeline.store import EntryQuery, JobState, codec

TEXT = "The Orlen bridge collapsed last Monday. Minister Anna Wels resigned on 9 June 2021."
BESIDE = "Minister Anna Wels resigned on 9 June 2021. Nobody knew why."
OTHER = "Minister Anna Wels resigned on 9 June 2021. The Orlen bridge collapsed last Monday into the river."


def day(text):
    return Interval.of_day(days_from_civil(*map(int, text.split("-"))))


FIRST = Published(day("2021-05-09"))  # a Sunday: "last Monday" is the 3rd
LATER = Published(day("2021-05-16"))
LATEST = Published(day("2021-05-23"))


@pytest.fixture
def timeline(desk, article):
    made = desk.store.create_timeline("Corrected").id
    articles = [article("a", TEXT, published=FIRST.interval), article("z", BESIDE)]
    desk.store.submit(made, articles)
    desk.work()
    return made


@pytest.fixture
def shown(store, timeline):
    return lambda: store.entries(timeline, EntryQuery(limit=100)).entries


@pytest.fixture
def fall(shown):
    return lambda: next(entry for entry in shown() if "collapsed" in entry.summary)


@pytest.fixture
def correct(desk, timeline):
    def make(number, kind, *events, **fields):
        one = Correction(f"c{number}", "Kim", f"2026-01-0{number}T00:00:00Z", kind, events, **fields)
        assert desk.store.job(_done(desk, desk.store.correct(timeline, one))).state is JobState.DONE
        return one.id

    return make


@pytest.fixture
def undo(desk, timeline):
    return lambda name: _done(desk, desk.store.undo(timeline, name))


def _done(desk, job):
    desk.work()
    return job.id


def redated(correct, number, now, was=FIRST):
    return correct(number, Change.PUBLICATION, "a", published=now, was=was)


def told(entries):
    return [replace(entry, order=0) for entry in entries]


def all_kinds(shown):
    """A correction of each kind that bears on entries, as arguments."""
    one, two = shown()[0], shown()[-1]
    both = (one.mentions[0].id, two.mentions[0].id)
    return [
        (Change.DATE, both[:1], {"date": day("2021-05-04")}),
        (Change.READING, both[:1], {"date": day("2021-04-26")}),
        (Change.MERGE, both, {}),
        (Change.SPLIT, both[1:], {}),
        (Change.ADD, (), {"summary": "The inquiry opened", "date": day("2021-06-01")}),
        (Change.CONFIRM, both[:1], {}),
        (Change.HIDE, both[1:], {}),
    ]


def test_no_correction_alters_the_evidence_and_all_of_them_can_be_taken_back(
    store, timeline, shown, correct, undo
):
    evidence = [(store.article(timeline, name), store.events_of(timeline, name)) for name in "az"]
    before = told(shown())
    assert [len(entry.mentions) for entry in before] == [1, 2]
    names = [
        correct(n, kind, *events, **fields)
        for n, (kind, events, fields) in enumerate(all_kinds(shown), start=1)
    ]
    assert [(store.article(timeline, name), store.events_of(timeline, name)) for name in "az"] == evidence
    for name in names:
        undo(name)
    assert told(shown()) == before
    assert [(one.who, one.undone) for one in store.corrections(timeline)] == [("Kim", True)] * len(names)


@pytest.mark.parametrize("number", range(7))
def test_each_kind_of_correction_survives_reading_again_and_new_articles(
    desk, timeline, shown, correct, article, number
):
    kind, events, fields = all_kinds(shown)[number]
    correct(1, kind, *events, **fields)
    corrected = told(shown())
    desk.store.submit(timeline, [article("a", TEXT, published=FIRST.interval)])
    desk.work()
    assert told(shown()) == corrected
    desk.store.submit(timeline, [article("b", OTHER, published=FIRST.interval)])
    desk.work()
    joined = {(entry.when, entry.confirmed, entry.corrections) for entry in shown()}
    assert {(entry.when, entry.confirmed, entry.corrections) for entry in corrected} <= joined


def test_another_publication_date_dates_anew_what_hung_on_it_and_nothing_else(fall, shown, correct, undo):
    before = told(shown())
    assert fall().when == day("2021-05-03")
    name = redated(correct, 1, LATER)
    assert fall().when == day("2021-05-10")
    assert {entry.when for entry in shown()} == {day("2021-05-10"), day("2021-06-09")}
    undo(name)
    assert told(shown()) == before


def test_the_latest_publication_date_that_stands_holds(store, timeline, fall, correct, undo):
    first, second = redated(correct, 1, LATER), redated(correct, 2, LATEST, was=LATER)
    assert fall().when == day("2021-05-17")
    undo(first)
    assert fall().when == day("2021-05-17")
    undo(second)
    assert fall().when == day("2021-05-03")
    assert store.article(timeline, "a").published == FIRST.interval


def test_a_corrected_publication_date_stays_when_the_article_is_sent_again(
    desk, timeline, fall, correct, undo, article
):
    again = article("a", TEXT + " Nobody was hurt.", published=FIRST.interval)
    name = redated(correct, 1, LATER)
    desk.store.submit(timeline, [again])
    desk.work()
    assert fall().when == day("2021-05-10")
    undo(name)
    desk.store.submit(timeline, [replace(again, published=LATEST.interval)])
    desk.work()
    assert fall().when == day("2021-05-17")


def test_a_date_that_a_person_set_survives_another_publication_date(fall, correct):
    correct(1, Change.DATE, fall().mentions[0].id, date=day("2021-05-04"))
    redated(correct, 2, LATER)
    assert (fall().when, fall().mentions[0].when) == (day("2021-05-04"), day("2021-05-10"))


def test_a_publication_date_can_be_taken_back_when_the_article_is_gone(
    desk, timeline, fall, correct, undo, article
):
    name = redated(correct, 1, LATER)
    desk.store.remove_article(timeline, "a")
    desk.work()
    undo(name)
    desk.store.submit(timeline, [article("a", TEXT, published=FIRST.interval)])
    desk.work()
    assert fall().when == day("2021-05-03")


@pytest.fixture
def choose(correct):
    """Chooses a reading of the words that date an entry, as its page does."""

    def make(number, entry, way):
        (mention,) = (one for one in entry.mentions if one.readings)
        date, chosen = dict(mention.readings)[way], Chosen(mention.id, mention.timex, way)
        events = [one.id for one in entry.mentions]
        return correct(number, Change.READING, *events, date=date, chosen=chosen)

    return make


@pytest.fixture
def told_of(desk, timeline, article, shown):
    """Puts one more article onto the timeline and gives what finds an entry of it by a word of its summary."""

    def add(text, published=FIRST):
        desk.store.submit(timeline, [article("r", text, published=published.interval)])
        desk.work()
        return lambda word: next(entry for entry in shown() if word in entry.summary)

    return add


def test_a_reading_that_a_person_chose_follows_the_publication_date(told_of, choose, correct, undo):
    entry = told_of("The Tann ferry sank on Wednesday.")
    assert entry("sank").when == day("2021-05-05")
    choice = choose(1, entry("sank"), Way.FUTURE)
    assert entry("sank").when == day("2021-05-12")
    assert str(entry("sank").because) == "Kim chose another reading on 2026-01-01"
    name = correct(2, Change.PUBLICATION, "r", published=LATER, was=FIRST)
    assert (entry("sank").when, entry("sank").mentions[0].when) == (day("2021-05-19"), day("2021-05-12"))
    assert str(entry("sank").because) == (
        "Kim chose another reading on 2026-01-01; it meant Wednesday 12 May 2021 then, and has been reckoned anew"
    )
    undo(name)
    assert entry("sank").when == day("2021-05-12")
    undo(choice)
    assert entry("sank").when == day("2021-05-05")


def test_a_chosen_reading_follows_where_the_article_s_own_date_stays(told_of, choose, correct):
    entry = told_of("In 1914 the Tann mill was rebuilt and it closed in November.")
    assert str(entry("closed").because).startswith("“November”: ")
    before = entry("closed").when
    choose(1, entry("closed"), Way.PAST)
    assert entry("closed").when.start == day("2020-11-01").start
    correct(2, Change.PUBLICATION, "r", published=Published(day("2019-05-09")), was=FIRST)
    assert entry("closed").mentions[0].when == before
    assert entry("closed").when.start == day("2018-11-01").start


def test_a_chosen_reading_that_is_the_article_s_own_by_now_stays_chosen(told_of, choose, correct):
    entry = told_of("The Tann ferry sank on Wednesday.")
    choose(1, entry("sank"), Way.PAST)
    correct(2, Change.PUBLICATION, "r", published=LATER, was=FIRST)
    assert (entry("sank").when, entry("sank").mentions[0].when) == (day("2021-05-12"),) * 2


def test_where_a_chosen_reading_is_no_longer_to_be_had_its_date_stays_and_says_so(
    desk, timeline, article, told_of, choose
):
    entry = told_of("The Tann ferry sank on Wednesday.")
    choose(1, entry("sank"), Way.FUTURE)
    told_of("The Tann ferry sank on 3/12/2020.")  # the same event, other words
    assert entry("sank").when == day("2021-05-12")
    assert str(entry("sank").because) == (
        "Kim chose another reading on 2026-01-01; the article no longer allows it, so the date of then is kept"
    )
    told_of("The Tann ferry sank on Wednesday.", LATER)
    assert entry("sank").when == day("2021-05-19")


def test_a_reading_chosen_in_version_0_1_is_read_and_keeps_its_date(told_of, correct):
    entry = told_of("The Tann ferry sank on Wednesday.")
    kept = {"id": "c1", "who": "Kim", "when": "2026-01-01", "kind": "reading", "undone": False, "note": ""}
    former = codec.correction(codec.pack(kept | {"events": ["e1"], "date": day("2021-05-12")}))
    assert former.chosen is None
    correct(1, Change.READING, entry("sank").mentions[0].id, date=former.date)
    correct(2, Change.PUBLICATION, "r", published=LATER, was=FIRST)
    assert entry("sank").when == day("2021-05-12")
    assert str(entry("sank").because) == "Kim chose another reading on 2026-01-01"
