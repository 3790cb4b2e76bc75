package rules

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// frontier is a combination of facts that stands where one condition or one exception decides,
// with the decision there. frontieres.golden holds one for each way of breaking a rule that no
// settled case would show; `make golden` finds them again.
type frontier struct {
	on    Date
	facts FactSet
	want  string
}

const frontierFile = "testdata/frontieres.golden"

// String writes a frontier as a line: date, facts, decision.
func (f frontier) String(b *Base) string {
	var facts []string
	for _, kv := range b.Known(f.facts) {
		facts = append(facts, kv.String())
	}
	return fmt.Sprintf("%s | %s | %s", f.on, strings.Join(facts, ","), f.want)
}

func readFrontiers(t *testing.T, b *Base) []frontier {
	t.Helper()
	data, err := os.ReadFile(frontierFile)
	if err != nil {
		if *update {
			return nil
		}
		t.Fatal(err)
	}
	var out []frontier
	for i, l := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		parts := strings.SplitN(l, " | ", 3)
		if len(parts) != 3 {
			t.Fatalf("%s:%d : on attend date | faits | décision", frontierFile, i+1)
		}
		on, err := ParseDate(parts[0])
		if err != nil {
			t.Fatalf("%s:%d : %v", frontierFile, i+1, err)
		}
		facts, err := b.ParseFacts(parts[1])
		if err != nil {
			t.Fatalf("%s:%d : %v", frontierFile, i+1, err)
		}
		out = append(out, frontier{on, facts, parts[2]})
	}
	return out
}

// TestFrontiers decides every frontier as it was written.
func TestFrontiers(t *testing.T) {
	b := base(t)
	all := readFrontiers(t, b)
	if len(all) < 100 {
		t.Fatalf("%d frontières seulement", len(all))
	}
	for i, f := range all {
		if got := line(b.Decide(f.facts, f.on)); got != f.want {
			t.Errorf("%s:%d\n attendu %s\n obtenu  %s", frontierFile, i+1, f.want, got)
		}
	}
}
