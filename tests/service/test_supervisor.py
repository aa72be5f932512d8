"""The one command that runs everything, as a user meets it."""

import signal
import socket
import stat
import subprocess
from pathlib import Path

import pytest

from tests.serving import running, until
from timeline.service import serve as serve_here

pytestmark = pytest.mark.skipif(not Path("/proc/self").exists(), reason="processes are told apart by /proc")

PARTS = {
    "store": "valkey-server",
    "worker": "workers.app",
    "re-sender": "workers.resender",
    "web": "gunicorn",
}


@pytest.fixture
def service(serve):
    started = serve()
    started.ready()
    return started


def test_it_says_where_it_is_and_runs_every_part(service):
    assert service.answers()
    assert service.store.workers() == 1
    for part in PARTS.values():
        assert service.processes(part), part


def test_its_store_is_open_to_this_user_alone_and_has_no_port(service):
    assert stat.S_IMODE(service.socket.stat().st_mode) == 0o700
    settings = service.store._client.config_get("*")
    assert settings["port"] == "0"
    assert settings["appendonly"] == "yes"
    assert settings["maxmemory-policy"] == "noeviction"


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_is_killed_is_started_again(service, part):
    word = PARTS[part]
    former = service.processes(word).keys()
    service.kill(word)
    until(lambda: service.processes(word).keys() - former, f"another {part}")
    until(lambda: service.answers("/healthz"), "an answer")
    until(lambda: service.store.workers() == 1, "a worker")
    assert service.process.poll() is None


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_with_all_its_parts_when_asked_to(service, number):
    parts = service.processes()
    service.process.send_signal(number)
    status, words = service.ended()
    assert (status, words) == (0, "")
    assert not [line for pid, line in parts.items() if running(pid)]


def test_it_outlives_the_terminal_where_that_was_asked_for(serve):
    former = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # what nohup does for the command it starts
    try:
        service = serve()
    finally:
        signal.signal(signal.SIGHUP, former)
    service.ready()
    service.process.send_signal(signal.SIGHUP)
    with pytest.raises(subprocess.TimeoutExpired):
        service.process.wait(1.0)
    assert service.answers()


def test_no_part_outlives_it_when_it_is_killed(service):
    parts = service.processes()
    assert len(parts) >= len(PARTS)
    service.process.kill()
    until(lambda: not any(running(pid) for pid in parts), "the end of all parts")


def test_what_was_kept_is_there_after_it_was_killed(serve, service, article):
    made = service.store.create_timeline("Kept")
    job = service.store.submit(made.id, [article("a")])
    assert service.store.wait(job.id, 30).state == "done"
    service.process.kill()
    parts = service.processes()
    until(lambda: not any(running(pid) for pid in parts), "the end of all parts")
    again = serve(port=service.port)
    again.ready()
    assert again.store.timeline(made.id).articles == 1


def test_a_data_folder_in_use_is_named(serve, service, tmp_path):
    status, words = serve(data=service.data, port=service.port + 1).ended()
    assert status == 1
    assert "is in use by another instance" in words
    assert service.answers()


def test_a_port_in_use_is_named_with_another(serve, free_port):
    with socket.socket() as other:
        other.bind(("127.0.0.1", free_port))
        other.listen()
        second = serve()
        status, words = second.ended()
    assert status == 1
    assert f"port {free_port} on 127.0.0.1 cannot be used (Address already in use): try --port" in words
    assert not second.processes()


def test_a_data_folder_that_cannot_be_made_is_named(tmp_path, free_port, capsys):
    (tmp_path / "file").write_text("not a folder")
    assert serve_here("127.0.0.1", free_port, tmp_path / "file" / "data") == 1
    assert "cannot be used: Not a directory" in capsys.readouterr().err


def test_a_long_data_folder_has_its_socket_elsewhere(serve, tmp_path):
    service = serve(data=tmp_path / ("long" * 30))
    service.ready()
    assert not service.socket.is_relative_to(tmp_path)
    assert service.answers()
