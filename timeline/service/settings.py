"""What the environment says: REDIS_URL is the store, REDIS_PASSWORD_FILE a file with its password."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit


def store_url(environment: Mapping[str, str] = os.environ) -> str:
    """Give the store's URL, with the password of the secret file put in where there is one."""
    url = environment.get("REDIS_URL", "redis://127.0.0.1:6379/0")
    secret = environment.get("REDIS_PASSWORD_FILE", "")
    if not secret:
        return url
    password = quote(Path(secret).read_text("utf-8").strip(), safe="")
    parts = urlsplit(url)
    user, _, host = parts.netloc.rpartition("@")
    return urlunsplit(parts._replace(netloc=f"{user.partition(':')[0]}:{password}@{host}"))
