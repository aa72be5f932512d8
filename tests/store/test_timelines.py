import pytest

from timeline.edtf import day_text
from timeline.store import NotFoundError


def test_a_new_timeline_is_on_the_list(store):
    made = store.create_timeline("The bridge")
    assert store.timelines() == (made,)
    assert store.timeline(made.id) == made
    assert (made.title, made.articles, made.entries) == ("The bridge", 0, 0)


def test_an_id_that_never_was_is_no_timeline(store):
    assert store.timeline("0123456789abcdef") is None


def test_a_timeline_can_be_renamed(store):
    made = store.create_timeline("The bridge")
    assert store.rename_timeline(made.id, "The bridge at Orlen").title == "The bridge at Orlen"


def test_a_deleted_timeline_is_gone_until_it_is_restored(store):
    made = store.create_timeline("The bridge")
    store.delete_timeline(made.id)
    assert store.timeline(made.id) is None
    assert store.timelines() == ()
    assert store.restore_timeline(made.id) == made
    assert store.timelines() == (made,)


def test_nothing_can_be_done_to_a_timeline_that_is_not_there(store, article):
    made = store.create_timeline("The bridge")
    store.delete_timeline(made.id)
    for timeline in (made.id, "0123456789abcdef"):
        with pytest.raises(NotFoundError):
            store.rename_timeline(timeline, "x")
        with pytest.raises(NotFoundError):
            store.delete_timeline(timeline)
        with pytest.raises(NotFoundError):
            store.submit(timeline, [article("a")])


def test_what_was_deleted_long_ago_is_erased_and_the_rest_stays(desk, article):
    from timeline.store import timelines

    store = desk.store
    kept, deleted = store.create_timeline("kept"), store.create_timeline("deleted")
    for made in (kept, deleted):
        store.submit(made.id, [article("a")])
    desk.work()
    store.delete_timeline(deleted.id)
    store.erase_deleted()
    assert store.restore_timeline(deleted.id).articles == 1
    store.delete_timeline(deleted.id)
    timelines.erase_deleted(store._client, older_than=-1)
    assert not list(store._client.scan_iter(match=f"*{deleted.id}*:*"))
    with pytest.raises(NotFoundError):
        store.restore_timeline(deleted.id)
    assert store.timeline(kept.id).articles == 1


def test_the_list_tells_from_when_to_when_a_timeline_reaches(desk, article):
    made = desk.store.create_timeline("Bridge")
    assert desk.store.timeline(made.id).days is None
    desk.store.submit(made.id, [article("Orlen")])
    desk.work()
    first, last = desk.store.timeline(made.id).days
    assert (day_text(first), day_text(last)) == ("2021-05-03", "2021-06-04")


def test_timelines_made_in_a_row_stand_in_that_order(desk):
    made = [desk.store.create_timeline(str(number)).id for number in range(20)]
    assert [one.id for one in desk.store.timelines()] == made[::-1]


def test_what_is_deleted_can_be_erased_while_it_is_being_read_and_leaves_nothing(desk, article):
    store = desk.store
    made = store.create_timeline("private")
    store.submit(made.id, [article("a"), article("b")])
    desk.work()
    store.submit(made.id, [article("c")])
    with pytest.raises(NotFoundError):
        store.erase_timeline(made.id)
    (batch,) = store.outbox.abandoned(made.id, 1, idle=True)
    held = store.outbox.take(made.id, batch)
    store.delete_timeline(made.id)
    store.erase_timeline(made.id)
    assert not store.outbox.commit(held, [])
    desk.work()
    assert not list(store._client.scan_iter(match=f"*{made.id}*:*"))
    assert made.id not in {one.id for one in store.deleted_timelines()}
