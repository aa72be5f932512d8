"""A script runs as many commands, with as many arguments, as a change needs."""

import pytest

from timeline.store import keys
from timeline.store.commands import flat, with_each, with_pairs

MANY = {f"field {number}": bytes([number % 256, 0, 255]) for number in range(20_001)}


@pytest.fixture
def timeline(store):
    return store.create_timeline("Many").id


def run(store, timeline, *commands):
    """Run the commands as a weaver does that holds the lock."""
    lock = keys.key(timeline, keys.WEAVING)
    store._client.set(lock, "mine")
    assert store._client.run("weave", keys.slot(timeline), "mine", b"\x90", *flat(commands))


def test_as_many_fields_as_you_like_are_set_and_taken_away_whatever_bytes_they_hold(store, timeline):
    run(store, timeline, *with_pairs("HSET", keys.HOME, MANY.items()))
    kept = store._client.hgetall(keys.key(timeline, keys.HOME))
    assert {field.decode(): value for field, value in kept.items()} == MANY
    run(store, timeline, *with_each("HDEL", keys.HOME, MANY))
    assert not store._client.exists(keys.key(timeline, keys.HOME))


def test_scores_stay_numbers_and_nothing_to_do_is_no_command(store, timeline):
    run(store, timeline, *with_pairs("ZADD", keys.ORDER, [(-(2**40), "first"), (3, "last")]))
    order = store._client.zrange(keys.key(timeline, keys.ORDER), 0, -1, withscores=True)
    assert order == [(b"first", -(2.0**40)), (b"last", 3.0)]
    assert [*with_each("ZREM", keys.ORDER, []), *with_pairs("HSET", keys.HOME, [])] == []
