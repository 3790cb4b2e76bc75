package rules

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "réécrit les fichiers attendus ; relire la différence à voix haute")

// common is what every tiny base shares, so that a test shows only its point.
var common = map[string]string{
	"base.yaml":    "version: essai\nverifie_jusqu_au: 2026-01-01\n",
	"enonces.yaml": "- {id: E1, section: \"1\", theme: notion, dit: \"Un énoncé.\"}\n",
	"dispositions/t.yaml": "- {ref: T 1, titre: Texte un, versions: [{du: avant_2008, dit: \"Dit.\"}], verifie: {jusqu_au: 2026-01-01, confiance: haute}}\n" +
		"- {ref: T 2, titre: Texte deux, versions: [{du: 2016-03-16, dit: \"Dit.\"}], verifie: {jusqu_au: 2026-01-01, confiance: haute}}\n",
}

// tiny lays out the files of an archive as a base's folder.
func tiny(a *txtar.Archive) fstest.MapFS {
	m := fstest.MapFS{}
	for name, data := range common {
		m[name] = &fstest.MapFile{Data: []byte(data)}
	}
	for _, f := range a.Files {
		if f.Name != "décisions" && f.Name != "faute" { // what is expected is no file of the base
			m[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	return m
}

// eachArchive runs every txtar of a folder; an empty folder fails.
func eachArchive(t *testing.T, pattern, want string, run func(t *testing.T, a *txtar.Archive) string) {
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("aucun fichier pour %s", pattern)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := run(t, a)
			for i := range a.Files {
				if a.Files[i].Name != want {
					continue
				}
				if string(a.Files[i].Data) == got {
					return
				}
				if !*update {
					t.Fatalf("attendu :\n%s\nobtenu :\n%s", a.Files[i].Data, got)
				}
				a.Files[i].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			t.Fatalf("%s n'a pas de partie %s", file, want)
		})
	}
}

// TestLogic plays one point of default logic a file. The part « décisions » holds questions, each
// « ? faits @ jour », and below each what the core says.
func TestLogic(t *testing.T) {
	eachArchive(t, "testdata/logique/*.txtar", "décisions", func(t *testing.T, a *txtar.Archive) string {
		b, err := Load(tiny(a))
		if err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		for _, f := range a.Files {
			if f.Name != "décisions" {
				continue
			}
			for _, line := range strings.Split(string(f.Data), "\n") {
				ask, ok := strings.CutPrefix(line, "? ")
				if !ok {
					continue
				}
				facts, day, _ := strings.Cut(ask, " @ ")
				on := SourceDate
				if day != "" {
					if on, err = ParseDate(strings.TrimSpace(day)); err != nil {
						t.Fatal(err)
					}
				}
				if facts == "rien" {
					facts = ""
				}
				set, err := b.ParseFacts(facts)
				if err != nil {
					t.Fatal(err)
				}
				out.WriteString(line + "\n" + explain(b.Decide(set, on)))
			}
		}
		return out.String()
	})
}

// explain prints a decision and its trace, one thing a line.
func explain(d Decision) string {
	var s strings.Builder
	say := func(format string, args ...any) { fmt.Fprintf(&s, "    "+format+"\n", args...) }
	switch {
	case d.Conflict != "":
		say("contradiction : %s", d.Conflict)
		return s.String()
	case d.Ask != "":
		say("demande %s", d.Ask)
	default:
		say("%s %v", d.Verdict, d.Rules)
	}
	for _, c := range d.Conditions {
		say("si %s=%s (%s)", c.Key, c.Expected, c.Label)
	}
	if d.Else != NoVerdict {
		say("sinon %s", d.Else)
	}
	for _, p := range d.Presumed {
		say("présumé %s=%s", p.Key, p.Value)
	}
	if d.Reserve != nil {
		say("réserve %s=%s : %s", d.Reserve.Key, d.Reserve.Value, d.Reserve.Verdict)
	}
	if len(d.Missing) > 0 {
		say("manque %v", d.Missing)
	}
	for _, st := range d.Trace() {
		line := fmt.Sprintf("· %s %s", st.Rule.ID, st.Outcome)
		if st.On != nil {
			line += " (" + string(st.On.Key) + ")"
		}
		if st.By != nil {
			line += " par " + string(st.By.ID)
		}
		say("%s", line)
	}
	return s.String()
}

// TestFaults reads tiny broken bases and compares every word of what is said of them, by Load if
// it refuses them, else by Check.
func TestFaults(t *testing.T) {
	eachArchive(t, "testdata/fautes/*.txtar", "faute", func(t *testing.T, a *txtar.Archive) string {
		return tell(t, tiny(a))
	})
}

func tell(t *testing.T, fsys fs.FS) string {
	b, err := Load(fsys)
	faults := Faults(err)
	if err == nil {
		r := b.Check()
		faults = r.Faults
	}
	if len(faults) == 0 {
		t.Fatal("aucune faute trouvée")
	}
	var s strings.Builder
	for _, f := range faults {
		s.WriteString(f.Error() + "\n")
	}
	return s.String()
}
