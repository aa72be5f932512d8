import pytest

from timeline import pipeline
from timeline.interval import Interval
from timeline.service.reading import read_batch
from timeline.store import EntryQuery, JobState, NotFoundError, Stage
from timeline.store.outbox import WEAVE, Outbox


@pytest.fixture
def timeline(store):
    return store.create_timeline("The bridge").id


def test_a_job_is_queued_until_its_articles_are_read_and_on_the_timeline(desk, timeline, article):
    store = desk.store
    job = store.submit(timeline, [article("a"), article("b")])
    assert (job.state, job.done, job.total, job.finished) == (JobState.QUEUED, 0, 2, None)
    read_batch(store, *desk.sent.pop(0)[1])
    assert (store.job(job.id).state, store.job(job.id).done) == (JobState.RUNNING, 0)
    desk.work()
    ended = store.job(job.id)
    assert (ended.state, ended.done, ended.errors) == (JobState.DONE, 2, ())
    assert ended.finished >= ended.created
    assert store.entries(timeline, EntryQuery()).total > 0
    assert store.jobs(timeline) == (ended,)


def test_each_article_of_a_job_tells_how_far_it_is(desk, timeline, article):
    store = desk.store
    store.submit(timeline, [article("other")])
    job = store.submit(timeline, [article("a", title="Bridge"), article("b", source="Post")])

    def stages():
        return [(one.article, one.title, one.stage) for one in store.progress(job.id)]

    assert stages() == [("a", "Bridge", Stage.WAITING), ("b", "Post", Stage.WAITING)]
    store.outbox.take(timeline, desk.sent[-1][1][1])
    assert {stage for *_, stage in stages()} == {Stage.READING}
    store.outbox.release("tl:")
    desk.work()
    assert stages() == [("a", "Bridge", Stage.READ), ("b", "Post", Stage.READ)]
    assert [one.events for one in store.progress(job.id)] == [
        info.events for info in store.articles(timeline)[1:]
    ]
    assert len(store.progress(job.id, 1)) == 1
    assert store.progress("never-1") == ()


def test_what_is_submitted_can_be_read_back(desk, timeline, article):
    given = article(
        "a", title="Bridge", source="The Orlen Post", url="https://orlen.example/1", utc_offset=60
    )
    desk.store.submit(timeline, [given])
    desk.work()
    assert desk.store.article(timeline, "a") == given
    assert desk.store.texts(timeline, ["a", "never"]) == {"a": given}
    (outline,) = desk.store.articles(timeline)
    assert (outline.title, outline.source, outline.characters) == (
        "Bridge",
        "The Orlen Post",
        len(given.text),
    )
    assert outline.events == len(desk.store.events_of(timeline, "a"))
    assert desk.store.events_of(timeline, "a") == pipeline.read(given)
    assert desk.store.article(timeline, "never") is None
    assert desk.store.events_of(timeline, "never") == ()


def test_an_id_that_never_was_is_no_job(store, timeline):
    for name in ("nonsense", f"{timeline}-00000000", "", "a-b-c"):
        assert store.job(name) is None
        assert store.wait(name, 5) is None
        with pytest.raises(NotFoundError):
            store.cancel(name)


def test_waiting_gives_the_job_as_it_is_when_the_time_is_over(store, timeline, article):
    job = store.submit(timeline, [article("a")])
    assert store.wait(job.id, 0).state is JobState.QUEUED


def test_many_articles_make_several_batches_and_a_large_one_its_own(desk, timeline, article):
    desk.store.submit(timeline, [article(f"a{i}") for i in range(120)])
    assert len(desk.sent) == 3
    desk.sent.clear()
    desk.store.submit(timeline, [article("b"), article("c", "long " * 100_000), article("d")])
    assert len(desk.sent) == 3


def test_a_batch_that_comes_twice_has_its_effect_once(desk, timeline, article):
    job = desk.store.submit(timeline, [article("a")])
    task = desk.sent[0]
    desk.work()
    before = desk.store.entries(timeline, EntryQuery())
    desk.sent += [task, (WEAVE, (timeline,)), task]
    desk.work()
    assert desk.store.entries(timeline, EntryQuery()) == before
    assert desk.store.job(job.id).done == 1


def test_a_batch_that_a_worker_holds_is_not_given_to_another(desk, timeline, article):
    desk.store.submit(timeline, [article("a")])
    ((_, arguments),) = desk.sent
    assert desk.store.outbox.take(*arguments).articles == (article("a"),)
    assert desk.store.outbox.take(*arguments) is None


def test_an_article_with_the_id_of_a_former_one_replaces_it(desk, timeline, article):
    desk.store.submit(timeline, [article("a")])
    desk.work()
    desk.store.submit(timeline, [article("a", "The ferry sank on 9 March 2020.")])
    desk.work()
    (entry,) = desk.store.entries(timeline, EntryQuery()).entries
    assert entry.when == Interval.of_day(18_330)
    assert len(desk.store.articles(timeline)) == 1


def test_a_cancelled_job_keeps_what_was_read_and_drops_the_rest(desk, timeline, article):
    store = desk.store
    job = store.submit(timeline, [article(f"a{i}") for i in range(100)])
    read_batch(store, *desk.sent.pop(0)[1])
    assert store.cancel(job.id).state is JobState.CANCELLED
    desk.work()
    assert store.job(job.id).state is JobState.CANCELLED
    assert len(store.articles(timeline)) == 50
    assert {m.article for e in store.entries(timeline, EntryQuery()).entries for m in e.mentions} <= {
        a.id for a in store.articles(timeline)
    }
    assert store.outbox.pending(timeline) == 0


def test_cancelling_what_has_ended_changes_nothing(desk, timeline, article):
    job = desk.store.submit(timeline, [article("a")])
    desk.work()
    assert desk.store.cancel(job.id).state is JobState.DONE


class Died(BaseException):
    """Ends a worker as a crash of its process would: nothing after it is done."""


@pytest.fixture
def deadly(desk, monkeypatch):
    """Makes the articles named end every worker that reads them; does all work with that."""

    def work(*names):
        def read(article):
            if article.id in names:
                raise Died
            return pipeline.events_before(article)

        with monkeypatch.context() as patch:
            patch.setattr(pipeline, "events_before", pipeline.read, raising=False)
            patch.setattr(pipeline, "read", read)
            while desk.sent:
                task = desk.sent[0]
                try:
                    desk.do(*desk.sent.pop(0))
                except Died:
                    desk.store.outbox.release("tl:")
                    desk.sent.append(task)

    return work


def test_an_article_that_ends_its_worker_three_times_is_given_up_and_the_others_are_read(
    desk, deadly, timeline, article
):
    store = desk.store
    job = store.submit(timeline, [article("deadly"), article("b"), article("c")])
    deadly("deadly")
    ended = store.job(job.id)
    assert (ended.state, ended.done, ended.total) == (JobState.DONE, 3, 3)
    (error,) = ended.errors
    assert (error.article, error.message) == ("deadly", "reading it ended the worker three times")
    assert [a.failure for a in store.articles(timeline) if a.id == "deadly"] == [error.message]
    stages = {one.article: one.stage for one in store.progress(job.id)}
    assert stages == {"deadly": Stage.FAILED, "b": Stage.READ, "c": Stage.READ}


def test_the_articles_of_a_job_that_failed_can_be_read_again(desk, deadly, timeline, article):
    store = desk.store
    job = store.submit(timeline, [article("deadly")])
    deadly("deadly")
    assert store.job(job.id).state is JobState.FAILED
    again = store.retry(job.id)
    desk.work()
    assert store.job(again.id).state is JobState.DONE
    assert store.articles(timeline)[0].failure == ""


def test_a_removed_article_takes_just_its_own_evidence_along(desk, timeline, article):
    store = desk.store
    store.submit(timeline, [article("a"), article("b", "The ferry sank on 9 March 2020.")])
    desk.work()
    job = store.remove_article(timeline, "a")
    assert job.state is JobState.QUEUED
    desk.work()
    assert store.job(job.id).state is JobState.DONE
    (entry,) = store.entries(timeline, EntryQuery()).entries
    assert [mention.article for mention in entry.mentions] == ["b"]
    assert [a.id for a in store.articles(timeline)] == ["b"]
    with pytest.raises(NotFoundError):
        store.remove_article(timeline, "a")


def test_what_lost_its_message_is_found_again(desk, timeline, article):
    store = desk.store
    store.submit(timeline, [article("a")])
    (lost,) = desk.sent
    desk.sent.clear()
    assert store.outbox.active() == [timeline]
    assert store.outbox.abandoned(timeline, 1, idle=False) == []
    assert store.outbox.abandoned(timeline, 1, idle=True) == [lost[1][1]]


def test_workers_count_while_they_give_signs_of_life(store):
    assert store.workers() == 0
    store.outbox.beat("one")
    store.outbox.beat("two")
    store.outbox.beat("one")
    assert store.workers() == 2
    store.outbox.leave("one")
    assert store.workers() == 1


def test_one_re_sender_is_at_work_at_a_time(store):
    assert store.outbox.lead("one")
    assert not store.outbox.lead("two")
    assert store.outbox.lead("one")
    assert isinstance(store.outbox, Outbox)
