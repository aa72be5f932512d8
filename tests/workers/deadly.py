"""The workers' app, except that reading some articles ends the process."""

import os
import signal

from timeline import pipeline
from workers.app import app

_read = pipeline.read


def read(article):
    if "deadly" in article.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return _read(article)


pipeline.read = read
__all__ = ["app"]
