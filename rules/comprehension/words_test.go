//go:build mots

package comprehension

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// TestWords writes francais.bloom from the word list that MOTS names: make mots.
func TestWords(t *testing.T) {
	data, err := os.ReadFile(os.Getenv("MOTS"))
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	if err := json.Unmarshal(data, &list); err != nil {
		t.Fatal(err)
	}
	filter := make([]byte, bloomBits/8)
	seen := map[string]bool{}
	for _, w := range list {
		for _, part := range strings.FieldsFunc(w, func(r rune) bool { return r == '-' || r == '\'' || r == '’' || r == ' ' }) {
			f := foldWord(part)
			if len(f) < 2 || seen[f] {
				continue
			}
			seen[f] = true
			a, b := hashes(f)
			for range bloomHash {
				bit := a % bloomBits
				filter[bit/8] |= 1 << (bit % 8)
				a += b
			}
		}
	}
	if len(seen) < 100_000 {
		t.Fatalf("%d mots seulement", len(seen))
	}
	if err := os.WriteFile("francais.bloom", filter, 0o644); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d mots", len(seen))
}
