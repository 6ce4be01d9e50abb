# Everything is set up on first use; see scripts/setup for what that means.
PYTHON_HERE := .venv/bin/python
WORKERS ?= auto

.DEFAULT_GOAL := help
.PHONY: help demo serve test check evidence benchmark validators format lock clean

help:  ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14

demo:  ## a bank's statements for a few hundred customers, in all four channels
	@scripts/setup
	.venv/bin/ccm demo

serve:  ## the editor alone, on the store of the last demo
	@scripts/setup
	@test -e demo-output/store/ccm.db || { echo "serve: there is no demo yet; run make demo first" >&2; exit 1; }
	CCM_HOME=demo-output/store .venv/bin/ccm serve

test:  ## format, lint, types and tests: what has to be green before anything is merged
	@scripts/setup --dev
	$(PYTHON_HERE) -m ruff format --check
	$(PYTHON_HERE) -m ruff check
	$(PYTHON_HERE) -m mypy
	scripts/island --check
	$(PYTHON_HERE) -m pytest -q -n $(WORKERS)

check: test  ## the same as test

evidence:  ## everything at full size; writes docs/evidence.md
	@scripts/setup --dev
	scripts/island --check
	$(PYTHON_HERE) scripts/evidence

benchmark:  ## how fast it is, as ratios against a plain script
	@scripts/setup --dev
	$(PYTHON_HERE) -m benchmarks

validators:  ## veraPDF in .validators/, for PDF/A and PDF/UA (needs a JDK)
	@scripts/setup --dev
	@scripts/validators

format:  ## put the source in the house's layout
	@scripts/setup --dev
	$(PYTHON_HERE) -m ruff check --fix
	$(PYTHON_HERE) -m ruff format

lock:  ## pin every Python package again, by hash and without registry addresses
	@scripts/setup --dev
	@scripts/lock

clean:  ## everything that was made, except .venv and .validators
	rm -rf build dist demo-output .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
