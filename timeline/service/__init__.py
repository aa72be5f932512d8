"""Starts, watches and stops the parts that make up the service."""

from timeline.service.doctor import doctor
from timeline.service.errors import ServiceError
from timeline.service.supervisor import serve

__all__ = ["ServiceError", "doctor", "serve"]
