import pytest

from timeline.store import EntryQuery, JobState, Store, StoreDownError, StoreFullError


@pytest.fixture
def full(store):
    """Leaves the store without memory until called again."""
    client = store._client

    def set_full(is_full):
        client.config_set("maxmemory", "1mb" if is_full else "0")

    yield set_full
    client.config_set("maxmemory", "0")


def test_a_full_store_takes_nothing_in_and_says_so(desk, full, article):
    store = desk.store
    timeline = store.create_timeline("Full").id
    full(True)
    before = sorted(store._client.scan_iter())
    with pytest.raises(StoreFullError, match="no memory or disk left; nothing was kept"):
        store.submit(timeline, [article("a")])
    with pytest.raises(StoreFullError):
        store.create_timeline("Another")
    assert sorted(store._client.scan_iter()) == before
    assert desk.sent == []


def test_a_store_that_fills_up_while_a_batch_is_read_keeps_the_batch_for_later(desk, full, article):
    store = desk.store
    timeline = store.create_timeline("Full").id
    job = store.submit(timeline, [article("a")])
    read = desk.sent[0]
    full(True)
    with pytest.raises(StoreFullError):
        desk.work()
    assert (store.job(job.id).state, store.articles(timeline)) == (JobState.QUEUED, ())
    full(False)
    desk.sent.append(read)
    desk.work()
    assert store.job(job.id).state is JobState.DONE
    assert store.entries(timeline, EntryQuery()).total > 0


def test_a_store_that_fills_up_before_weaving_shows_the_rest_later(desk, full, article):
    store = desk.store
    timeline = store.create_timeline("Full").id
    job = store.submit(timeline, [article("a")])
    desk.do(*desk.sent.pop(0))
    weave = desk.sent[0]
    full(True)
    with pytest.raises(StoreFullError):
        desk.work()
    assert store.entries(timeline, EntryQuery()).total == 0
    full(False)
    desk.sent.append(weave)
    desk.work()
    assert store.job(job.id).state is JobState.DONE


def test_a_full_store_still_lets_go_of_things(store, full, article):
    timeline = store.create_timeline("Full").id
    job = store.submit(timeline, [article("a")])
    full(True)
    assert store.cancel(job.id).state is JobState.CANCELLED
    store.delete_timeline(timeline)
    assert store.timelines() == ()


def test_a_store_that_is_not_there_is_said_to_be_down(tmp_path):
    with pytest.raises(StoreDownError, match="does not answer"):
        Store.connect(f"unix://{tmp_path}/nothing.sock").ping()
