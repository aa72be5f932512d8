# Needs Python 3.11 or newer with its venv module, and make. uv is used where it is on PATH, pip else;
# both install the versions of the lock (requirements*.txt) and check every file's hash.

PYTHON ?= python3
PORT ?= 8000
DATA ?= data

VENV := .venv
BIN := $(VENV)/bin
RUN_READY := $(VENV)/.run-ready
TEST_READY := $(VENV)/.test-ready
FAST_READY := $(VENV)/.fast-ready
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

.PHONY: run install fast plain fresh test accept check format picture lock

run: $(RUN_READY) fresh
	@exec $(BIN)/timeline serve --port $(PORT) --data "$(DATA)"

install: $(RUN_READY)

# The hot modules in C, by mypyc: the same answers in little more than half the time. Needs a C compiler.
fast: $(FAST_READY)

$(FAST_READY): requirements-fast.txt setup.py $(wildcard timeline/*.py timeline/*/*.py) | $(RUN_READY)
	@$(MAKE) --no-print-directory plain
	$(PIP_INSTALL) --require-hashes --requirement requirements-fast.txt
	TIMELINE_COMPILE=1 $(BIN)/python setup.py --quiet build_ext --inplace
	@touch $@

plain:
	@rm -f $(FAST_READY)
	@find timeline -name "*.so" -delete

# A compiled module hides its source: what is older than that goes.
fresh:
	@if [ -e $(FAST_READY) ] && [ -n "$$(find timeline -name "*.py" -newer $(FAST_READY))" ]; then \
		echo "Sources have changed since make fast: back to plain Python."; $(MAKE) --no-print-directory plain; fi

test: $(TEST_READY) fresh
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
	$(COMPILE) --extra fast --output-file requirements-fast.txt
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
