# Every target that needs tools builds the virtual environment by itself, from constraints.txt.
# Variables: PYTHON (which interpreter builds it), VENV (where it lies), JOBS (test processes);
# for the long checks FUZZ_SECONDS, READERS, ROOMS, SAMPLE, BASELINE, SHARE, COUNT, DRAWS and
# CHANGES; for the lock UPGRADE.

PYTHON ?= python3
VENV ?= .venv
JOBS ?= 2
FUZZ_SECONDS ?= 600
READERS ?=
ROOMS ?= formula indicator computing composite validation
SAMPLE ?=
BASELINE ?= build/freeze
SHARE ?= 1
COUNT ?= 10000000
DRAWS ?= 12
CHANGES ?= 1000000
UPGRADE ?=

# Tests start hundreds of programs, and each would compile the same modules again.
unexport PYTHONDONTWRITEBYTECODE
# And they install the package into a dozen environments, where most modules are never imported.
# Zero is no compiling: pip gives the value to the option that --no-compile denies.
export PIP_NO_COMPILE := 0

BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
VALIDATORS := $(VENV)-validators/.installed
FRAMES := $(VENV)-frames/.installed
WORKFLOWS := .github/workflows/*.yml examples/repositori-data/.github/workflows/*.yml

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test test-all slow lint types mypy pyright unit coverage docs docs-test environments programs pictures schemas bench bench-large fuzz frames spark-test mutate worlds layouts verify-rate package exports package-test archive archive-check api freeze-save freeze-compare oldest lock validators clean

help: ## print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(v < (3, 11) and \
		f"kesbang-iku needs Python 3.11 or newer, and $(PYTHON) is {v[0]}.{v[1]}: name another with `make PYTHON=...`.")'
	$(PYTHON) -m venv $(VENV)
	@# uv takes a sixth of pip's time; where only pip knows the way to an index, pip does it.
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt uv
	$(BIN)/uv pip install --quiet --system-certs --python $(BIN)/python -r constraints.txt \
		|| $(BIN)/python -m pip install --quiet --disable-pip-version-check -r constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: $(STAMP) ## compute, explain and check the examples, as a user would
	@PATH="$(abspath $(BIN)):$$PATH" sh examples/demo.sh

test: $(STAMP) ## lint, types, architecture and the quick tests, in minutes
	@$(MAKE) --no-print-directory -j $(JOBS) lint mypy
	@$(MAKE) --no-print-directory unit SELECT='-m "not slow and not site"'

test-all: lint types ## the same with the slow tests
	@$(MAKE) --no-print-directory unit SELECT=

unit: $(STAMP) ## only the tests
	$(BIN)/python -m pytest -q -n $(JOBS) --dist worksteal $(SELECT)

coverage: $(STAMP) ## the tests with branch coverage, which must not fall
	$(BIN)/python -m pytest -q -n $(JOBS) --cov --cov-report=term -m "not slow and not site"

programs: ## install Debian's programs that tests start, where they are absent
	-@for name in browser composer libreoffice databases; do sh tools/install_$$name.sh; done

slow: $(STAMP) programs ## the slow tests alone: the documentation's examples, other programs
	-@$(MAKE) --no-print-directory $(VALIDATORS)
	@# Many of them wait for other programs: one more at once leaves no processor idle.
	$(BIN)/python -m pytest -q -n $$(($(JOBS) + 1)) --dist worksteal -m slow

validators: $(VALIDATORS) ## what `export` writes, read by the field's own validators
	$(BIN)/python -m pytest -q tests/publish/exports/test_validators.py

$(VALIDATORS): $(STAMP)
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python $(VENV)-validators
	$(BIN)/uv pip install --quiet --system-certs --python $(VENV)-validators --constraint constraints.txt \
		--group validators
	@touch $@

lint: $(STAMP) ## style, format, direction of imports, workflows and shell scripts
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-workflows $(WORKFLOWS)
	$(BIN)/zizmor --quiet --offline --persona pedantic .github/workflows action.yml
	$(BIN)/shellcheck .ci/run tools/*.sh examples/*.sh

types: mypy pyright ## both type checkers

mypy: $(STAMP) ## the first type checker
	$(BIN)/mypy --num-workers $(JOBS)

pyright: $(STAMP) ## the second, which takes a minute, and that every public name has a known type
	$(BIN)/pyright
	PATH="$(abspath $(BIN)):$$PATH" $(BIN)/pyright --verifytypes kesbang_iku --ignoreexternal

docs: $(STAMP) ## build the documentation into site/; KESBANG_IKU_URL names where it will stand
	@$(BIN)/python -m tools.build_runtime & runtime=$$!; \
		$(BIN)/python -m tools.build_docs; built=$$?; wait $$runtime; exit $$built
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet
	$(BIN)/python -m tools.finish_docs

docs-test: docs ## build it, and read it as its readers do, in Chromium and Firefox
	sh tools/install_browser.sh
	-@VENV="$(abspath $(VENV))" sh tools/install_firefox.sh
	KESBANG_IKU_SITE=site $(BIN)/python -m pytest -q -n $(JOBS) --dist worksteal -m site tests/browser tests/docs

pictures: $(STAMP) ## make the pictures of the guides anew, of workbooks as LibreOffice shows them
	sh tools/install_libreoffice.sh
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python $(VENV)-pictures
	$(BIN)/uv pip install --quiet --system-certs --python $(VENV)-pictures --constraint constraints.txt \
		--group pictures -e ".[all]"
	$(VENV)-pictures/bin/python tools/build_pictures.py

schemas: $(STAMP) ## write schemas/ anew from the models
	$(BIN)/python tools/build_schemas.py

bench: $(STAMP) ## measure against named rivals, each installed alone; GROUPS names what (engine starting reports alignment reading frames sql spark verifying workbooks table)
	$(BIN)/python -m benchmarks.run $(GROUPS)

bench-large: $(STAMP) ## measure bulk on tables of ROWS rows (100 million): its memory, and its time against a copy
	$(BIN)/python -m benchmarks.large $(if $(ROWS),--rows $(ROWS))

fuzz: $(STAMP) ## feed every reader bytes nobody wrote, for FUZZ_SECONDS together (Linux)
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python $(VENV)-fuzz
	$(BIN)/uv pip install --quiet --system-certs --python $(VENV)-fuzz --constraint constraints.txt \
		--group fuzz -e ".[all]"
	$(VENV)-fuzz/bin/python -m tests.fuzzing --seconds $(FUZZ_SECONDS) $(READERS)

mutate: $(STAMP) ## count the changes to ROOMS that no test notices, of SAMPLE or of all (hours)
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python $(VENV)-mutate
	$(BIN)/uv pip install --quiet --system-certs --python $(VENV)-mutate --constraint constraints.txt \
		--group mutate -e ".[all]"
	$(VENV)-mutate/bin/python tools/mutate.py $(if $(SAMPLE),--sample $(SAMPLE)) $(ROOMS)

worlds: $(STAMP) ## judge COUNT tables printed from hidden numbers: no right one may be called wrong
	$(BIN)/python -m tests.worlds.tables --count $(COUNT)

layouts: $(STAMP) ## change the sheets of offices DRAWS times by chance: no number may be read as another
	KESBANG_IKU_DRAWS=$(DRAWS) $(BIN)/python -m pytest -q -n $(JOBS) -m slow tests/tables/test_offices.py

verify-rate: $(STAMP) ## change one digit of CHANGES verification strings: none of what is printed may pass
	$(BIN)/python -m tests.computing.changed_digits --count $(CHANGES)

freeze-save: $(STAMP) ## keep what every command answers in BASELINE, of one case in SHARE
	$(BIN)/python -m tools.freeze save $(BASELINE) --share $(SHARE)

freeze-compare: $(STAMP) ## show what now answers otherwise than when BASELINE was saved
	$(BIN)/python -m tools.freeze compare $(BASELINE) --share $(SHARE) --show

frames: $(FRAMES) ## dataframes of every library that is installed for it, held to the exact engine
	$(VENV)-frames/bin/python -m pytest -q -n $(JOBS) --dist worksteal $(SELECT) tests/bulk

$(FRAMES): $(STAMP)
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python $(VENV)-frames
	$(BIN)/uv pip install --quiet --system-certs --python $(VENV)-frames --constraint constraints.txt \
		--group frames -e ".[all]"
	@touch $@

environments: $(VALIDATORS) $(FRAMES) ## what `slow` and `frames` run in, filled beforehand

spark-test: $(STAMP) ## Spark in local mode, held to the exact engine; pyspark is an archive of 456 MB
	sh tools/install_java.sh
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python $(VENV)-spark
	$(BIN)/uv pip install --quiet --system-certs --python $(VENV)-spark --constraint constraints.txt \
		--group spark -e ".[all]"
	$(VENV)-spark/bin/python -m pytest -q tests/bulk/test_spark.py tests/publish/sql/test_spark.py

oldest: $(STAMP) ## the tests with the oldest dependencies and dataframes' libraries that pyproject.toml allows
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python $(VENV)-oldest
	$(BIN)/uv pip install --quiet --system-certs --python $(VENV)-oldest --resolution lowest-direct \
		--group frames -e ".[all]"
	$(VENV)-oldest/bin/python -m pytest -q -n $(JOBS) -m "not slow and not site"

package: $(STAMP) ## build the wheel and the source archive into dist/, the same bytes each time
	rm -rf dist
	$(BIN)/python -m hatchling build
	cd dist && sha256sum *

exports: $(STAMP) ## pack every form of `export` as a release carries it into build/exports/, the same bytes each time
	$(BIN)/python -m tools.build_exports

package-test: $(STAMP) ## build, install outside the checkout, and test what was installed
	$(BIN)/python -m pytest -q -n $(JOBS) --dist loadfile tests/package

archive: $(STAMP) ## keep the definitions of the version being released in catalog/arsip/
	$(BIN)/python -m tools.archive

archive-check: $(STAMP) ## refuse a release whose definitions are not kept
	$(BIN)/python -m tools.archive --check

api: $(STAMP) ## hold the public interface against the release before this commit
	@tag=$$(git describe --tags --abbrev=0 --match 'v[0-9]*' HEAD^ 2>/dev/null); \
		if [ -z "$$tag" ]; then echo "No release to hold the public interface against yet."; \
		else $(BIN)/griffe check kesbang_iku --search src \
			--extensions tools/light_dataclasses.py --against "$$tag"; fi

lock: $(STAMP) ## write constraints.txt anew, for every supported Python; UPGRADE=1 takes the newest of all
	$(BIN)/uv pip compile --quiet $(if $(UPGRADE),--upgrade) --universal --python-version 3.11 --no-header \
		--no-emit-index-url --extra all --group dev --output-file constraints.txt pyproject.toml

clean: ## remove what was built, the virtual environment too
	sed -n 's|^/docs/|docs/|p' .gitignore | xargs rm -rf
	rm -f tools/docs_theme/partials/katalog.html
	rm -rf $(VENV) $(VENV)-oldest $(VENV)-pictures $(VENV)-frames $(VENV)-spark $(VENV)-fuzz $(VENV)-mutate $(VENV)-validators build dist site htmlcov .coverage .coverage.*
	rm -rf .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
