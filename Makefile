# Shortens the commands: everything here is `python -m vitrina …` or one tool, and works by hand too.
# Each target prepares what it needs in .venv; a second call finds it done.
.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

bin := .venv/bin
# Pinned and hashed, so nothing that pip only warns of can matter: it speaks up when something fails.
pip := $(bin)/python -m pip -qq --disable-pip-version-check --no-input
# What a person sets for another project is not meant for this one; without its bytecode kept Python loads twice as long.
unexport PYTHONPATH PYTHONDONTWRITEBYTECODE

runtime := .venv/.installed-runtime
dev := .venv/.installed-dev
npm := tests/tools/node_modules/.installed
lighthouse := tests/bench/node_modules/.installed
python_code := hooks tests
# One more than there are cores: tests wait for the browser, and for processes that they have started.
workers = $$($(bin)/python -c 'from vitrina.processes import usable_cores; print(usable_cores() + 1)')

SAMPLE := tests/sample/build_data

.PHONY: help install site serve sample test quick tables check bench audit format lock guide-pictures browser clean

help:  ## what can be made
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

site: $(runtime)  ## build the site into site/
	@$(bin)/python -m vitrina build
	@echo "site/ is built. To look at it: make serve, or python3 -m http.server --directory site"

install: $(runtime)  ## prepare .venv for `python -m vitrina …`

serve: $(runtime)  ## show the site, and every change to a table or a page at once
	@$(bin)/python -m vitrina serve

sample: $(runtime)  ## build and show a sample with every kind of figure: an invented town, never published
	@$(bin)/python -m vitrina build --data $(SAMPLE) --output .sample
	@echo "The sample is here: http://127.0.0.1:8000/ To stop: Ctrl+C"
	@$(bin)/python -m http.server --bind 127.0.0.1 --directory .sample 8000 >/dev/null 2>&1

# The checks run beside the tests, which leave a core idle now and then, and are told of behind them.
test: $(npm) browser  ## every check and test, with a real browser (THOROUGH=1: all cases of those that are alike, not a third)
	@said=$$(mktemp); $(MAKE) check >$$said 2>&1 & checks=$$!; \
	$(bin)/python -m pytest --numprocesses $(workers) --dist worksteal $(if $(THOROUGH),-m ""); tested=$$?; \
	wait $$checks; checked=$$?; cat $$said; rm $$said; exit $$((tested + checked))

# Left out of these folders is what reads a dataset for every case, or takes files apart.
slow := broken_datasets any_bytes spoiled_files
quick := tests/test_*.py tests/words tests/measures tests/dataset $(slow:%=--ignore tests/dataset/test_%.py)
quick: $(dev)  ## an answer in half a minute, to be asked for while working: lint, and the tests that draw and build nothing
	@$(bin)/ruff check --quiet $(python_code)
	@$(bin)/python -m pytest --quiet $(quick)
	@echo "Left out: types, workflows, spoiled datasets, charts, pages, sites, the browser. All of it: make test"

tables: $(dev)  ## of these tests only those that compare the tables in build_data with their document
	@$(bin)/python -m pytest --quiet tests/published_data

check: $(dev) $(npm)  ## lint, format, types, translations, workflows
	@$(bin)/ruff check $(python_code)
	@$(bin)/ruff format --check $(python_code)
	@$(bin)/mypy $(python_code)
	@$(bin)/python tests/tools/messages.py --check
	@$(bin)/node tests/tools/lint_workflows.mjs .github/workflows/*.yml
	@$(bin)/zizmor --quiet --offline --no-config --strict-collection --persona=auditor .github

guide-pictures: $(dev) browser  ## take the pictures of the staff's guide anew, with LibreOffice and a browser
	@cd tests && ../$(bin)/python -m year.pictures

bench: browser $(lighthouse)  ## what the site costs to build and to open (WRITE=1: also into tests/bench/RESULTS.md); some 20 minutes
	@cd tests && ../$(bin)/python -m bench $(if $(WRITE),--write)

audit: $(dev) $(npm)  ## ask whether a weakness of what is pinned has become known (asks the network: no part of `make test`)
	@failed=0; \
	$(bin)/pip-audit --requirement requirements.txt --requirement requirements-dev.txt --require-hashes --disable-pip \
		--vulnerability-service osv --progress-spinner off --timeout 30 || failed=1; \
	for folder in tests/tools tests/bench; do $(bin)/npm --prefix $$folder audit --package-lock-only || failed=1; done; \
	exit $$failed

format: $(dev)  ## put the Python code in order
	@$(bin)/ruff check --fix --exit-zero --quiet $(python_code)
	@$(bin)/ruff format $(python_code)

browser: $(dev)  # the browser of the tests: the one that is here, else Debian's, else Playwright's own
	@sh tools/prepare.sh browser

# The same versions on every system and Python, so that the same commit makes the same site everywhere.
compile := $(bin)/uv pip compile --quiet --no-config --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --custom-compile-command "make lock" pyproject.toml --group build
lock: $(dev)  ## pin again what pyproject.toml asks for (make lock UPGRADE=1: in the newest versions)
	@$(compile) $(if $(UPGRADE),--upgrade) --output-file requirements.txt
	@$(compile) $(if $(UPGRADE),--upgrade) --group dev --constraint requirements.txt --output-file requirements-dev.txt
	@$(bin)/npm --prefix tests/tools $(if $(UPGRADE),update,install --package-lock-only) >/dev/null
	@$(bin)/npm --prefix tests/bench $(if $(UPGRADE),update,install --package-lock-only) >/dev/null

clean:  ## remove all that was made here
	@rm -rf site .sample .cache .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis tests/*/node_modules hooks/*.egg-info
	@find hooks tests -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/bin/python:
	@sh tools/prepare.sh environment

# `make site` needs no test tools; `make test` needs both, and its list holds all of the other.
$(runtime): requirements.txt pyproject.toml | $(bin)/python
	@echo "Installing what the site is built with…"
	@sh tools/prepare.sh packages requirements.txt
	@$(pip) install --no-deps --no-build-isolation --editable .
	@touch $@

$(dev): requirements-dev.txt requirements.txt pyproject.toml | $(bin)/python
	@echo "Installing what the site is built and tested with…"
	@sh tools/prepare.sh packages requirements-dev.txt
	@$(pip) install --no-deps --no-build-isolation --editable .
	@touch $(runtime) $@

$(npm) $(lighthouse): %/node_modules/.installed: %/package.json %/package-lock.json | $(dev)
	@$(bin)/npm --prefix $* ci >/dev/null
	@touch $@
