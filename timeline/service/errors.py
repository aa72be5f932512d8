"""Why the service cannot start, in words that name the way out."""

from __future__ import annotations


class ServiceError(Exception):
    """The service cannot start or go on; the message says why and what to do."""
