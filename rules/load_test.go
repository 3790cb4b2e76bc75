package rules

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"
)

func TestDefaultLoads(t *testing.T) {
	b, err := Default()
	if err != nil {
		for _, f := range Faults(err) {
			t.Error(f)
		}
		t.FailNow()
	}
	t.Logf("%d faits, %d règles, %d dispositions, %d énoncés, %d fiches", len(b.facts), len(b.rules), len(b.provisions), len(b.statements), len(b.cards))
}

// TestMissingFiles: a folder without what every base needs is no base.
func TestMissingFiles(t *testing.T) {
	_, err := Load(fstest.MapFS{})
	faults := Faults(err)
	if len(faults) != 2 || faults[0].File != "base.yaml" || faults[1].File != "faits.yaml" {
		t.Errorf("%v", err)
	}
}

// wholeBase is a small sound base with every file, to be broken one file at a time.
func wholeBase(t testing.TB) *txtar.Archive {
	t.Helper()
	a, err := txtar.ParseFile("testdata/entiere.txtar")
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// loads reads and checks the whole base with one of its files said otherwise. Whatever that file
// says, nothing panics, and each fault has its place and its cause.
func loads(t testing.TB, a *txtar.Archive, file int, data string) []*Fault {
	t.Helper()
	m := tiny(a)
	m[a.Files[file].Name] = &fstest.MapFile{Data: []byte(data)}
	b, err := Load(m)
	faults := Faults(err)
	switch {
	case err != nil && len(faults) == 0:
		t.Fatalf("une erreur sans faute : %v", err)
	case err == nil:
		b.Decide(FactSet{}, today)
		r := b.Check()
		faults = slices.DeleteFunc(r.Faults, func(f *Fault) bool { return f.File == "fiches" }) // it has none for most themes
	}
	for _, f := range faults {
		if f.File == "" || f.Problem == "" {
			t.Errorf("faute sans lieu ou sans cause : %+v", f)
		}
	}
	for i, f := range faults {
		for _, g := range faults[:i] {
			if f.Place == g.Place && f.Problem == g.Problem {
				t.Errorf("faute dite deux fois : %v", f)
			}
		}
	}
	return faults
}

// breaks are the ways in which a person spoils a line: forgotten, emptied, misspelt, made an item.
var breaks = map[string]func(line string) string{
	"retirée":       func(string) string { return "" },
	"vidée":         func(l string) string { return regexp.MustCompile(`: .*`).ReplaceAllString(l, ":") },
	"mal nommée":    func(l string) string { return regexp.MustCompile(`(\w):( |$)`).ReplaceAllString(l, "${1}x:$2") },
	"mal valuée":    func(l string) string { return regexp.MustCompile(`[=:]( ?)(\w+)`).ReplaceAllString(l, "=$1${2}x") },
	"mise en liste": func(l string) string { return regexp.MustCompile(`(\w+: )(.+)`).ReplaceAllString(l, "$1[$2]") },
	"un seul champ": func(l string) string { return regexp.MustCompile(`(, \w+: [^,{}\[\]]+)`).ReplaceAllString(l, "") },
	"en un élément": func(l string) string { return "- " + l },
	"décalée":       func(l string) string { return " " + l },
}

// TestBrokenLines spoils each line of the whole base in turn.
func TestBrokenLines(t *testing.T) {
	a := wholeBase(t)
	for _, f := range loads(t, a, 0, string(a.Files[0].Data)) {
		t.Fatalf("la base entière n'est pas saine : %v", f)
	}
	told := 0
	for i, f := range a.Files {
		lines := strings.Split(strings.TrimSuffix(string(f.Data), "\n"), "\n")
		for k := range lines {
			for _, spoil := range breaks {
				spoilt := slices.Clone(lines)
				spoilt[k] = spoil(lines[k])
				told += len(loads(t, a, i, strings.Join(spoilt, "\n")+"\n"))
			}
		}
	}
	if told == 0 {
		t.Error("aucune ligne cassée n'est une faute")
	}
}

// TestOneCause: one thing wrong is one fault, however much of the base rests on it.
func TestOneCause(t *testing.T) {
	a := wholeBase(t)
	for _, c := range []struct{ file, was, is, want string }{
		{"base.yaml", "verifie_jusqu_au: 2026-01-01", "verifie_jusqu_au: [2026-01-01]", "on attend un texte"},
		{"faits.yaml", "cle: mandat", "cle mandat", "YAML mal formé"},
		{"faits.yaml", "cle: mandat", "clef: mandat", "champ inconnu « clef »"},
		{"faits.yaml", "cle: mandat", "cle: [mandat]", "on attend un texte"},
		{"faits.yaml", "- cle: mandat\n", "", "champ « libelle » écrit deux fois"},
		{"faits.yaml", "{id: juge,", "{di: juge,", "champ inconnu « di »"},
		{"faits.yaml", "presomption: non", "presomption: [non]", "on attend un texte"},
		{"faits.yaml", "valeur: judiciaire", "valeur: [judiciaire]", "on attend un texte"},
		{"definitions.yaml", "{id: justice", "{id justice", "il manque « : » après « id »"},
		{"definitions.yaml", "{id: justice", "{id: \"justice", "YAML mal formé"},
		{"coherence.yaml", "alors: cri=oui", "alors: cri=peut", "valeur inconnue « peut »"},
		{"raccourcis.yaml", "{ecrit: ", "{ecris: ", "champ inconnu « ecris »"},
		{"dispositions/t.yaml", "- ref: T 1\n", "- ref: T 1\n ref: T 2\n", "YAML mal formé"},
		{"dispositions/t.yaml", "ref: T 1", "re: T 1", "champ inconnu « re »"},
		{"dispositions/t.yaml", "statut: exact", "statu: exact", "champ inconnu « statu »"},
		{"dispositions/t.yaml", "versions: [{du: avant_2008", "versions: {[du: avant_2008", "YAML mal formé"},
		{"enonces.yaml", "{id: E1,", "{id E1,", "il manque « : » après « id »"},
		{"regles/r.yaml", "theme: maire", "theme: [maire]", "on attend un texte"},
		{"regles/r.yaml", "alors: autorise", "alors: [autorise]", "on attend un texte"},
		{"regles/r.yaml", "du: 2016-03-16", "du: [2016-03-16]", "on attend un texte"},
		{"regles/r.yaml", "document_seul: oui", "document_seul: [oui]", "on attend un texte"},
		{"regles/r.yaml", "- id: maire.accord", "- idd: maire.accord", "champ inconnu « idd »"},
		{"fiches/f.yaml", "{id: maire,", "{di: maire,", "champ inconnu « di »"},
		{"invariants.yaml", "meme_verdict: mandat", "meme_verdict: mandt", "fait inconnu « mandt »"},
	} {
		i := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == c.file })
		data := strings.Replace(string(a.Files[i].Data), c.was, c.is, 1)
		faults := loads(t, a, i, data)
		if len(faults) != 1 || !strings.Contains(faults[0].Problem, c.want) {
			t.Errorf("%s : « %s » au lieu de « %s » : %d fautes, attendu la seule « %s »", c.file, c.is, c.was, len(faults), c.want)
			for _, f := range faults {
				t.Log(f)
			}
		}
	}
}

// FuzzLoad: whatever one file of a base says, it loads and can decide, or each fault is told with its
// place.
func FuzzLoad(f *testing.F) {
	a := wholeBase(f)
	for i, file := range a.Files {
		f.Add(uint8(i), string(file.Data))
		f.Add(uint8(i), "\t- a")
		f.Add(uint8(i), "- [")
	}
	f.Fuzz(func(t *testing.T, file uint8, data string) { loads(t, a, int(file)%len(a.Files), data) })
}
