# What CI runs, in the environment you are in: pip install -e '.[dev]' first. CI itself is .ci/run.

.PHONY: check catalogs ci

check:
	ruff check .
	ruff format --check .
	mypy --strict
	lint-imports
	python .ci/catalogs.py check
	python .ci/catalogs.py compile
	pytest

# After changing any text in the code: look for empty msgstr in learnlog/i18n/locales, fill them, compile.
catalogs:
	python .ci/catalogs.py update
	python .ci/catalogs.py missing
	python .ci/catalogs.py compile

ci:
	.ci/run
