# Every target sets up what it needs by itself; `make help` lists them.
.DEFAULT_GOAL := help
SHELL := /bin/sh

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ENVIRONMENT := $(VENV)/.complete
NODE_TOOLS := node_modules/.complete
PRISM := tests/benchmarks/prism/node_modules/.complete

.PHONY: help
help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: demo
demo: $(ENVIRONMENT) ## Generate the client, start the mock server, and walk through a whole story with it
	@$(BIN)/python -m generator
	@$(BIN)/python examples/classroom.py

.PHONY: test
test: $(ENVIRONMENT) ## Run all tests
	$(BIN)/pytest -n 2

.PHONY: redis
redis: $(ENVIRONMENT) ## Run the tests that need a redis-server on this machine
	@command -v redis-server >/dev/null || { echo "make redis: redis-server is not installed"; exit 1; }
	$(BIN)/pytest -q -m redis tests/redis

.PHONY: browser
browser: $(ENVIRONMENT) ## Test the console of the mock server in Chromium; CHROMIUM= names the program
	@command -v npm >/dev/null || { echo "make browser: Node.js is not installed, so there is no axe-core"; exit 1; }
	@$(MAKE) --no-print-directory $(NODE_TOOLS)
	$(BIN)/pytest -q -m browser tests/browser

.PHONY: vendor
vendor: $(ENVIRONMENT) $(NODE_TOOLS) ## Copy the renderer of the API reference from its pinned npm package
	@$(BIN)/python -m generator.vendor

.PHONY: generate
generate: $(ENVIRONMENT) ## Regenerate hms_generated_client/ from openapi/
	@$(BIN)/python -m generator

.PHONY: check
check: $(ENVIRONMENT) ## Fail when the committed package is not what the document generates
	@$(BIN)/python -m generator --check

.PHONY: lint
lint: $(ENVIRONMENT) ## Check style, types, imports and the document (needs Node.js for pyright and Redocly)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@command -v npm >/dev/null || { echo "make lint: Node.js is not installed, so pyright and Redocly did not run"; exit 1; }
	@$(MAKE) --no-print-directory $(NODE_TOOLS)
	node_modules/.bin/pyright
	REDOCLY_TELEMETRY=off node_modules/.bin/redocly lint
	$(BIN)/python -m generator.vendor --check
	$(BIN)/pytest -q -m node

.PHONY: mock
mock: $(ENVIRONMENT) ## Run the mock server on a free loopback port
	@$(BIN)/python -m hms_mock --port 0

.PHONY: contract
contract: $(ENVIRONMENT) ## Fuzz the mock server, or that at URL=, against the document for longer; SEED= repeats a run
	HMS_CONTRACT_PROFILE=$(or $(PROFILE),deep) HMS_CONTRACT_SEED=$(SEED) \
	HMS_CONTRACT_URL=$(URL) HMS_CONTRACT_CONFIRM=$(CONFIRM) \
		$(BIN)/pytest $(if $(URL),tests/contract tests/e2e,-n 2 tests/contract)

.PHONY: mutation
mutation: $(ENVIRONMENT) ## Prove that the contract tests notice defects; PROFILE=deep, DEFECT=<name>
	@PYTHONPATH=tests $(BIN)/python -m contract.mutation --profile $(or $(PROFILE),quick) $(addprefix --defect ,$(DEFECT))

.PHONY: bench
bench: $(ENVIRONMENT) ## Measure decoding, import time, prefetching and the mock server; fail when a goal is missed
	@$(BIN)/python tests/benchmarks/decode.py
	@$(BIN)/python tests/benchmarks/import_time.py
	@$(BIN)/python tests/benchmarks/prefetch.py
	@$(BIN)/python tests/benchmarks/mock_server.py

.PHONY: bench-prism
bench-prism: $(ENVIRONMENT) $(PRISM) ## Measure the mock server against Prism (needs Node.js); fail when a goal is missed
	@$(BIN)/python tests/benchmarks/mock_server.py --prism

.PHONY: breaking
breaking: $(ENVIRONMENT) ## Tell what changed since BASE=<git ref>, and fail when it breaks callers (needs Node.js)
	@test -n "$(BASE)" || { echo "make breaking: name a git ref, for example BASE=v0.1.0"; exit 2; }
	@$(MAKE) --no-print-directory $(NODE_TOOLS)
	@mkdir -p build && git show $(BASE):hms_generated_client/openapi.json > build/base.json
	@broken=0; \
	REDOCLY_TELEMETRY=off node_modules/.bin/redocly diff build/base.json hms_generated_client/openapi.json \
		--format markdown || broken=1; \
	$(BIN)/griffe check hms_generated_client --against $(BASE) --search . || broken=1; \
	$(BIN)/griffe check hms --against $(BASE) --search overrides || broken=1; \
	test $$broken = 0 || { echo "make breaking: callers would break"; exit 1; }

.PHONY: lock
lock: $(ENVIRONMENT) ## Resolve the pinned versions of all development tools anew
	$(PYTHON) -m venv $(VENV)/lock && $(VENV)/lock/bin/pip install --quiet uv
	$(VENV)/lock/bin/uv pip compile pyproject.toml --all-extras --group dev --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-annotate --custom-compile-command "make lock" \
		--upgrade --quiet --output-file requirements/dev.lock

.PHONY: clean
clean: ## Remove everything that is not part of the repository
	git clean -fdX --quiet

$(ENVIRONMENT): requirements/dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; set PYTHON=" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(NODE_TOOLS): package-lock.json
	npm ci --ignore-scripts --no-audit --no-fund --silent
	@touch $@

$(PRISM): tests/benchmarks/prism/package-lock.json
	cd tests/benchmarks/prism && npm ci --ignore-scripts --no-audit --no-fund --silent
	@touch $@
