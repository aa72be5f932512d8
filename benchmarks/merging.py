"""How merging grows: `python -m benchmarks.merging [EVENTS ...]`, 1,000, 10,000 and 100,000 unless told.

Synthetic stories of known truth: each event is reported by up to four articles in words of their own, with a date
stated, taken from publication, a day off, or left out but for a limit. Beside the time per event stands how well the
truth is found.
"""

from __future__ import annotations

import gc
import random
import sys
import time
import tracemalloc
from collections import Counter, defaultdict
from collections.abc import Iterator
from math import comb

from benchmarks.texts import built
from timeline.civil import Granularity
from timeline.events.merge import entries
from timeline.frozen import ALLOCATIONS
from timeline.interval import BEGINNING, Interval
from timeline.model import Basis, Entry, Event
from timeline.reason import because

_HEADS = [f"verb{n}" for n in range(300)]
_SPAN = 3_650  # days
_PER_NAME = 25  # events in which one name takes part, however many there are


def reports(count: int, seed: int) -> list[Event]:
    """Give `count` reports in random order; the id starts with the number of the event they truly tell of."""
    random_ = random.Random(seed)
    names = [f"Name{n}" for n in range(max(20, count // _PER_NAME))]
    words = [f"word{n}" for n in range(4_000)]
    told: list[Event] = []
    truth = 0
    while len(told) < count:
        head, day = random_.choice(_HEADS), random_.randrange(_SPAN)
        about = (*random_.sample(words, 3), *random_.sample(names, 2))
        told += [_report(random_, truth, n, head, about, words, day) for n in range(random_.randint(1, 4))]
        truth += 1
    random_.shuffle(told)
    return told[:count]


def _report(
    random_: random.Random,
    truth: int,
    number: int,
    head: str,
    about: tuple[str, ...],
    words: list[str],
    day: int,
) -> Event:
    kept = [term for term in about if random_.random() < 0.85]
    terms = (head, *kept, *random_.sample(words, 2))
    basis = random_.choices([Basis.STATED, Basis.PUBLISHED, Basis.BOUNDED], [70, 20, 10])[0]
    off = random_.random() < (0.5 if basis is Basis.PUBLISHED else 0.03)
    when = None if basis is Basis.BOUNDED else Interval.of_day(day + off)
    return Event(
        id=f"{truth:07d}-{number}",
        article=f"article {random_.randrange(10**9)}",
        start=0,
        end=80,
        summary=" ".join(terms),
        when=when,
        bounds=when or Interval(BEGINNING, Interval.of_day(day + 5).end, Granularity.DAY),
        basis=basis,
        because=because("told"),
        order=0,
        terms=terms,
        fingerprint=random_.randbytes(96),
    )


def quality(timeline: tuple[Entry, ...]) -> tuple[float, float]:
    """Give precision and recall over the pairs of reports that are put into one entry."""
    right = put = 0
    truly: Counter[str] = Counter()
    for entry in timeline:
        groups = Counter(mention.id.split("-")[0] for mention in entry.mentions)
        right += sum(comb(n, 2) for n in groups.values())
        put += comb(len(entry.mentions), 2)
        truly.update(groups)
    should = sum(comb(n, 2) for n in truly.values())
    return right / put if put else 1.0, right / should if should else 1.0


def measure(count: int) -> Iterator[str]:
    """Give lines of figures; the time is the best of three, each with stories never seen before."""
    took = float("inf")
    for seed in range(3):
        told = reports(count, seed)
        started = time.process_time()
        timeline = entries(told)
        took = min(took, time.process_time() - started)
    precision, recall = quality(timeline)
    tracemalloc.start()
    kept = entries(told)
    memory = tracemalloc.get_traced_memory()[1] / count
    tracemalloc.stop()
    size = defaultdict(int, {len(entry.mentions): 1 for entry in kept})
    yield f"{count:9,d} reports {len(timeline):8,d} entries (largest {max(size)})"
    yield f"  {took:7.2f} s  {1e6 * took / count:6.1f} µs a report  {memory:7.0f} bytes a report at the peak"
    yield f"  pairs: precision {precision:.3f}  recall {recall:.3f}"


def main() -> None:
    print(built())
    for count in [int(word) for word in sys.argv[1:]] or [1_000, 10_000, 100_000]:
        for line in measure(count):
            print(line, flush=True)


gc.set_threshold(ALLOCATIONS)  # as the workers and the command line have it

if __name__ == "__main__":
    main()
