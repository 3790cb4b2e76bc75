package bot

import (
	"fmt"
	"strings"
	"testing"

	"motus/rules"
	"motus/rules/comprehension"
)

// TestBranchLines: few branches stand one a line; many are gathered by verdict, and none is lost.
func TestBranchLines(t *testing.T) {
	few := []Branch{{Label: "le maire", Verdict: rules.Allowed, Conditional: true}, {Label: "la presse", Verdict: rules.Forbidden}}
	want := "le maire : autorisé, sous conditions\nla presse : interdit"
	if got := plain(strings.Join(BranchLines(few), "\n")); got != want {
		t.Errorf("peu de branches :\n%s", got)
	}
	var many []Branch
	for i := range manyBranches {
		v := [...]rules.Verdict{rules.Forbidden, rules.Allowed, rules.NoVerdict, rules.Forbidden}[i%4]
		many = append(many, Branch{Label: fmt.Sprintf("n%d", i), Verdict: v, Conditional: i == 7})
	}
	want = "autorisé : n1 ; n5\nun autre fait décide : n2 ; n6\ninterdit, sous conditions : n7\ntoute autre réponse : interdit"
	if got := plain(strings.Join(BranchLines(many), "\n")); got != want {
		t.Errorf("beaucoup de branches :\n%s", got)
	}
}

// TestScope: an answer on one of two recipients says which.
func TestScope(t *testing.T) {
	b := base(t)
	f, err := b.ParseFacts("destinataire=maire")
	if err != nil {
		t.Fatal(err)
	}
	q := comprehension.Question{Kind: comprehension.Decision, Facts: f, New: f, Also: []string{"procureur"}}
	r := Compose(b, q, today, today)
	if text := plain(r.Text()); !strings.Contains(text, "ne vaut que pour « le maire ». Pour « le procureur », posez la question à part") {
		t.Error(text)
	}
}

// plain takes French typography off.
func plain(s string) string {
	return strings.NewReplacer(nbsp, " ", narrow, " ", "’", "'").Replace(s)
}
