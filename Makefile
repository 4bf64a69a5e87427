# What a person types. `make help` lists it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
PIP := $(PYTHON) -m pip --quiet --disable-pip-version-check --python $(BIN)/python
READY := $(VENV)/ready
SAMPLES := recruiter_kit/samples/northgate

.DEFAULT_GOAL := help
.PHONY: help run setup test lint types imports package test-lowest check format schema pictures lock bench bench-language bench-model train clean

help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(READY) ## Make .venv with everything that is needed

$(READY): pyproject.toml .ci/requirements.txt .ci/system-libraries
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Recruiter Kit needs Python 3.11 or newer; name one with make PYTHON=python3.12 ...")'
	@echo "Setting up .venv (once)"
	@$(PYTHON) -m venv --without-pip $(VENV)
	@$(PIP) install --require-hashes -r .ci/requirements.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@sh .ci/system-libraries $(BIN)
	@touch $(READY)

run: setup ## Make feedback for the sample organisation and show what was made
	@$(BIN)/recruiter-kit feedback $(SAMPLES)/bundle.json $(SAMPLES)/greenhouse-*.json $(SAMPLES)/scorecards.csv \
		--role $(SAMPLES)/roles.yaml --decisions $(SAMPLES)/decisions.csv --standard $(SAMPLES)/standard.yaml \
		--out instance/northgate

test: setup ## Run every test
	@sh .ci/browser
	@$(BIN)/pytest

lint: setup ## Look for mistakes and untidy code
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/codespell

types: setup ## Check the types
	@$(BIN)/mypy

imports: setup ## Check that data flows one way
	@$(BIN)/lint-imports

package: setup ## Build the wheel and make one letter with it, outside the checkout
	@sh .ci/package $(PYTHON) $(BIN)

test-lowest: setup ## Run the core's tests with the lowest versions that are allowed
	@sh .ci/test-lowest $(PYTHON)

check: test lint types imports package test-lowest ## Everything that the gate asks for

format: setup ## Tidy the code
	@$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

schema: setup ## Write the JSON Schema of recruiter-kit/1 into docs/
	@$(BIN)/python -m recruiter_kit.intake.schema > docs/recruiter-kit-1.schema.json

pictures: setup ## Take the pictures of the tutorial again
	@RECRUITER_KIT_SCREENSHOTS=docs/pictures $(BIN)/pytest -n 0 tests/browser/test_tutorial.py

lock: setup ## Pin the newest versions that pyproject.toml allows
	@$(PIP) install pip-tools dependency-groups
	@$(BIN)/dependency-groups dev > $(VENV)/dev.in
	@$(BIN)/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras \
		--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header --no-annotate --output-file .ci/requirements.txt pyproject.toml $(VENV)/dev.in

bench: setup ## Measure speed and memory (benchmarks/README.md)
	@$(BIN)/python -m benchmarks.run

bench-language: setup ## Measure the rewriter and the checker, beside proselint, write-good and alex
	@$(BIN)/python -m benchmarks.rewriting
	@$(BIN)/python -m benchmarks.checker_figures
	@$(BIN)/python -m benchmarks.checker_speed --peers

bench-model: setup ## Measure a language model's proposals behind the prover: recorded ones, and a real small model
	@sh .ci/bench-model $(PYTHON) $(BIN)

train: setup ## Learn the weights of the second opinion on letters and notes (benchmarks/README.md)
	@$(PIP) install dependency-groups
	@$(BIN)/dependency-groups train > $(VENV)/train.in
	@$(PIP) install -r $(VENV)/train.in
	@$(BIN)/python -m benchmarks.train

clean: ## Remove what was built
	@rm -rf $(VENV) .venv-lowest .venv-model dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
