"""The background workers: Celery at the edge, the work itself in `timeline.service`."""
