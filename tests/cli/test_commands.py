"""The `timeline` command as a process of its own: what goes in, what comes out, and the exit status."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

ARTICLE = {
    "id": "ferry",
    "text": "The ferry stopped last Monday.\n\nService resumes on 9 March 2021.",
    "published": "2021-03-04",
}


def timeline(*arguments: str, lines: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "timeline", *arguments]
    return subprocess.run(command, input=lines, capture_output=True, text=True, check=False)


def test_tag_answers_each_line_in_its_place() -> None:
    lines = "\n".join([json.dumps(ARTICLE), "{broken", json.dumps({**ARTICLE, "id": "b", "text": ""})]) + "\n"
    done = timeline("tag", "--jsonl", lines=lines)
    good, broken, empty = map(json.loads, done.stdout.splitlines())
    assert [(t["text"], t["value"], t["earliest"]) for t in good["timexes"]] == [
        ("last Monday", "2021-03-01", "2021-03-01"),
        ("9 March 2021", "2021-03-09", "2021-03-09"),
    ]
    assert {"type", "latest", "edtf", "rule", "because"} <= good["timexes"][0].keys()
    assert broken["id"] is None
    assert empty == {"id": "b", "error": "/text: the text is empty"}
    assert "line 2: not JSON" in done.stderr
    assert "line 3: /text" in done.stderr
    assert done.returncode == 1


def test_a_line_is_answered_before_the_next_one_comes() -> None:
    command = [sys.executable, "-m", "timeline", "tag", "--jsonl"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for name in ("first", "second"):
            process.stdin.write(json.dumps({**ARTICLE, "id": name}) + "\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == name


def test_events_tell_place_date_and_basis() -> None:
    done = timeline("events", "--jsonl", lines=json.dumps(ARTICLE))
    assert done.returncode == 0, done.stderr
    (answer,) = map(json.loads, done.stdout.splitlines())
    first = answer["events"][0]
    assert (first["date"], first["basis"]) == ("2021-03-01", "stated")
    assert {"start", "end", "summary", "earliest", "latest", "order"} <= first.keys()


def test_build_makes_one_timeline_of_several_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE["text"])
    (tmp_path / "b.jsonl").write_text(
        json.dumps({**ARTICLE, "id": "b", "text": "A storm came on 2 March 2021."}) + "\n"
    )
    done = timeline(
        "build", str(tmp_path / "a.txt"), str(tmp_path / "b.jsonl"), "--published", "4 March 2021"
    )
    assert done.returncode == 0, done.stderr
    events = json.loads(done.stdout)["events"]
    assert [event["date"] for event in events if not event["minor"]] == [
        "2021-03-01",
        "2021-03-02",
        "2021-03-09",
    ]
    assert {"article", "start", "end"} <= events[0]["mentions"][0].keys()


def test_build_takes_what_can_be_read_and_names_each_fault_of_the_rest(tmp_path: Path) -> None:
    (tmp_path / "good.json").write_text(json.dumps(ARTICLE))
    (tmp_path / "undated.txt").write_text("It rained.")
    paths = [str(tmp_path / name) for name in ("good.json", "undated.txt", "missing.txt", "scan.pdf")]
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7")
    done = timeline("build", *paths)
    assert done.returncode == 1
    assert [article["id"] for article in json.loads(done.stdout)["articles"]] == ["ferry"]
    assert f"{tmp_path}/undated.txt: the file tells no publication date" in done.stderr
    assert f"{tmp_path}/missing.txt: No such file" in done.stderr
    assert f"{tmp_path}/scan.pdf: this is not a PDF file" in done.stderr
    assert "EOF" not in done.stderr
    assert "3 faults; the timeline is built of the other 1 article." in done.stderr
    done = timeline("build", *paths[1:])
    assert (done.returncode, done.stdout) == (1, "")


def test_build_shows_on_a_terminal_how_far_it_is(tmp_path: Path) -> None:
    lines = [json.dumps({**ARTICLE, "id": f"a{n}", "text": f"Ship {n} sank."}) for n in range(100)]
    (tmp_path / "all.jsonl").write_text("\n".join(lines))
    shown, terminal = pty.openpty()
    command = [sys.executable, "-m", "timeline", "build", str(tmp_path / "all.jsonl"), "--format", "csv"]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=terminal, check=True)
    os.close(terminal)
    assert b"Reading" in os.read(shown, 4_096)
    assert "%" not in timeline("build", str(tmp_path / "all.jsonl"), "--format", "csv").stderr


def test_two_articles_of_one_id_are_told_apart_or_refused(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(2 * (json.dumps(ARTICLE) + "\n"))
    assert timeline("build", str(tmp_path / "a.jsonl")).returncode == 0
    (tmp_path / "a.jsonl").write_text(json.dumps(ARTICLE) + "\n" + json.dumps({**ARTICLE, "text": "Other."}))
    done = timeline("build", str(tmp_path / "a.jsonl"))
    assert (done.returncode, "have the id ferry" in done.stderr) == (1, True)


def test_what_a_format_leaves_out_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Published: 2021-03-04\n\nThe pier was built in 1907.")
    done = timeline("build", str(tmp_path / "a.txt"), "--format", "ics")
    assert "left out" in done.stderr


def test_a_publication_date_with_two_readings_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It rained.")
    done = timeline("build", str(tmp_path / "a.txt"), "--published", "03/04/2021")
    assert done.returncode == 2
    assert "2021-03-04 or 2021-04-03" in done.stderr


def test_the_command_starts_without_what_it_does_not_use() -> None:
    program = "import sys, timeline.cli.lines, timeline.tagger; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout
    assert {"flask", "celery", "redis", "dateparser"}.isdisjoint(loaded.split())


def test_a_folder_stands_for_the_files_in_it_that_can_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "story"
    (folder / "part").mkdir(parents=True)
    (folder / "part" / "a.json").write_text(json.dumps(ARTICLE))
    (folder / ".hidden.txt").write_text("It rained.")
    (folder / "photo.png").write_bytes(b"\x89PNG")
    done = timeline("build", str(folder), "--format", "json")
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)["articles"]) == 1
    assert f"{folder}/photo.png: left out" in done.stderr
    assert ".hidden" not in done.stderr
    (tmp_path / "empty").mkdir()
    assert "no file that can be read" in timeline("build", str(tmp_path / "empty")).stderr


def test_the_help_is_whole_on_a_narrow_terminal() -> None:
    command = [sys.executable, "-m", "timeline", "--help"]
    done = subprocess.run(
        command, env={**os.environ, "COLUMNS": "60"}, capture_output=True, text=True, check=True
    )
    listed = done.stdout.partition("Commands:")[2].splitlines()[1:]
    assert len(listed) == 5
    assert all(line.endswith(".") and not line.endswith("..") for line in listed)
