# Needs Python 3.11 or newer with its venv module, and make. uv is used where it is on PATH, pip else;
# both install the versions of the lock (requirements*.txt) and check every file's hash.

PYTHON ?= python3
PORT ?= 8000
DATA ?= data

VENV := .venv
BIN := $(VENV)/bin
RUN_READY := $(VENV)/.run-ready
TEST_READY := $(VENV)/.test-ready
COMPILE := uv pip compile --quiet pyproject.toml --extra build --generate-hashes --no-header --no-annotate \
	--universal --python-version 3.11

ifneq ($(shell command -v uv 2>/dev/null),)
CREATE = uv venv --quiet --allow-existing --python $(PYTHON) $(VENV)
PIP_INSTALL = uv pip install --quiet --python $(BIN)/python
else
CREATE = $(PYTHON) -m venv $(VENV)
PIP_INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check
endif
INSTALL_ITSELF = $(PIP_INSTALL) --no-deps --no-build-isolation --editable .

.PHONY: run install test accept check format picture lock

run: $(RUN_READY)
	@exec $(BIN)/timeline serve --port $(PORT) --data "$(DATA)"

install: $(RUN_READY)

test: $(TEST_READY)
	$(BIN)/python -m pytest -n 2 --dist loadfile $(TESTS)

# Writes the golden timelines anew; read the difference before committing it.
accept: $(TEST_READY)
	$(BIN)/python -m pytest tests/seeds --accept

check: $(TEST_READY)
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy

format: $(TEST_READY)
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

# Draws the picture of the README from the real page; needs Chromium.
picture: $(TEST_READY)
	$(BIN)/python -m tests.browser.picture

lock:
	$(COMPILE) --output-file requirements.txt
	$(COMPILE) --extra dev --output-file requirements-dev.txt

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12")'
	$(CREATE)

$(RUN_READY): requirements.txt pyproject.toml | $(BIN)/python
	$(PIP_INSTALL) --require-hashes --requirement requirements.txt
	$(INSTALL_ITSELF)
	@touch $@

$(TEST_READY): requirements-dev.txt $(RUN_READY)
	$(PIP_INSTALL) --require-hashes --requirement requirements-dev.txt
	@touch $@
