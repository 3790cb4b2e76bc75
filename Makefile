# « make test » suffit : Go télécharge ce qu'il lui faut, puis tout est vérifié.
.PHONY: test check bench fuzz vuln golden build

test:
	@test -z "$$(gofmt -l .)" || { echo "À mettre en forme (gofmt -w) :"; gofmt -l .; exit 1; }
	go vet ./... && go vet -tags mutants ./rules
	go tool staticcheck ./...
	go test -race ./...
	go test -tags mutants -timeout 40m -run 'TestMutants' ./rules
	go run . rules check

check:
	go run . rules check

bench:
	go test -run '^$$' -bench . -benchmem -count 6 ./rules

# Chaque cible de fuzzing, un court moment : make fuzz FOR=1m
FOR ?= 10s
fuzz:
	go test -run '^$$' -fuzz FuzzDate -fuzztime $(FOR) ./rules
	go test -run '^$$' -fuzz FuzzFacts -fuzztime $(FOR) ./rules
	go test -run '^$$' -fuzz FuzzLoad -fuzztime $(FOR) ./rules
	go test -run '^$$' -fuzz FuzzRead -fuzztime $(FOR) ./rules/comprehension
	go test -run '^$$' -fuzz FuzzLexicon -fuzztime $(FOR) ./rules/comprehension
	go test -run '^$$' -fuzz FuzzLines -fuzztime $(FOR) ./adapters/cli

vuln:
	go run golang.org/x/vuln/cmd/govulncheck@latest ./...

# Récrit les fichiers de référence. Relisez la différence avant de la garder.
golden:
	go test ./rules -run 'TestVerdicts|TestLogic|TestFaults' -update
	go test ./bot -run TestReplies -update
	go test -tags mutants -timeout 40m ./rules -run TestMutants -update
	UPDATE=1 go test ./adapters/cli

build:
	CGO_ENABLED=0 go build -trimpath -o motus .
