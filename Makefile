# parolepack: what a developer runs. Everything but lint's staticcheck and the foreign readers
# needs Go alone.

GO      ?= go
COMMIT  := $(shell git rev-parse --short=12 HEAD 2>/dev/null || echo unknown)
LDFLAGS := -X main.commitID=$(COMMIT)
FUZZTIME ?= 20s

.PHONY: build test lint samples bench fuzz cover cross

build: ## the program, into bin/
	$(GO) build -trimpath -ldflags "$(LDFLAGS)" -o bin/ ./cmd/parolepack

test: ## every test; those that need the official blanks skip where they are absent
	$(GO) test ./...

lint: ## gofmt, vet and staticcheck
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { gofmt -l $$(git ls-files '*.go'); echo "gofmt would change these"; exit 1; }
	$(GO) vet ./...
	$(GO) tool staticcheck ./...

samples: ## generate the samples' exhibits anew
	$(GO) run ./samples/generate

bench: ## benchmarks of the hot paths
	$(GO) test -run '^$$' -bench . -benchmem ./internal/...

fuzz: ## each fuzz target for FUZZTIME
	./.ci/fuzz $(FUZZTIME)

cover: ## coverage of all packages by all tests
	$(GO) test -coverpkg=./... -coverprofile=coverage.out ./...
	$(GO) tool cover -func=coverage.out | tail -1

cross: ## compile and vet for every system that law offices use
	./.ci/cross
