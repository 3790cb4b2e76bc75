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
		faults = r.Faults
	}
	for _, f := range faults {
		if f.File == "" || f.Problem == "" {
			t.Errorf("faute sans lieu ou sans cause : %+v", f)
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
		if f.File != "fiches" { // it has no fiche for most themes
			t.Fatalf("la base entière n'est pas saine : %v", f)
		}
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
