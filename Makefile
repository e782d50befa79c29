.PHONY: test
# All tests against a throw-away Postgres of its own.
test: .venv/ready
	bash tests/run.sh
.venv/ready: requirements-dev.txt
	python3 -m venv .venv
	.venv/bin/pip install -q --require-hashes -r requirements-dev.txt
	touch .venv/ready
