# The two commands are `make run` and `make test`. The rest is for those who work on PlanWise.
PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8501

.PHONY: run test check browser eval bench load shots clean

run: .venv/run ## the app at http://localhost:8501
	$(BIN)/streamlit run app.py --server.address 127.0.0.1 --server.port $(PORT)

test: check browser ## everything that must hold
	$(BIN)/pytest

check: .venv/dev ## format, lint, types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

browser: .venv/dev ## a Chromium for the browser tests, if the machine has none
	@$(BIN)/python -m tests.browser || $(BIN)/playwright install chromium

.venv/run: requirements.txt
	test -d .venv || $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/dev: requirements-dev.txt .venv/run
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

eval: .venv/dev ## how well the coach understands runners; ARGS=--openai adds the configured endpoint
	$(BIN)/python -m bench.evaluate $(ARGS)

bench: .venv/dev ## ratios side by side, written into the README
	$(BIN)/python -m bench

load: browser ## fifty chats against Chainlit's (made in a temp folder, or ARGS=its python), and a drag against a button
	$(BIN)/python -m bench.load $(ARGS)

shots: .venv/dev ## the pictures of the README
	$(BIN)/python -m tests.shots

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis artefacts
