package strictyaml

import (
	"testing"
	"testing/fstest"
)

func TestNearest(t *testing.T) {
	known := []string{"maire", "juge", "procureur", "police_municipale"}
	for word, want := range map[string]string{
		"mair": "maire", "amire": "maire", "jge": "juge", "procureure": "procureur", "police_municipal": "police_municipale",
		"préfet": "", "": "", "xxxxxxxxx": "",
	} {
		if got := Nearest(word, known); got != want {
			t.Errorf("Nearest(%q) = %q, attendu %q", word, got, want)
		}
	}
}

// TestFaults: every fault of a file is told at once, with its place and its line.
func TestFaults(t *testing.T) {
	fsys := fstest.MapFS{"x.yaml": &fstest.MapFile{Data: []byte("- {nom: été, ouvert: peutetre}\n- {non: a}\n- {nom: [a]}\n- b\n")}}
	var faults []error
	r, root := ReadFile(fsys, "x.yaml", &faults)
	for _, item := range r.List(root) {
		f := r.Fields(item, "nom", "ouvert")
		f.MustText("nom")
		r.YesNo(f.Got["ouvert"], false)
	}
	want := []string{
		"x.yaml:1:22 : on attend oui ou non\n    - {nom: été, ouvert: peutetre}\n                         ^",
		"x.yaml:2:4 : champ inconnu « non » : voulez-vous dire « nom » ?\n    - {non: a}\n       ^\n  Champs possibles : nom, ouvert.",
		"x.yaml:2:3 : il manque le champ « nom »\n    - {non: a}\n      ^",
		"x.yaml:3:9 : on attend un texte\n    - {nom: [a]}\n            ^",
		"x.yaml:4:3 : on attend des champs « clé: valeur »\n    - b\n      ^\n  Champs possibles : nom, ouvert.",
	}
	if len(faults) != len(want) {
		t.Fatalf("%d fautes, attendu %d : %v", len(faults), len(want), faults)
	}
	for i, f := range faults {
		if f.Error() != want[i] {
			t.Errorf("faute %d :\n%s\nattendu :\n%s", i, f, want[i])
		}
	}
}

// TestSyntax: what cannot be read at all is one fault, at its line.
func TestSyntax(t *testing.T) {
	for data, want := range map[string]string{
		"":              "x.yaml:1:1 : fichier vide",
		"- a: \"b\n":    "x.yaml:2:1 : YAML mal formé (line 2: found unexpected end of stream)",
		"- a\n \t- b\n": "x.yaml:2:2 : une tabulation en début de ligne",
		"- a\n---\n- b": "x.yaml:2:1 : un second document après « --- »",
	} {
		var faults []error
		if _, root := ReadFile(fstest.MapFS{"x.yaml": &fstest.MapFile{Data: []byte(data)}}, "x.yaml", &faults); root != nil || len(faults) != 1 {
			t.Errorf("%q : %v", data, faults)
			continue
		}
		f := Faults(faults[0])[0]
		f.Excerpt, f.Mend = "", ""
		if f.Error() != want {
			t.Errorf("%q : %s", data, f)
		}
	}
}
