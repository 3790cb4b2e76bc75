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

// TestToCheck: a wording that began after its text was last read does not pass for read.
func TestToCheck(t *testing.T) {
	b := base(t)
	for _, c := range []struct {
		name string
		on   rules.Date
		want string
	}{
		{"CPP 60-1", today, "cette version n'a pas été lue, le texte l'a été jusqu'en novembre 2014"},
		{"CPP 60-1", rules.Date{Year: 2023, Month: 1, Day: 26}, "cette version n'a pas été lue, le texte l'a été jusqu'en novembre 2014"},
		{"CPP 60-1", rules.Date{Year: 2023, Month: 1, Day: 25}, "lu jusqu'en novembre 2014"},
		{"CPP 60-1", rules.SourceDate, ""},
		{"CASF L311-3", today, "lu jusqu'en avril 2024"}, // it began that month, and was read in the law itself
		{"CP 226-13", today, ""},
	} {
		cs := b.Cite([]string{c.name}, c.on)
		if len(cs) != 1 {
			t.Fatalf("%s au %s : %d citations", c.name, c.on, len(cs))
		}
		if got := plain(toCheck(cs[0])); strings.TrimPrefix(got, " ; à vérifier : ") != c.want {
			t.Errorf("%s au %s : %q, attendu %q", c.name, c.on, got, c.want)
		}
	}
}
