# The way in. Each target that ends in "## …" is listed by `make help`, which is what plain `make` shows.
# Every target sets up first; a set-up that is in step with requirements.lock costs a few milliseconds.

BIN     := .venv/bin
COURSE  ?= course
WORKERS ?= 2

# TensorFlow: no banners, no rounding that differs by machine, no search for a GPU
export TF_CPP_MIN_LOG_LEVEL := 3
export TF_ENABLE_ONEDNN_OPTS := 0
export CUDA_VISIBLE_DEVICES := -1
# Python keeps what it has compiled, also where a container's setting forbids it: kernels start in half the time
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup demo book pdf course test lint types unit hostile bench crash jax lock clean

help:  ## this list
	@printf '%s\n' 'A course on debugging neural networks, and the grader that makes it honest.' '' \
		'Start with:  make demo     (needs Python 3.11 to 3.13 and a network; nothing else)' ''
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' Makefile
	@printf '%s\n' '' 'Every command can be interrupted with Ctrl-C and run again: it goes on, and overwrites nothing of yours.' \
		'Choose:  PYTHON=/path/to/python3.12 (for a new .venv)   COURSE=folder (for demo, course)   WORKERS=4 (for test)'

demo: setup book course  ## set up, build the book, then release, grade and report on a sample class
	@cd '$(COURSE)' && printf '%s\n' '' 'Done. Open in a browser:' \
		'  the book           $(CURDIR)/_build/html/index.html' \
		"  the class report   $$PWD/reports/red-wine.html" \
		"  a student's page   $$PWD/feedback/ada/red-wine/red-wine.html" \
		'' 'README.md says how to go on from there.'

setup:  ## make .venv hold exactly what requirements.lock says
	@sh scripts/setup.sh

book: setup  ## build the book into _build/html
	@printf '\n%s\n' '== The book: running the chapters and building the pages'
	@$(BIN)/python chapters/build.py

pdf: setup  ## build the book, and print all of it into one PDF that its pages offer (needs Chromium)
	@printf '\n%s\n' '== The book, and all its pages in one PDF'
	@$(BIN)/python chapters/build.py --pdf

course: setup  ## a course in course/ with a sample class: release, grade, feedback, report
	@printf '\n%s\n' '== The course: a made-up class hands in and is graded'
	@test -e '$(COURSE)/nbgrader_config.py' || $(BIN)/autograder course create '$(COURSE)'
	@$(BIN)/autograder release red-wine --course '$(COURSE)'
	@$(BIN)/autograder sample-class red-wine --course '$(COURSE)'
	@$(BIN)/autograder grade red-wine --course '$(COURSE)' --time-limit 90
	@$(BIN)/autograder feedback red-wine --course '$(COURSE)'
	@$(BIN)/autograder report red-wine --course '$(COURSE)'

test: setup  ## run every check and every test, after installing the system packages and the JAX that they need
	@sh scripts/system-packages.sh
	@$(MAKE) --no-print-directory .jax/.ready || echo 'Tests that run on JAX will be skipped.'
	@$(MAKE) --no-print-directory --keep-going lint types unit

lint: setup  ## check style, layout (ruff) and the walls between rooms (import-linter)
	@printf '\n%s\n' '== Style (ruff check), layout (ruff format), then the walls between rooms (import-linter)'
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/lint-imports --no-cache

types: setup  ## check the types (mypy)
	@printf '\n%s\n' '== Types (mypy)'
	@$(BIN)/mypy

unit: setup  ## run the tests (pytest) without installing anything first; ARGS='-k curve' chooses some
	@printf '\n%s\n' '== Tests (pytest, $(WORKERS) at a time)'
	@$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist loadfile --no-loadscope-reorder $(ARGS)

bench: setup  ## how fast grading is, and beside what, into BENCHMARKS.md (25 min); ARGS='kernel doctor' for some
	@PYTHONPATH=scripts $(BIN)/python -m bench $(ARGS)

crash: setup  ## kill graders, kernels, judges, workers and PostgreSQL at random moments; grade again; compare (1 h)
	@PYTHONPATH=scripts $(BIN)/python -m crash $(ARGS)

hostile: setup  ## hand in a hundred attacks, and grade a class of a hundred in three ways (15 min)
	@HOSTILE=1 $(BIN)/python -m pytest tests/adversarial $(ARGS)

jax: .jax/.ready  ## measure the headline claims again with Keras on JAX, which this installs beside the rest (3 h)
	@for name in $$($(BIN)/python experiments/backend.py jax); do \
		KERAS_BACKEND=jax $(BIN)/python "experiments/$$name.py" $(ARGS) || exit; done

.jax/.ready: experiments/jax-requirements.lock | setup
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --target .jax --upgrade --no-deps \
		--require-hashes --only-binary :all: --requirement experiments/jax-requirements.lock
	@touch .jax/.ready

lock: setup  ## write requirements.lock anew from pyproject.toml; ARGS=--upgrade moves to the newest versions
	@$(BIN)/uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 \
		--generate-hashes --no-annotate --no-header --quiet --output-file requirements.lock $(ARGS)
	@printf '%s\n' 'requirements.lock is in step with pyproject.toml; the next make installs it.'

clean:  ## remove what can be made again: .venv, _build, caches; never a course folder
	rm -rf .venv .jax _build .pytest_cache .mypy_cache .ruff_cache .hypothesis
