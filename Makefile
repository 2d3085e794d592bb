# make run   makes .venv, installs what running needs, starts Redress on http://localhost:8080
# make test  the same with the tools of the tests, then all checks
# make lint  the checks without the tests
# make lock  makes requirements.lock anew from pyproject.toml, with uv

PYTHON ?= $(shell for one in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$one -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& command -v $$one && break; done)
IN := .venv/bin/python
INSTALL := $(IN) -m pip install --quiet --disable-pip-version-check --require-hashes

.PHONY: run test lint lock chromium
.DEFAULT_GOAL := run

run: .venv/running
	@$(IN) -m bot run $(ARGS)

test: lint chromium
	@$(IN) -m pytest $(ARGS)

lint: .venv/testing
	@$(IN) -m ruff format --check
	@$(IN) -m ruff check
	@$(IN) -m mypy
	@.venv/bin/lint-imports

lock:
	@uv pip compile -q --universal --generate-hashes --no-emit-index-url \
		--extra dev --python-version 3.11 -o requirements.lock pyproject.toml

.venv/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed (PYTHON=… names it)"; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "on Debian: apt-get install python3-venv"; exit 1; }
	@touch $@

.venv/running: .venv/python requirements.lock pyproject.toml
	@$(IN) tools/running_lock.py > .venv/running.lock
	@$(INSTALL) --requirement .venv/running.lock
	@touch $@

.venv/testing: .venv/python requirements.lock
	@$(INSTALL) --requirement requirements.lock
	@touch $@ .venv/running

# The browser tests use Debian's Chromium; where it cannot be had, pytest says what it leaves out.
chromium:
	@command -v chromium >/dev/null || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null \
		&& apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
		apt-get install -y -qq --no-install-recommends chromium >/dev/null; } || true
