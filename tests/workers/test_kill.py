"""Nothing is lost and nothing done twice, whatever is killed."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from tests.desk import distinct_text
from tests.serving import Service, until
from timeline import pipeline
from timeline.events.corrections import apply
from timeline.store import EntryQuery, JobState

pytestmark = pytest.mark.skipif(not Path("/proc/self").exists(), reason="processes are told apart by /proc")

ARTICLES = 2_000
ROUNDS = ("workers.app", "valkey-server") * 3  # three times each, while a sixth of the articles is read


def submit(service: Service, article, first: int, last: int) -> str:
    articles = [article(f"a{number:04}", distinct_text(number)) for number in range(first, last)]
    return service.store.submit(service.timeline, articles).id


def read_so_far(service: Service) -> int:
    return len(service.store._client.keys(f"tl:{{{service.timeline}}}:events:*"))


@pytest.fixture
def service(serve):
    started = serve()
    started.ready()
    started.timeline = started.store.create_timeline("Under fire").id
    return started


def test_killing_worker_and_store_three_times_each_loses_nothing_and_does_nothing_twice(service, article):
    edges = [ARTICLES * part // len(ROUNDS) for part in range(len(ROUNDS) + 1)]
    jobs, middles = [], []
    for part, victim in enumerate(ROUNDS):
        jobs.append(submit(service, article, edges[part], edges[part + 1]))
        until(lambda first=edges[part]: read_so_far(service) > first, "the first articles of this round")
        middles.append(read_so_far(service))
        service.kill(victim)
    states = [service.store.wait(job, 90) for job in jobs]

    expected = {
        a.id: a for a in (article(f"a{number:04}", distinct_text(number)) for number in range(ARTICLES))
    }
    kept = {outline.id for outline in service.store.articles(service.timeline)}
    events = {name: pipeline.read(one) for name, one in expected.items()}
    lost = [name for name in expected if service.store.events_of(service.timeline, name) != events[name]]
    shown = service.store.entries(service.timeline, EntryQuery(limit=100_000)).entries
    scratch = apply(pipeline.build(expected.values()), ())
    mentions = Counter(mention.id for entry in shown for mention in entry.mentions)
    every = Counter(mention.id for entry in scratch for mention in entry.mentions)
    counted = sum(
        int(service.store._client.hget(f"tl:{{{service.timeline}}}:job:{job}", "read")) for job in jobs
    )
    print(
        f"\n{ARTICLES} articles, kills after {middles}: {len(lost)} lost, {counted - ARTICLES} done twice,"
        f" {len(every - mentions)} events missing, {len(mentions - every)} too many"
    )
    assert [(job.state, job.done, job.errors) for job in states] == [
        (JobState.DONE, b - a, ()) for a, b in pairwise(edges)
    ]
    assert kept == expected.keys()
    assert not lost
    assert counted == ARTICLES
    assert mentions == every
    assert [(e.id, e.when, e.sources) for e in shown] == [(e.id, e.when, e.sources) for e in scratch]
    assert all(middle < edge for middle, edge in zip(middles, edges[1:], strict=True)), "killed too late"
