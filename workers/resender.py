"""The re-sender as a process of its own: `python -m workers.resender`."""

from __future__ import annotations

import logging
import signal
import threading

from timeline.service.resending import resend_until
from workers.app import store


def main() -> None:
    """Send abandoned work again until told to stop."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    stopped = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopped.set())
    resend_until(stopped, store)


if __name__ == "__main__":
    main()
