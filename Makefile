# make demo   a running site with the demo in it, at http://127.0.0.1:8000 (PORT=… to change)
# make test   everything that CI runs
# make tools  what make test installs, without running anything
# make bench  how fast it is on this machine
# make lock   resolve the requirements anew
# make words  collect the texts to translate into locale/

# The newest Python at hand that is new enough; PYTHON=… to name one.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; \
	done || echo python3)
RUN = PYTHONPATH=.:site PYTHONDONTWRITEBYTECODE=

# Any Python understands this question, however old.
NEW_ENOUGH = import sys; sys.version_info >= (3, 11) or \
	sys.exit("Python %d.%d is too old: UPR Cities needs 3.11 or newer; " \
	"name one with PYTHON=/path/to/python." % sys.version_info[:2])

.PHONY: help python demo test tools bench lint lock words

help:
	@sed -n '/^#/!q; s/^# //p' $(firstword $(MAKEFILE_LIST))

python:
	@$(PYTHON) -c '$(NEW_ENOUGH)'

demo: python
	@$(RUN) exec $(PYTHON) -m uprcities.running.demo

test: python
	@$(RUN) exec $(PYTHON) -m tests.running.suite

tools: python
	@$(RUN) exec $(PYTHON) -m tests.running.tools

bench: python
	@$(RUN) exec $(PYTHON) -m tests.running.bench

lint:
	@.venv/bin/ruff check . && .venv/bin/ruff format --check . && PYTHONPATH=site .venv/bin/lint-imports

LOCK = uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command 'make lock'

lock:
	$(LOCK) requirements.in -o requirements.txt
	$(LOCK) requirements-dev.in -o requirements-dev.txt
	$(LOCK) requirements-s3.in -o requirements-s3.txt

words:
	@.venv/bin/python manage.py collect_words
