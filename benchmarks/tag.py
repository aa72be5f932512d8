"""How fast time expressions are read: `python -m benchmarks.tag [--shared DIR] [--quick]`.

Beside two peers and the limit, in one run on one core, in seconds of the processor, so that a busy machine changes
little. chrono-node is installed by npm into a folder that is thrown away. With `--shared`, a folder that holds
`corpora/timex-timebank.jsonl` and `eval/score_timex.py`, speed and value F1 are those of that corpus; else the text
is made from the sample articles. Then time and memory per byte as the text grows, of prose and of ten hostile texts:
they are to stay within a factor of 1.5 and under 12 bytes. `--quick` leaves out the largest size.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime
import gc
import importlib.util
import json
import multiprocessing
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from benchmarks.texts import HOSTILE, built, prose
from timeline.civil import days_from_civil
from timeline.frozen import ALLOCATIONS
from timeline.interval import Interval
from timeline.model import Article
from timeline.tagger import tag
from timeline.tagging import language
from timeline.tagging.scan import fold
from timeline.tagging.trie import trie_pattern

SIZES = (100_000, 1_000_000, 10_000_000)
MOST_TIME = 1.5
MOST_MEMORY = 12.0
T = TypeVar("T")
Document = dict[str, str]
Answers = dict[str, list[dict[str, Any]]]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, help="folder with corpora/ and eval/")
    parser.add_argument("--quick", action="store_true", help="leave out the largest size")
    given = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    compare(given.shared)
    return 0 if grow(SIZES[:2] if given.quick else SIZES) else 1


# -- speed beside others ---------------------------------------------------------------------------


def compare(shared: Path | None) -> None:
    documents = corpus(shared) if shared else made()
    size = sum(len(document["text"].encode()) for document in documents)
    where = "timebank" if shared else "made from the samples"
    print(f"{len(documents)} documents, {size / 1e6:.2f} MB ({where}); this project: {built()}")
    for name, run in (
        ("this project", ours),
        ("chrono-node", chrono),
        ("dateparser search_dates", dateparser_dates),
        ("the words alone (limit)", words_alone),
    ):
        part = documents[:8] if run is dateparser_dates else documents
        measured = run(part)
        if measured is None:
            print(f"  {name:26} not measured: npm is not here")
            continue
        seconds, answers = measured
        read = sum(len(document["text"].encode()) for document in part)
        quality = (
            f"   value F1 {value_f1(shared, documents, answers):.1f}"
            if shared and len(answers) == len(documents)
            else ""
        )
        print(f"  {name:26} {read / seconds / 1e6:8.2f} MB/s{quality}")


def corpus(shared: Path) -> list[Document]:
    lines = (shared / "corpora/timex-timebank.jsonl").read_text(encoding="utf-8").splitlines()
    read = [json.loads(line) for line in lines]
    return [
        {"id": d["id"], "text": d["text"], "published": d["dct"][:10], "gold": json.dumps(d)} for d in read
    ]


def made() -> list[Document]:
    return [{"id": str(n), "text": prose(4_000, seed=n), "published": "2022-08-07"} for n in range(300)]


def article(document: Document) -> Article:
    year, month, day = map(int, document["published"].split("-"))
    published = Interval.of_day(days_from_civil(year, month, day))
    return Article(document["id"], document["text"], published, language="en")


def ours(documents: list[Document]) -> tuple[float, Answers]:
    articles = [article(document) for document in documents]
    seconds, found = best(lambda: [tag(each) for each in articles], rounds=3)
    return seconds, {
        each.id: [
            {"start": t.start, "end": t.end, "type": t.reading.kind.value, "value": t.reading.value}
            for t in timexes
        ]
        for each, timexes in zip(articles, found, strict=True)
    }


def words_alone(documents: list[Document]) -> tuple[float, Answers]:
    """Find the same words by one pattern and do nothing with them: no reader in Python can be faster."""
    words = re.compile(rf"\b(?:{trie_pattern(language.load('en').lexicon)})\b")
    seconds, _ = best(lambda: [sum(1 for _ in words.finditer(fold(d["text"]))) for d in documents], rounds=3)
    return seconds, {}


def dateparser_dates(documents: list[Document]) -> tuple[float, Answers]:
    from dateparser.search import search_dates

    def run() -> None:
        for document in documents:
            base = datetime.datetime.fromisoformat(document["published"])
            search_dates(document["text"], languages=["en"], settings={"RELATIVE_BASE": base})

    warnings.simplefilter("ignore")
    return best(run, rounds=1)[0], {}


def chrono(documents: list[Document]) -> tuple[float, Answers] | None:
    if shutil.which("npm") is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        install = [
            "npm",
            "install",
            "--silent",
            "--no-audit",
            "--no-fund",
            "--prefix",
            folder,
            "chrono-node@2",
        ]
        subprocess.run(install, check=True, stdout=subprocess.DEVNULL)
        plain = [{name: document[name] for name in ("id", "text", "published")} for document in documents]
        script = str(Path(__file__).with_name("chrono.mjs"))
        given = json.dumps({"documents": plain, "rounds": 3})
        done = subprocess.run(
            ["node", script, folder], input=given, capture_output=True, text=True, check=True
        )
    answer = json.loads(done.stdout)
    return answer["seconds"], answer["answers"]


def best(run: Callable[[], T], rounds: int) -> tuple[float, T]:
    """Give the least seconds of some rounds, and what the last one gave."""
    least = float("inf")
    for _ in range(rounds):
        begun = time.process_time()
        result = run()
        least = min(least, time.process_time() - begun)
    return least, result


def value_f1(shared: Path, documents: list[Document], answers: Answers) -> float:
    spec = importlib.util.spec_from_file_location("score_timex", shared / "eval/score_timex.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    counts, _ = scorer.score([json.loads(document["gold"]) for document in documents], answers)
    return 100 * float(scorer.f1(counts["value"], counts["gold"], counts["system"])[2])


# -- growth ----------------------------------------------------------------------------------------


def grow(sizes: tuple[int, ...]) -> bool:
    """Print time and memory per byte of each text as it grows; tell whether all stay within the limits."""
    print(f"\n{'ns and bytes of memory per byte of text':42}" + "".join(f"{size:>18,}" for size in sizes))
    within = True
    for name in ("prose", *HOSTILE):
        rows = [measured(name, size) for size in sizes]
        ratio = max(row[0] for row in rows[1:]) / rows[0][0]
        memory = rows[-1][1]
        good = ratio <= MOST_TIME and memory < MOST_MEMORY
        within &= good
        told = "".join(f"{nanoseconds:9.0f} ns {memory:5.1f}" for nanoseconds, memory in rows)
        print(f"  {name:40}{told}   x{ratio:.2f}{'' if good else '   over the limit'}", flush=True)
    return within


def measured(name: str, size: int) -> tuple[float, float]:
    """Give nanoseconds and bytes of memory per byte, measured in a process of its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_measure, (name, size))


def _measure(name: str, size: int) -> tuple[float, float]:
    tag(article({"id": "warm", "text": prose(50_000, seed=9), "published": "2022-08-07"}))
    text = prose(size) if name == "prose" else HOSTILE[name](size)
    given = article({"id": "a", "text": text, "published": "2022-08-07"})
    forget_peak()
    before = peak()
    begun = time.process_time()
    found = tag(given)
    seconds = time.process_time() - begun
    after = peak()
    del found
    return seconds / size * 1e9, (after - before) / size


def forget_peak() -> None:
    """Let the most memory be counted anew, so that what making the text took hides nothing (Linux)."""
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")


def peak() -> int:
    """Give the most memory that the process has held, in bytes."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return 1024 * int(status.read_text().partition("VmHWM:")[2].split()[0])


gc.set_threshold(ALLOCATIONS)  # as the workers and the command line have it

if __name__ == "__main__":
    sys.exit(main())
