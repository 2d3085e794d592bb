# make run   makes .venv, installs what running needs, starts Redress on http://localhost:8080
# make test  the same with the tools of the tests, then all checks
# make lint  the checks without the tests
# make lock  makes requirements.lock anew from pyproject.toml, with uv; the peers' likewise
# make faults kills Redress again and again while 10,000 people write (docs/reliability.md)
# make bench measures Redress beside other bots (benchmarks/README.md); bench-growth and
#            bench-broadcast: a large database, a broadcast; bench-desk: the desk's pages

PYTHON ?= $(shell for one in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$one -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& command -v $$one && break; done)
IN := .venv/bin/python
INSTALL := $(IN) -m pip install --quiet --disable-pip-version-check --require-hashes

.PHONY: run test lint lock programs faults bench bench-growth bench-broadcast bench-desk
.DEFAULT_GOAL := run

run: .venv/running
	@$(IN) -m bot run $(ARGS)

test: lint programs
	@$(IN) -m pytest $(ARGS)

lint: .venv/testing
	@$(IN) -m ruff format --check
	@$(IN) -m ruff check
	@$(IN) -m mypy
	@.venv/bin/lint-imports

lock:
	@uv pip compile -q --universal --generate-hashes --no-emit-index-url \
		--extra dev --extra bench --python-version 3.11 -o requirements.lock pyproject.toml
	@uv pip compile -q --universal --generate-hashes --no-emit-index-url --python-version 3.11 \
		-o benchmarks/peers/requirements.txt benchmarks/peers/requirements.in

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

# What Python's registry has not got comes from Debian's packages, for the tests alone; where it
# cannot be had, pytest says what it leaves out. RUNLEVEL=1: no service is started by installing.
programs:
	@missing=; \
	command -v chromium >/dev/null || missing="$$missing chromium"; \
	command -v nginx >/dev/null || missing="$$missing nginx"; \
	ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null \
		|| missing="$$missing postgresql"; \
	test -z "$$missing" || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null \
		&& apt-get update -qq && RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive \
		apt-get install -y -qq --no-install-recommends $$missing >/dev/null; } || true

# The peers have their own environment: their libraries never decide which versions we run on.
faults: .venv/testing programs
	@$(IN) -m tests.faults.long $(ARGS); code=$$?; $(IN) -m tests.faults.report; exit $$code

PEERS := build/bench/peers
NODE := build/bench/grammy

bench: .venv/testing $(PEERS)/installed $(NODE)/installed
	@$(IN) -m benchmarks $(ARGS)

bench-growth: .venv/testing
	@$(IN) -m benchmarks.growth $(ARGS)

bench-broadcast: .venv/testing
	@$(IN) -m benchmarks.broadcast $(ARGS)

bench-desk: .venv/testing
	@$(IN) -m benchmarks.desk $(ARGS)

$(PEERS)/installed: .venv/python benchmarks/peers/requirements.txt
	@$(PYTHON) -m venv $(PEERS)
	@$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
		--requirement benchmarks/peers/requirements.txt
	@touch $@

# Where node is missing, the bench says that it leaves this one out.
$(NODE)/installed: $(wildcard benchmarks/peers/grammy/*)
	@mkdir -p $(NODE) && cp benchmarks/peers/grammy/* $(NODE)
	@! command -v npm >/dev/null || npm ci --prefix $(NODE) --silent --no-audit --no-fund
	@touch $@
