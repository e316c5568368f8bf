# Two commands are all a fresh clone needs: `make demo` and `make test`.
.PHONY: demo test run bench pictures translations lock clean

demo:          ## open the app on the sandbox (without a display: write demo.png)
	@.ci/setup runtime
	@.ci/demo

test:          ## lint, type check, import rules, tests (TESTS="tests/sts -k name" for some)
	@.ci/setup
	@.ci/test $(TESTS)

run:           ## open the app on your own profiles
	@.ci/setup runtime
	@.venv/bin/stsviewer

bench:         ## print the figures: ratios measured side by side
	@.ci/setup
	@.venv/bin/python tests/bench/start.py

pictures:      ## make the README's screenshots from the real window
	@.ci/setup
	@.venv/bin/python tests/pictures/make_pictures.py

translations:  ## collect the texts and compile the translations
	@.ci/setup
	@.venv/bin/python tests/support/translations.py

lock:          ## pin the dependencies anew, with hashes
	uv pip compile --universal --generate-hashes --python-version 3.11 --group dev pyproject.toml \
		-o .ci/requirements.txt --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --quiet

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis demo.png
