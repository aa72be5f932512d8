import pytest

from timeline.service.broker import broker_url
from timeline.service.settings import store_url


@pytest.mark.parametrize(
    ("url", "with_password"),
    [
        ("redis://store:6379/0", "redis://:p%2Fw@store:6379/0"),
        ("rediss://app@store/2", "rediss://app:p%2Fw@store/2"),
        ("redis://app:old@store/2", "redis://app:p%2Fw@store/2"),
    ],
)
def test_the_password_comes_from_the_secret_file(tmp_path, url, with_password):
    secret = tmp_path / "secret"
    secret.write_text("p/w\n")
    assert store_url({"REDIS_URL": url, "REDIS_PASSWORD_FILE": str(secret)}) == with_password
    assert store_url({"REDIS_URL": url}) == url


def test_celery_knows_the_store_by_its_own_kind_of_url():
    assert broker_url("unix:///run/store.sock?db=3") == "redis+socket:///run/store.sock?virtual_host=3"
    assert broker_url("redis://:pw@store:6379/0") == "redis://:pw@store:6379/0"
