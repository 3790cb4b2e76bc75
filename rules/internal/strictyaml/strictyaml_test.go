package strictyaml

import (
	"strings"
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
	fsys := fstest.MapFS{"x.yaml": &fstest.MapFile{Data: []byte("- {nom: été, ouvert: peutetre}\n- {non: a}\n- {nom: [a]}\n- b\n- {ouvert: [oui]}\n- {nom a}\n")}}
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
		"x.yaml:3:9 : on attend un texte\n    - {nom: [a]}\n            ^",
		"x.yaml:4:3 : on attend des champs « clé: valeur »\n    - b\n      ^\n  Champs possibles : nom, ouvert.",
		"x.yaml:5:3 : il manque le champ « nom »\n    - {ouvert: [oui]}\n      ^",
		"x.yaml:5:12 : on attend un texte\n    - {ouvert: [oui]}\n               ^",
		"x.yaml:6:4 : il manque « : » après « nom »\n    - {nom a}\n       ^\n  On attend « nom: … ».",
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

// TestSyntax: what cannot be read at all is one fault, in French, at the line to mend.
func TestSyntax(t *testing.T) {
	for data, want := range map[string]string{
		"":                                         "1:1 : fichier vide",
		"- a: \"b\n":                               "1:1 : YAML mal formé : un guillemet ouvert n'est pas refermé",
		"- a: b\n  c: \"d\n  e: f\n\n":             "2:3 : YAML mal formé : un guillemet ouvert n'est pas refermé",
		"- a\n \t- b\n":                            "2:2 : une tabulation en début de ligne",
		"- a\n---\n- b":                            "2:1 : un second document après « --- »",
		"- a: b\n  c: [d\n  e: f\n":                "2:3 : YAML mal formé : un crochet « [ » n'est pas refermé, ou il manque une virgule",
		"- a: b\n  c: {d: e\n  f: g\n":             "2:3 : YAML mal formé : une accolade « { » n'est pas refermée, ou il manque une virgule",
		"- a: b\n- c: d: e\n":                      "2:1 : YAML mal formé : un « : » de trop",
		"- a: b\n  c\n  d: e\n":                    "2:3 : YAML mal formé : il manque « : » après un nom de champ",
		"- a: b\n c: d\n":                          "2:2 : YAML mal formé : un décalage qui ne suit pas celui de la liste",
		"- {a: b}\n- {a: c}\n - {a: d}\n":          "3:2 : YAML mal formé : un décalage qui ne suit pas celui de la liste",
		"- a: b\n- a: c\n\n# d\n - a: d\n- a: e\n": "5:2 : YAML mal formé : un décalage qui ne suit pas celui de la liste",
		"- a: b\n  c: \"d\"\n  e: \"f\" g\"\n- a: b\n": "3:3 : YAML mal formé : un décalage ou un guillemet ne va pas, ici ou juste au-dessus",
		"- a\n...\nb\n":                    "3:1 : YAML mal formé : du texte après la fin du document",
		"- a: @b\n":                        "1:1 : YAML mal formé : un signe qui ne peut pas commencer une valeur",
		"- a: [*]\n":                       "1:1 : YAML mal formé : « * » ou « & » seul",
		"- a: &x b\n- c: *x\n":             "1:6 : les ancres ne sont pas admises",
		"- a: b\n- c: *y\n":                "2:1 : YAML mal formé : les ancres ne sont pas admises",
		"- {<<: {a: b}}\n":                 "1:4 : les ancres ne sont pas admises",
		"- a: !!binary Zm9v\n":             "1:6 : les étiquettes de type ne sont pas admises",
		"- a: R\xe8gle\n":                  "1:7 : un octet qui n'est pas de l'UTF-8",
		"- été: a\n- b: c\x00d\n":          "2:7 : un caractère de contrôle (U+0000)",
		"- a\r- b\r":                       "1:4 : un retour chariot au milieu d'une ligne",
		"- a: é\u2028b\n":                  "1:7 : une fin de ligne invisible (U+2028)",
		"\xff\xfe-\x00":                    "1:1 : le fichier est en UTF-16",
		"- a\r\n- b: \"c\r\n":              "2:1 : YAML mal formé : un guillemet ouvert n'est pas refermé",
		strings.Repeat("[", 60_000) + "\n": "1:1 : YAML mal formé : trop de listes l'une dans l'autre",
	} {
		var faults []error
		if _, root := ReadFile(fstest.MapFS{"x.yaml": &fstest.MapFile{Data: []byte(data)}}, "x.yaml", &faults); root != nil || len(faults) == 0 {
			t.Errorf("%.40q : %v", data, faults)
			continue
		}
		f := Faults(faults[0])[0]
		f.Excerpt, f.Mend = "", ""
		if got := strings.TrimPrefix(f.Error(), "x.yaml:"); got != want {
			t.Errorf("%.40q :\n%s\nattendu\n%s", data, got, want)
		}
	}
}

// TestTorn: a text that lost its opening quote or bracket is a fault, told once; one that has none
// to lose is not.
func TestTorn(t *testing.T) {
	const quote, bracket, brace = "un guillemet « \" » seul", "un crochet « [ » ou « ] » seul", "une accolade « { » ou « } » seule"
	for text, want := range map[string]string{
		`La loi lie les professionnels."`: quote,
		`La "loi lie`:                     quote,
		`vih, sida, syphilis]`:            bracket,
		`coups & {enfant`:                 brace,
		`coups & enfant}`:                 brace,
		`La loi.'`:                        "une apostrophe « ' » seule à la fin",
		`~, sans motif`:                   "un « ~ » au début d'un texte",
		`vih, sida`:                       "plusieurs textes sans crochets n'en font qu'un",
		`pouvez-vous m'`:                  "",
		`le jour jusqu'`:                  "",
		`qu'il dise`:                      "",
		`la "loi" [1] lie {tous}`:         "",
		`"La loi, [ et {."`:               "",
		`'L''un dit "'`:                   "",
	} {
		var faults []error
		r, root := ReadFile(fstest.MapFS{"x.yaml": &fstest.MapFile{Data: []byte("- a: " + text + "\n")}}, "x.yaml", &faults)
		f := r.Fields(root.Content[0], "a")
		f.Words("a")
		got := ""
		for _, e := range faults {
			got += Faults(e)[0].Problem
		}
		if got != want {
			t.Errorf("%s : %q, attendu %q", text, got, want)
		}
	}
}

// TestSwallowedItem: an item one space too far is no part of the one above.
func TestSwallowedItem(t *testing.T) {
	for data, want := range map[string]string{
		"- a\n - b\n- c\n":           "x.yaml:2:2 : une ligne qui commence par « - », prise pour la suite du texte d'au-dessus\n     - b\n     ^\n  Alignez son « - » sur celui de la ligne d'au-dessus.",
		"- a: b - c\n- d\n":          "",
		"- a: b\n    c\n- d\n":       "",
		"- a: \"b\n    - c\"\n- d\n": "",
	} {
		var faults []error
		ReadFile(fstest.MapFS{"x.yaml": &fstest.MapFile{Data: []byte(data)}}, "x.yaml", &faults)
		got := ""
		for _, f := range faults {
			got += f.Error()
		}
		if got != want {
			t.Errorf("%q :\n%s\nattendu\n%s", data, got, want)
		}
	}
}

// TestExcerpt: a long line is shown around the column, the caret under it.
func TestExcerpt(t *testing.T) {
	f := &Fault{Place: Place{"x.yaml", 1, 1001, strings.Repeat("é", 1000) + "X" + strings.Repeat("à", 1000)}, Problem: "là"}
	lines := strings.Split(f.Error(), "\n")
	if len(lines) != 3 || len([]rune(lines[1])) > 140 {
		t.Fatalf("%s", f)
	}
	if at := len([]rune(lines[2])) - 1; []rune(lines[1])[at] != 'X' {
		t.Errorf("%s", f)
	}
}

// TestBOM: a mark at the head of a file is no part of its first line.
func TestBOM(t *testing.T) {
	var faults []error
	r, root := ReadFile(fstest.MapFS{"x.yaml": &fstest.MapFile{Data: []byte("\ufeff- {non: a}\n")}}, "x.yaml", &faults)
	r.Fields(root.Content[0], "nom")
	if len(faults) != 1 || Faults(faults[0])[0].Excerpt != "- {non: a}" {
		t.Errorf("%v", faults)
	}
}

// TestAlso: a fault that speaks of several places shows the line of each, the mend last.
func TestAlso(t *testing.T) {
	f := &Fault{Place: Place{"x.yaml", 1, 3, "- a"}, Problem: "« a » contredit « b »", Mend: "Gardez-en un.",
		Also: []Also{{Place{"y.yaml", 2, 3, "- b"}, "« b »"}, {Place{File: "z.yaml"}, "tout le fichier"}}}
	const want = "x.yaml:1:3 : « a » contredit « b »\n    - a\n      ^\n  y.yaml:2:3 : « b »\n    - b\n      ^\n  z.yaml : tout le fichier\n  Gardez-en un."
	if f.Error() != want {
		t.Errorf("%s\nattendu\n%s", f, want)
	}
}

// TestAmong: what is near is proposed, a short list is given whole, a long one by its beginning and where it is shown.
func TestAmong(t *testing.T) {
	short := []string{"maire", "juge"}
	long := []string{"a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "b1", "b2", "b3", "b4"}
	for _, c := range []struct {
		word  string
		known []string
		want  string
	}{
		{"mair", short, " : voulez-vous dire « maire » ?"},
		{"qqqq", short, " : on attend maire, juge"},
		{"qqqq", long, " : on attend a1, a2, a3, a4, a5, a6, a7, a8, a9, b1, b2, b3… (13 en tout ; là)"},
		{"qqqq", nil, ""},
	} {
		if got := Among(c.word, c.known, "là"); got != c.want {
			t.Errorf("Among(%q) = %q, attendu %q", c.word, got, c.want)
		}
	}
}
