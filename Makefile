# Two commands do all set-up: `make run` starts the application with demo data, `make test` passes all tests.
PYTHON ?= python3
PO := $(wildcard locale/*/LC_MESSAGES/django.po)
MO := $(PO:.po=.mo)

.PHONY: run test lint bench docs translations lock

run: .venv/installed $(MO)
	@.venv/bin/python -m launcher.run

test: .venv/installed-dev $(MO)
	@.venv/bin/python -m tests.run

lint: .venv/installed-dev $(MO)
	@.venv/bin/python -m tests.run lint

# Speed, measured by hand: the figures go to docs/performance.md.
bench: .venv/installed-dev $(MO)
	@.venv/bin/python -m tests.bench.run

# Pictures of the manual, and tables that come from the code.
docs: .venv/installed-dev $(MO)
	@.venv/bin/python -m tests.docs.make

# Finds new texts; what has no Dutch yet is printed.
translations: .venv/installed-dev
	@.venv/bin/python -m tests.project.translations

lock: .venv/installed-dev
	.venv/bin/uv pip compile -q --generate-hashes --universal --python-version 3.11 --no-header --no-annotate requirements.in -o requirements.txt
	.venv/bin/uv pip compile -q --generate-hashes --universal --python-version 3.11 --no-header --no-annotate requirements-dev.in -o requirements-dev.txt

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.12 run"; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "Python's venv is missing. On Debian and Ubuntu: apt install python3-venv"; exit 1; }

.venv/installed: requirements.txt | .venv/bin/python
	@echo "Installing the pinned requirements…"
	@.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/installed-dev: requirements-dev.txt | .venv/bin/python
	@echo "Installing the pinned requirements for tests…"
	@.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@ .venv/installed

%.mo: %.po | .venv/bin/python
	@.venv/bin/pybabel -q compile -i $< -o $@ -D django
