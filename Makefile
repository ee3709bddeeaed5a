# Two commands do everything on a machine with Python 3.11 and make: `make demo` and `make test`.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test test-deep check docs bench clean

demo: $(VENV)/.runtime ## the demo region end to end: deliveries, release, site
	$(BIN)/graadmeter demo

test: $(VENV)/.dev system ## lint, types, layers and every test
	$(BIN)/python -m pytest -n 2 --dist loadscope --no-loadscope-reorder --durations=15

test-deep: $(VENV)/.dev system ## the same with thousands of random regions
	HYPOTHESIS_PROFILE=deep $(BIN)/python -m pytest tests/properties tests/spec/test_engines.py

check: $(VENV)/.dev ## only lint, types and layers
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports

docs: $(VENV)/.dev ## the documentation, built strictly into site-docs/
	$(BIN)/mkdocs build --strict

bench: $(VENV)/.dev ## every benchmark; each prints a ratio against a named opponent
	$(BIN)/python -m bench

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements/runtime.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) install --no-compile --require-hashes -r requirements/runtime.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.runtime
	$(PIP) install --no-compile --require-hashes -r requirements/dev.txt
	touch $@

.PHONY: system
system: ## Chromium for the browser tests, when we may install it
	@.ci/system-packages

clean:
	rm -rf $(VENV) demo site-docs .mypy_cache .ruff_cache .pytest_cache .hypothesis
