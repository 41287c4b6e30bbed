# Everything that a newcomer needs: `make site` builds the program and the sample board, `make test`
# passes all tests. Each target installs what it lacks on Debian, and says clearly what it can't do.

SHELL := /bin/bash
.DELETE_ON_ERROR:
.PHONY: site program preview test bench format format-check clean tools test-tools

CONFIGURATION ?= release
BANGVANG := .build/$(CONFIGURATION)/bangvang
ROOT ?= .

site: program
	@$(BANGVANG) build --root $(ROOT)
	@echo "Trang đã dựng nằm ở $(ROOT)/public. Xem thử: make preview (http://127.0.0.1:8080/)."

preview: program
	@$(BANGVANG) serve --root $(ROOT) --port $(or $(PORT),8080)

program: tools
	@Scripts/swift-quietly build -c $(CONFIGURATION) --product bangvang
	@Scripts/swift-quietly build -c $(CONFIGURATION) --product bangvang-imaging

test: tools test-tools program
	Scripts/run-tests

# make bench N=10000 HUGO=/path/to/hugo
bench: tools
	Benchmarks/run.sh $(or $(N),10000) $(HUGO)

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests

format-check:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

# Neither the output, since public/ may be what a portal shows, nor the pictures in .bangvang/cache, which take longest to make.
clean:
	swift package clean

tools:
	@Scripts/install-tools build

test-tools:
	@Scripts/install-tools test
