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

// TestScope: where the question names a recipient and another one is given outright, the first sentence says of
// whom it speaks, and the next one what it leaves out. Nothing is said of a recipient whom no word named.
func TestScope(t *testing.T) {
	b := base(t)
	reader, err := comprehension.New(b, rules.Files())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ given, text, first, left string }{
		{"destinataire=avocat", "puis-je en parler au préfet ?", "Non, envers l'avocat de la personne ou d'une autre partie :", "Pour « le préfet », posez la question à part"},
		{"destinataire=president_cd,mineur_en_danger=oui,peril=non", "dois-je le dire à la presse ?", "Oui, c'est obligatoire, envers le président du conseil départemental (CRIP) :", "Pour « la presse »"},
		{"destinataire=juge", "puis-je en parler au préfet ?", "Cela dépend d'un fait :", "ne vaut que pour « un juge, sans autre précision ». Pour « le préfet »"},
		{"destinataire=prefet", "puis-je en parler au préfet ?", "Non :", ""},
		{"statut=educateur", "puis-je en parler au préfet ?", "Non :", ""},
		{"destinataire=avocat", "une petite fille de six ans est frappée, je dois faire quoi ?", "", ""},
	} {
		given, err := b.ParseFacts(c.given)
		if err != nil {
			t.Fatal(err)
		}
		r := Compose(b, reader.With(reader.Read(c.text, comprehension.Question{}), given), today, today)
		text := plain(r.Text())
		if !strings.HasPrefix(text, c.first) || !strings.Contains(text, c.left) || strings.Contains(text, "posez la question à part") != (c.left != "") {
			t.Errorf("%s, « %s » :\n%s", c.given, c.text, text)
		}
		if to := b.Get(given, "destinataire"); to != "" && r.JSON(nil, today).Facts["destinataire"] != to {
			t.Errorf("%s, « %s » : %v", c.given, c.text, r.Facts)
		}
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
