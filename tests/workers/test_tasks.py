"""Real workers on a real broker."""

import json
import os
import signal
from pathlib import Path

import pytest

from tests.desk import distinct_text
from tests.serving import descendants, until
from timeline.service.broker import PREFIX
from timeline.store import EntryQuery, JobState, Store
from timeline.store.outbox import READ
from web.sending import sender

pytestmark = pytest.mark.skipif(not Path("/proc/self").exists(), reason="processes are told apart by /proc")


@pytest.fixture
def timeline(crew):
    return crew.store.create_timeline("Worked on").id


def sending(crew):
    """The crew's store, for one that hands its work to the broker at once."""
    return Store(crew.store._client, sender(crew._environment["REDIS_URL"]))


def test_a_worker_reads_and_weaves_without_a_re_sender(crew, timeline, article):
    crew.worker()
    store = sending(crew)
    job = store.submit(timeline, [article(f"a{number}") for number in range(120)])
    ended = store.wait(job.id, 30)
    assert (ended.state, ended.done, ended.errors) == (JobState.DONE, 120, ())
    assert store.entries(timeline, EntryQuery()).total > 0


def test_messages_carry_ids_only(crew, timeline, article):
    store = sending(crew)
    job = store.submit(timeline, [article("a", "A secret ferry sank on 3 May 2021.")])
    (message,) = crew.store._client.lrange(f"{PREFIX}{READ}", 0, -1)
    assert b"secret" not in message
    assert json.loads(message)["headers"]["task"] == READ
    assert json.loads(message)["headers"]["argsrepr"] == repr((timeline, f"{job.id}.0"))


def test_work_without_a_message_is_found_by_the_re_sender(crew, timeline, article):
    crew.worker()
    job = crew.store.submit(timeline, [article("a")])
    assert crew.store.wait(job.id, 0).state is JobState.QUEUED
    crew.resender()
    assert crew.store.wait(job.id, 30).state is JobState.DONE


def test_without_a_worker_work_waits_and_that_can_be_seen(crew, timeline, article):
    crew.resender()
    worker = crew.worker()
    crew.kill(worker)
    until(lambda: crew.store.workers() == 0, "the worker's death being noticed")
    job = crew.store.submit(timeline, [article("a")])
    assert crew.store.wait(job.id, 1).state is JobState.QUEUED
    crew.worker()
    assert crew.store.wait(job.id, 30).state is JobState.DONE


def test_a_worker_that_is_asked_to_stop_leaves_at_once(crew):
    worker = crew.worker()
    worker.send_signal(signal.SIGTERM)
    worker.wait(30)
    assert crew.store.workers() == 0


def test_an_article_that_kills_its_worker_process_is_given_up_and_the_others_are_read(
    crew, timeline, article
):
    crew.resender()
    crew.worker("tests.workers.deadly")
    articles = [article(f"a{number}") for number in range(9)]
    articles.insert(4, article("poison", "A deadly storm hit Orlen on 3 May 2021."))
    job = sending(crew).submit(timeline, articles)
    ended = crew.store.wait(job.id, 50)
    assert (ended.state, ended.done) == (JobState.DONE, 10)
    assert [(error.article, error.message) for error in ended.errors] == [
        ("poison", "reading it ended the worker three times")
    ]
    assert sum(bool(outline.events) for outline in crew.store.articles(timeline)) == 9


def test_a_killed_process_of_the_pool_costs_nothing(crew, timeline, article):
    worker = crew.worker()
    crew.resender()
    store = sending(crew)
    jobs = [
        store.submit(timeline, [article(f"a{n}-{i}", distinct_text(n * 100 + i)) for i in range(100)])
        for n in range(6)
    ]
    for number, job in enumerate(jobs[:3], start=1):
        until(lambda job=job: store.job(job.id).state is not JobState.QUEUED, f"the start of job {number}")
        for pid in list(descendants(worker.pid))[:1]:
            os.kill(pid, signal.SIGKILL)
    states = [store.wait(job.id, 50) for job in jobs]
    assert [(job.state, job.done, job.errors) for job in states] == [(JobState.DONE, 100, ())] * 6


def test_a_job_is_cancelled_under_the_workers_hands(crew, timeline, article):
    crew.worker()
    store = sending(crew)
    job = store.submit(timeline, [article(f"a{number}", distinct_text(number)) for number in range(1_000)])
    until(lambda: store.articles(timeline), "the first batch")
    assert store.cancel(job.id).state is JobState.CANCELLED
    kept = len(store.articles(timeline))
    until(lambda: store.outbox.in_broker(PREFIX) == 0, "an empty broker")
    assert len(store.articles(timeline)) == kept < 1_000
    assert store.job(job.id).state is JobState.CANCELLED
