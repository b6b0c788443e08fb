# parolepack: what a developer runs. Everything but lint's staticcheck and the foreign readers
# needs Go alone.

GO      ?= go
COMMIT  := $(shell git rev-parse --short=12 HEAD 2>/dev/null || echo unknown)
LDFLAGS := -X main.commitID=$(COMMIT)
FUZZTIME ?= 20s
# The benchmark is a module of its own, so that the programs it measures against stay out of the product's.
BENCH   := GOFLAGS=-mod=mod $(GO) -C bench

.PHONY: build test lint samples forms-sheets bench bench-smoke microbench fuzz cover cross

build: ## the program, into bin/
	$(GO) build -trimpath -ldflags "$(LDFLAGS)" -o bin/ ./cmd/parolepack

test: ## every test; those that need the official blanks skip where they are absent
	$(GO) test ./...

lint: ## gofmt, vet and staticcheck
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { gofmt -l $$(git ls-files '*.go'); echo "gofmt would change these"; exit 1; }
	$(GO) vet ./...
	$(GO) tool staticcheck ./...
	staticcheck=$$($(GO) tool -n staticcheck) && cd bench && GOFLAGS=-mod=mod "$$staticcheck" ./...

samples: ## generate the exhibits of every sample anew from samples/generate/described
	$(GO) run ./samples/generate

forms-sheets: ## docs/forms anew, from practice forms; with BLANKS=FOLDER also the official pages, into bin/forms-sheets
	$(GO) run ./internal/testkit/sheets -o docs/forms $(if $(BLANKS),-blanks $(BLANKS))

bench: ## against a copy and other programs; rewrites docs/performance.md (some minutes, 4 GB of disk once)
	$(BENCH) run . -doc ../docs/performance.md -date $(shell date +%F) -commit $(COMMIT) $(BENCHFLAGS)

bench-smoke: ## that the benchmark runs, on a few pages
	$(BENCH) vet ./...
	$(BENCH) test ./...
	$(BENCH) run . -smoke >/dev/null

microbench: ## benchmarks of the hot paths, package by package
	$(GO) test -run '^$$' -bench . -benchmem ./internal/...

fuzz: ## each fuzz target for FUZZTIME
	./.ci/fuzz $(FUZZTIME)

cover: ## coverage of all packages by all tests
	$(GO) test -coverpkg=./... -coverprofile=coverage.out ./...
	$(GO) tool cover -func=coverage.out | tail -1

cross: ## compile and vet for every system that law offices use
	./.ci/cross
