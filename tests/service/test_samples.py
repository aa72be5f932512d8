from timeline.service.samples import load_samples


def test_a_first_start_shows_the_samples_and_a_second_adds_none(desk):
    load_samples(desk.store)
    desk.work()
    (made,) = desk.store.timelines()
    assert made.title.startswith("Example")
    assert made.entries > made.articles > 0
    load_samples(desk.store)
    assert len(desk.store.timelines()) == 1


def test_who_has_a_timeline_gets_no_samples(desk):
    desk.store.create_timeline("My own")
    load_samples(desk.store)
    assert [made.title for made in desk.store.timelines()] == ["My own"]
