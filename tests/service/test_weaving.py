"""Weaving step by step gives what merging everything at once gives."""

from itertools import permutations

import pytest

from tests.desk import distinct_text
from timeline import pipeline
from timeline.events.corrections import Change, Correction, apply
from timeline.interval import Interval
from timeline.service.weaving import plan, weave
from timeline.store import EntryQuery, JobState
from timeline.store.outbox import WEAVE

TEXTS = {
    "a": "The Orlen bridge collapsed into the river Wend on 3 May 2021. Minister Anna Wels resigned on 9 June 2021.",
    "b": "The Orlen bridge collapsed into the river Wend on 3 May 2021. A storm hit Port Halden on 1 March 2020.",
    "c": "The Orlen bridge collapsed into the river Wend on 4 May 2021. Anna Wels resigned on 9 June 2021.",
}
MORE = {
    "d": "A storm hit Port Halden on 1 March 2020. The harbour of Port Halden reopened in April 2020.",
    "e": "Minister Anna Wels resigned on 9 June 2021. The bridge collapsed into the river Wend on 3 May 2021.",
}


def scratch(articles, corrections=()):
    """What merging all the articles anew shows."""
    return told(apply(pipeline.build(articles), corrections))


def told(entries):
    """What the entries say, their place in the list left out."""
    return [
        (e.id, e.summary, e.when, e.bounds, e.sources, e.conflict, [m.id for m in e.mentions], e.corrections)
        for e in entries
    ]


@pytest.fixture
def timeline(store):
    return store.create_timeline("Woven").id


@pytest.fixture
def shown(store, timeline):
    return lambda: store.entries(timeline, EntryQuery(limit=1000)).entries


@pytest.fixture
def articles(article):
    return {name: article(name, text) for name, text in {**TEXTS, **MORE}.items()}


def submit(desk, timeline, *articles):
    job = desk.store.submit(timeline, articles)
    desk.work()
    assert desk.store.job(job.id).state is JobState.DONE


@pytest.mark.parametrize("order", list(permutations("abc")))
def test_articles_one_by_one_in_any_order_give_what_all_at_once_give(desk, timeline, shown, articles, order):
    for name in order:
        submit(desk, timeline, articles[name])
    assert told(shown()) == scratch(articles[name] for name in "abc")


def test_all_at_once_and_later_additions_agree_with_merging_from_scratch(desk, timeline, shown, articles):
    submit(desk, timeline, *(articles[name] for name in "ab"))
    submit(desk, timeline, *(articles[name] for name in "ced"))
    assert told(shown()) == scratch(articles.values())


def test_removing_an_article_leaves_what_the_others_alone_would_give(desk, timeline, shown, articles):
    submit(desk, timeline, *articles.values())
    for gone in "adb":
        desk.store.remove_article(timeline, gone)
        desk.work()
        del articles[gone]
        assert told(shown()) == scratch(articles.values())


def test_an_emptied_timeline_leaves_no_trace_of_entries(desk, timeline, shown, articles):
    store = desk.store
    submit(desk, timeline, *articles.values())
    for gone in articles:
        store.remove_article(timeline, gone)
    desk.work()
    assert shown() == ()
    left = {key.decode().rpartition("}:")[2] for key in store._client.scan_iter(match=f"*{timeline}*")}
    assert {name for name in left if not name.startswith("job")} == {"info"}


def test_a_changed_article_gives_what_only_its_new_text_would(desk, timeline, shown, articles, article):
    submit(desk, timeline, *articles.values())
    articles["b"] = article("b", "The Orlen bridge collapsed on 5 May 2021. Nobody was hurt.")
    submit(desk, timeline, articles["b"])
    assert told(shown()) == scratch(articles.values())


@pytest.mark.parametrize("size", [10, 100])
def test_one_more_article_rewrites_its_own_entries_alone(desk, timeline, shown, article, size):
    submit(desk, timeline, *(article(f"n{n}", distinct_text(n)) for n in range(size)))
    before = {entry.id: entry for entry in shown()}
    desk.store.submit(timeline, [article("again", distinct_text(7))])
    desk.do(*desk.sent.pop(0))
    loom = desk.store.loom(timeline)
    weaving = plan(loom, loom.dirty(10))
    mine = {entry.id for entry in before.values() if any(m.article == "n7" for m in entry.mentions)}
    assert set(weaving.hidden) == mine
    assert {mention.article for entry in weaving.entries for mention in entry.mentions} >= {"again", "n7"}
    desk.work()
    after = {entry.id: entry for entry in shown()}
    touched = {entry.id for entry in weaving.entries}
    assert {name for name in before.keys() | after.keys() if not same(before, after, name)} <= mine | touched


def test_one_more_article_asks_the_store_for_as_little_however_long_the_timeline_is(desk, timeline, article):
    client = desk.store._client

    def asked(number):
        """How many commands the store runs for an article, and how many bytes it answers."""
        calls = sum(told["calls"] for told in client.info("commandstats").values())
        size = client.info("stats")["total_net_output_bytes"]
        submit(desk, timeline, article(f"again {number}", distinct_text(number)))
        size = client.info("stats")["total_net_output_bytes"] - size
        return sum(told["calls"] for told in client.info("commandstats").values()) - calls, size

    submit(desk, timeline, *(article(f"n{n}", distinct_text(n)) for n in range(10)))
    calls, size = asked(7)
    submit(desk, timeline, *(article(f"n{n}", distinct_text(n)) for n in range(10, 200)))
    more_calls, more_size = asked(17)
    assert more_calls <= calls
    assert more_size <= 1.2 * size


def same(before, after, name):
    """Whether an entry is as it was, its place in the list left out."""
    return name in before and name in after and told([before[name]]) == told([after[name]])


WIRE = (
    "The Orlen bridge collapsed into the river Wend on 3 May 2021 during the morning rush hour. Nobody was killed, "
    "but eleven commuters were treated for hypothermia in the district hospital. Engineers had warned repeatedly "
    "that the northern abutment was cracking, according to documents published by the regional parliament."
)
EDITED = "(Agencies) " + WIRE.replace("commuters", "people").replace("the district hospital", "hospital")
ANEW = "Anna Berg saw it happen. The Orlen bridge simply collapsed on 3 May 2021, and the Wend carried its deck away."


@pytest.mark.parametrize("order", list(permutations(("wire", "edited", "anew"))))
def test_a_story_that_several_articles_copy_counts_as_one_source(desk, timeline, shown, article, order):
    texts = {"wire": WIRE, "edited": EDITED, "anew": ANEW}
    for name in order:
        submit(desk, timeline, article(name, texts[name]))
    (fall,) = (entry for entry in shown() if "collapsed" in entry.summary)
    assert ({mention.article for mention in fall.mentions}, fall.sources) == ({"wire", "edited", "anew"}, 2)
    desk.store.remove_article(timeline, "anew")
    desk.work()
    (fall,) = (entry for entry in shown() if "collapsed" in entry.summary)
    assert (len(fall.mentions), fall.sources) == (2, 1)


def correction(name, kind, *events, **fields):
    when = f"2026-01-01T00:00:0{name}Z"
    return Correction(name, "Kim", when, kind, tuple(e.mentions[0].id for e in events), **fields)


@pytest.fixture
def correct(desk, timeline):
    def make(one):
        job = desk.store.correct(timeline, one)
        desk.work()
        assert desk.store.job(job.id).state is JobState.DONE

    return make


def test_corrections_hold_survive_new_articles_and_can_be_undone(desk, timeline, shown, articles, correct):
    submit(desk, timeline, *(articles[name] for name in "ab"))
    plain = shown()
    made = [
        correction("1", Change.DATE, plain[0], date=Interval.of_day(18_000)),
        correction("2", Change.MERGE, plain[1], plain[-1]),
        correction("3", Change.ADD, date=Interval.of_day(19_000), summary="The inquiry opened"),
        correction("4", Change.CONFIRM, plain[1]),
    ]
    for one in made:
        correct(one)
    assert told(shown()) == scratch((articles[name] for name in "ab"), made)
    submit(desk, timeline, *(articles[name] for name in "cde"))
    assert told(shown()) == scratch(articles.values(), made)
    assert desk.store.corrections(timeline) == tuple(made)
    for one in made:
        desk.store.undo(timeline, one.id)
        desk.work()
    assert told(shown()) == scratch(articles.values())
    assert all(one.undone for one in desk.store.corrections(timeline))


def test_a_hidden_entry_comes_back_when_that_is_undone(desk, timeline, shown, articles, correct):
    submit(desk, timeline, *articles.values())
    before = shown()
    correct(correction("1", Change.HIDE, before[0]))
    assert told(shown()) == scratch(articles.values(), desk.store.corrections(timeline))
    desk.store.undo(timeline, "1")
    desk.work()
    assert told(shown()) == told(before)


def test_a_split_entry_is_whole_again_when_that_is_undone(desk, timeline, shown, articles, correct):
    submit(desk, timeline, *articles.values())
    whole = next((entry for entry in shown() if len(entry.mentions) > 1), None)
    assert whole, "the articles must share an event"
    before = told(shown())
    correct(correction("1", Change.SPLIT, whole))
    assert told(shown()) == scratch(articles.values(), desk.store.corrections(timeline))
    assert len(shown()) == len(before) + 1
    desk.store.undo(timeline, "1")
    desk.work()
    assert told(shown()) == before


def test_a_second_weaver_leaves_the_work_to_the_first(desk, timeline, articles):
    store = desk.store
    store.submit(timeline, list(articles.values()))
    desk.do(*desk.sent.pop(0))
    loom = store.loom(timeline)
    with loom as held:
        assert held
        desk.work()
        assert store.entries(timeline, EntryQuery()).total == 0
    store.ask_to_weave(timeline)
    desk.work()
    assert store.entries(timeline, EntryQuery()).total > 0


def test_a_message_that_finds_another_weaver_at_work_keeps_no_later_one_from_being_sent(
    desk, timeline, articles
):
    store = desk.store
    with store.loom(timeline):
        store.submit(timeline, [articles["a"]])
        desk.work()
    store.submit(timeline, [articles["b"]])
    desk.do(*desk.sent.pop(0))
    assert desk.sent == [(WEAVE, (timeline,))]


def test_a_message_that_is_delivered_again_lets_go_of_the_lock_that_its_dead_worker_left(
    desk, timeline, articles
):
    store = desk.store
    store.submit(timeline, list(articles.values()))
    desk.do(*desk.sent.pop(0))
    dead = store.loom(timeline, "message")
    assert dead.__enter__()  # and never left, as where its process is killed
    marks = dead.dirty(10)
    weave(store, timeline, "another", holder_died=True)
    weave(store, timeline, "message")
    assert store.entries(timeline, EntryQuery()).total == 0
    weave(store, timeline, "message", holder_died=True)
    assert store.entries(timeline, EntryQuery()).total > 0
    assert not dead.commit(plan(dead, marks))


def test_a_weaver_that_lost_its_lock_cannot_commit(desk, timeline, articles):
    store = desk.store
    store.submit(timeline, list(articles.values()))
    desk.do(*desk.sent.pop(0))
    loom = store.loom(timeline)
    with loom:
        weaving = plan(loom, loom.dirty(100))
        store.outbox.release("tl:")
        assert not loom.commit(weaving)
    assert store.entries(timeline, EntryQuery()).total == 0
