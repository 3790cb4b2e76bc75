package comprehension

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"motus/rules"
)

// TestLexiconFaults: every fault of the lexicon is told at once, each with its place, its line and
// how to mend it.
func TestLexiconFaults(t *testing.T) {
	_, b := reader(t)
	fsys := fstest.MapFS{"lexique/mots.yaml": &fstest.MapFile{Data: []byte(`# des mots
- {donne: destinataire=mair, mots: [maire]}
- {done: destinataire=maire, mots: [maire]}
- {donne: destinataire=maire, mots: []}
- {donne: modalite=put, mots: [peut on]}
- {donne: destinatire=maire, mots: [maire]}
- {donne: bavardage, mots: [bonjour]}
- {donne: destinataire=maire, mots: ["… maire"]}
- {donne: destinataire=maire, mots: maire}
- {donne: destinataire=maire, mots: [maire], si_on_lui_parle: parfois}
`)}}
	_, err := New(b, fsys)
	if err == nil {
		t.Fatal("aucune faute")
	}
	want := []string{
		"lexique/mots.yaml:2:11 : valeur inconnue « mair » pour le fait « destinataire » : voulez-vous dire « maire » ?",
		"lexique/mots.yaml:3:4 : champ inconnu « done » : voulez-vous dire « donne » ?",
		"lexique/mots.yaml:4:37 : « mots » est vide",
		"lexique/mots.yaml:5:11 : modalité inconnue « put »",
		"lexique/mots.yaml:6:11 : fait inconnu « destinatire » : voulez-vous dire « destinataire » ?",
		"lexique/mots.yaml:7:11 : « bavardage » n'est ni un fait, ni notion, explication, hors_champ, danger, ordre, politesse, silence ou mensonge",
		"lexique/mots.yaml:8:38 : terme vide, ou qui commence ou finit par « … »",
		"lexique/mots.yaml:9:37 : on attend une liste",
		"lexique/mots.yaml:10:63 : on attend oui ou non",
	}
	faults := rules.Faults(err)
	for i, f := range faults {
		first, _, _ := strings.Cut(f.Error(), "\n")
		if i >= len(want) || first != want[i] {
			t.Errorf("faute %d : %s", i, first)
		}
		if f.Excerpt == "" {
			t.Errorf("faute %d : sans extrait", i)
		}
	}
	if len(faults) < len(want) {
		t.Errorf("%d fautes, attendu %d", len(faults), len(want))
	}
}

// FuzzLexicon: whatever a file of the lexicon holds, loading it gives a lexicon or faults.
func FuzzLexicon(f *testing.F) {
	_, b := reader(f)
	for _, s := range []string{"- {donne: destinataire=maire, mots: [maire]}", "- a\n---\n- b", "\t", "- {donne: age_victime=majeur, mots: ['#0-9 ans', 'a|b*', '^ la_c']}", "&a [*a]"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, data string) {
		lex, err := loadLexicon(fstest.MapFS{"lexique/x.yaml": &fstest.MapFile{Data: []byte(data)}}, b)
		if err != nil {
			var fault *rules.Fault
			if !errors.As(err, &fault) {
				t.Errorf("une erreur sans place : %v", err)
			}
			return
		}
		lex.read(lex.tokenize("peut-on informer le maire de la commune ? 12 ans")).find()
	})
}
