# « make test » suffit : Go télécharge ce qu'il lui faut, puis tout est vérifié.
.PHONY: test check bench fuzz vuln golden apprendre mots build

test:
	@test -z "$$(gofmt -l .)" || { echo "À mettre en forme (gofmt -w) :"; gofmt -l .; exit 1; }
	go vet ./... && go vet -tags mutants ./rules && go vet -tags mots ./rules/comprehension
	go tool staticcheck ./...
	go test -race ./...
	go test -tags mutants -timeout 40m -run 'TestMutants' ./rules
	go run . rules check

check:
	go run . rules check

bench:
	go test -run '^$$' -bench . -benchmem -count 6 ./rules ./rules/comprehension

# Chaque cible de fuzzing, un court moment : make fuzz FOR=1m
FOR ?= 10s
fuzz:
	go test -run '^$$' -fuzz FuzzDate -fuzztime $(FOR) ./rules
	go test -run '^$$' -fuzz FuzzFacts -fuzztime $(FOR) ./rules
	go test -run '^$$' -fuzz FuzzLoad -fuzztime $(FOR) ./rules
	go test -run '^$$' -fuzz FuzzRead -fuzztime $(FOR) ./rules/comprehension
	go test -run '^$$' -fuzz FuzzLexicon -fuzztime $(FOR) ./rules/comprehension
	go test -run '^$$' -fuzz FuzzParse -fuzztime $(FOR) ./rules/comprehension/internal/linear
	go test -run '^$$' -fuzz FuzzLines -fuzztime $(FOR) ./adapters/cli

vuln:
	go run golang.org/x/vuln/cmd/govulncheck@latest ./...

# Récrit les fichiers de référence. Relisez la différence avant de la garder.
golden:
	go test ./rules -run 'TestVerdicts|TestLogic|TestFaults' -update
	go test ./bot -run TestReplies -update
	go test -tags mutants -timeout 40m ./rules -run TestMutants -update
	UPDATE=1 go test ./adapters/cli

# Récrit les poids de la lecture, d'après les questions étiquetées de rules/comprehension/exemples.
apprendre:
	APPRENDRE=1 go test -count 1 -run TestWeights ./rules/comprehension

# Récrit le filtre des mots du français, d'après la liste an-array-of-french-words (npm, licence MIT).
mots:
	d=$$(mktemp -d) && cd $$d && npm pack --silent an-array-of-french-words@2.0.0 && tar xzf *.tgz && cd - >/dev/null && \
	MOTS=$$d/package/index.json go test -tags mots -run TestWords ./rules/comprehension

build:
	CGO_ENABLED=0 go build -trimpath -o motus .
