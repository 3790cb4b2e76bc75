package comprehension

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"motus/rules"
)

// TestWeights: the weights were learned from the examples at hand, and know them: what the whole text
// says is what most of them say. APPRENDRE=1 learns them anew.
func TestWeights(t *testing.T) {
	if os.Getenv("APPRENDRE") != "" {
		b, err := rules.Default()
		if err != nil {
			t.Fatal(err)
		}
		if gistWeights, err = learnGist(b, os.DirFS("exemples")); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile("gist.bin", gistWeights, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	r, _ := reader(t)
	examples := os.DirFS("exemples")
	of, err := digest(r.base, examples)
	if err != nil {
		t.Fatal(err)
	}
	if r.gist.Of != of {
		t.Error("les exemples ont changé depuis que les poids ont été appris ; lancez « make apprendre »")
	}
	all, err := readExamples(examples)
	if err != nil {
		t.Fatal(err)
	}
	w, _ := byWords(t)
	var whole *seen
	w.examine = func(s seen) { whole = &s }
	tried, right := 0, 0
	for i := 0; i < len(all); i += 10 {
		if e := all[i]; !e.known && len(e.before) == 0 {
			whole = nil
			w.Read(e.text, Question{})
			if whole == nil {
				continue
			}
			tried++
			if slices.Contains(e.outcomes, r.gist.weigh(whole.all).outcome()) {
				right++
			}
		}
	}
	if tried < 1000 || right*100 < tried*93 {
		t.Errorf("de %d exemples, %d bien lus : ces poids n'en viennent pas ; lancez « make apprendre »", tried, right)
	}
}

func TestLearn(t *testing.T) {
	b, err := rules.Default()
	if err != nil {
		t.Fatal(err)
	}
	examples := fstest.MapFS{
		"a.tsv":         {Data: []byte("maire|decision\tautorise|a_apprecier\ton peut causer au maire ?\n-\thors_champ\tquel temps demain ?\n")},
		"lexique-b.tsv": {Data: []byte("temoignage\tinterdit\tet au procureur ?\tpeut-on informer le maire ?\n")},
	}
	first, err := learnGist(b, examples)
	if err != nil {
		t.Fatal(err)
	}
	g, err := loadGist(first)
	if err != nil {
		t.Fatal(err)
	}
	if len(g.outcomes) < 3 || len(g.themes) < 3 {
		t.Errorf("issues %v, thèmes %v", g.outcomes, g.themes)
	}
	again, err := learnGist(b, examples)
	if err != nil || !bytes.Equal(first, again) {
		t.Errorf("deux apprentissages diffèrent (%v)", err)
	}
}

// TestExampleFaults: an example that cannot be read is named by its file and line.
func TestExampleFaults(t *testing.T) {
	b, err := rules.Default()
	if err != nil {
		t.Fatal(err)
	}
	for line, want := range map[string]string{
		"maire\tautorise":                  "a.tsv, ligne 2 : il faut trois colonnes",
		"mair\tautorise\tbonjour":          "a.tsv, ligne 2 : thème inconnu « mair »",
		"maire\tpermis\tbonjour":           "a.tsv, ligne 2 : issue inconnue « permis »",
		"maire\tautorise\t":                "a.tsv, ligne 2 : il manque la question",
		"-\tautorise\tpuis-je en parler ?": "a.tsv, ligne 2 : seul « hors_champ » va sans thème",
	} {
		_, err := learnGist(b, fstest.MapFS{"a.tsv": {Data: []byte("maire\tautorise\ton parle au maire ?\n" + line + "\n")}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q : %v, attendu %q", line, err, want)
		}
	}
	if _, err := learnGist(b, fstest.MapFS{}); err == nil {
		t.Error("sans exemple, appris quand même")
	}
}
