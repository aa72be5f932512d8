# One image for web, worker and re-sender; docker-compose.yml gives each its command.

FROM python:3.13-slim AS build
WORKDIR /app
RUN apt-get update && apt-get install --yes --no-install-recommends gcc libc6-dev make && rm -rf /var/lib/apt/lists/*
RUN python -m venv /opt/venv
COPY requirements.txt .
RUN /opt/venv/bin/pip install --no-cache-dir --require-hashes --requirement requirements.txt
COPY pyproject.toml setup.py Makefile requirements-fast.txt README.md LICENSE ./
COPY timeline timeline
COPY web web
COPY workers workers
COPY seeds seeds
# Compiles the hot modules in place; the compiler stays behind with its environment.
RUN make fast VENV=/opt/build
RUN /opt/venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation --editable . \
    && /opt/venv/bin/python -m compileall -q timeline web workers

FROM python:3.13-slim
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin timeline
COPY --from=build /opt/venv /opt/venv
COPY --from=build /app /app
WORKDIR /app
# Nothing is written but to /tmp, so the root file system can be read-only.
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 HOME=/tmp
USER 10001
EXPOSE 8000
CMD ["gunicorn", "web:create_app()", "--bind", "0.0.0.0:8000", "--worker-class", "gthread", "--workers", "2", "--threads", "32", "--worker-tmp-dir", "/dev/shm", "--graceful-timeout", "8"]
