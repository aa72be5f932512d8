"""docker-compose.yml: what it promises about safety, and that each of its commands really runs."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.serving import until, unused_port
from timeline.service import valkey
from timeline.store import Store, StoreError

ROOT = Path(__file__).parents[2]
FILE = ROOT / "docker-compose.yml"
COMPOSE: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
PASSWORD = "a secret of this test"


def test_the_services_are_web_worker_re_sender_and_store() -> None:
    assert set(SERVICES) == {"web", "worker", "resender", "redis"}


@pytest.mark.parametrize("name", SERVICES)
def test_every_service_is_locked_down_and_checked(name: str) -> None:
    service = SERVICES[name]
    assert int(service["user"].split(":")[0]) > 0
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["restart"] == "always"
    assert service["healthcheck"]["test"]
    assert service["secrets"] == ["store-password"]


def test_only_the_pages_are_published_and_only_to_this_machine() -> None:
    published = {name: service["ports"] for name, service in SERVICES.items() if "ports" in service}
    assert published == {"web": ["127.0.0.1:8000:8000"]}
    assert COMPOSE["networks"]["inside"] == {"internal": True}
    assert SERVICES["redis"]["networks"] == ["inside"]


def test_the_worker_can_be_scaled() -> None:
    assert "container_name" not in SERVICES["worker"]


def test_the_store_keeps_its_data_and_never_drops_any() -> None:
    command = SERVICES["redis"]["command"][-1]
    assert "--appendonly yes" in command
    assert "--maxmemory-policy noeviction" in command
    assert SERVICES["redis"]["volumes"] == ["store:/data"]


def test_compose_accepts_the_file(tmp_path: Path) -> None:
    compose = _compose()
    if compose is None:
        pytest.skip("docker compose is not installed")
    shutil.copy(FILE, tmp_path)
    done = subprocess.run([*compose, "config"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def _compose() -> list[str] | None:
    for command in (["docker", "compose"], ["docker-compose"]):
        if shutil.which(command[0]):
            answer = subprocess.run([*command, "version"], capture_output=True, check=False)
            if answer.returncode == 0:
                return command
    return None


def test_each_service_runs_by_its_own_command(tmp_path: Path) -> None:
    store, web = unused_port(), unused_port()
    (tmp_path / "password").write_text(PASSWORD + "\n")
    (tmp_path / "data").mkdir()
    places = {
        "/run/secrets/store-password": str(tmp_path / "password"),
        "/data": str(tmp_path / "data"),
        "--port 6379": f"--port {store} --bind 127.0.0.1",
        "0.0.0.0:8000": f"127.0.0.1:{web}",
        "valkey-server": str(valkey.find_server()),
    }
    environment = _environment(store, tmp_path / "password")
    client = Store.connect(f"redis://:{PASSWORD.replace(' ', '%20')}@127.0.0.1:{store}/0")
    with _running("redis", places, environment, tmp_path):
        until(lambda: _answers(client), "the store")
        with (
            _running("worker", places, environment, tmp_path),
            _running("resender", places, environment, tmp_path) as resender,
            _running("web", places, environment, tmp_path),
        ):
            until(lambda: client.workers() == 1, "the worker")
            until(lambda: _ready(f"http://127.0.0.1:{web}/readyz"), "the pages")
            assert resender.poll() is None
    said = "".join(path.read_text() for path in tmp_path.glob("*.log"))
    assert PASSWORD not in said


def _environment(store: int, password: Path) -> dict[str, str]:
    environment = {**os.environ, **SERVICES["worker"]["environment"]}
    environment["REDIS_URL"] = SERVICES["web"]["environment"]["REDIS_URL"].replace(
        "redis:6379", f"127.0.0.1:{store}"
    )
    environment["REDIS_PASSWORD_FILE"] = str(password)
    environment["PATH"] = f"{Path(sys.executable).parent}:{environment['PATH']}"
    return environment


@contextmanager
def _running(
    name: str, places: dict[str, str], environment: dict[str, str], logs: Path
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a service's command as compose would, with the container's places put in this machine's."""
    command = SERVICES[name]["command"]
    words = shlex.split(command) if isinstance(command, str) else list(command)
    for place, here in places.items():
        words = [word.replace(place, here).replace("$$", "$") for word in words]
    with (logs / f"{name}.log").open("wb") as log:
        process = subprocess.Popen(
            words, cwd=ROOT, env=environment, stdout=log, stderr=log, start_new_session=True
        )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(20)


def _answers(client: Store) -> bool:
    try:
        client.ping()
    except StoreError:
        return False
    return True


def _ready(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False
