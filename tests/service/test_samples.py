from tests.seeds.test_golden import NAMES, article
from timeline.service.samples import load_samples, stories


def test_a_first_start_shows_a_timeline_for_each_story_and_a_second_adds_none(desk):
    load_samples(desk.store)
    desk.work()
    made = desk.store.timelines()
    assert [one.title for one in made] == [story.title for story in stories()]
    assert all(one.entries > one.articles > 0 for one in made)
    load_samples(desk.store)
    assert len(desk.store.timelines()) == len(made)


def test_every_sample_belongs_to_one_story():
    told = [one.id for story in stories() for one in story.articles]
    assert sorted(told) == sorted(article(name).id for name in NAMES)


def test_who_has_a_timeline_gets_no_samples(desk):
    desk.store.create_timeline("My own")
    load_samples(desk.store)
    assert [made.title for made in desk.store.timelines()] == ["My own"]


def test_samples_that_were_deleted_stay_away_and_can_be_restored(desk):
    load_samples(desk.store)
    for made in desk.store.timelines():
        desk.store.delete_timeline(made.id)
    load_samples(desk.store)
    assert desk.store.timelines() == ()
    deleted = desk.store.deleted_timelines()
    assert [one.title for one in deleted] == [story.title for story in stories()]
    desk.store.restore_timeline(deleted[0].id)
    assert [one.title for one in desk.store.timelines()] == [deleted[0].title]
