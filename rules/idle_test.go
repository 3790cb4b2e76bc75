package rules

import (
	"path/filepath"
	"slices"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestIdleExceptions compares the search for what an exception changes with the whole space of small bases,
// walked point by point, with and without each of their exceptions.
func TestIdleExceptions(t *testing.T) {
	files, err := filepath.Glob("testdata/logique/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	serves := map[bool]int{}
	for _, file := range append(files, "testdata/entiere.txtar", "testdata/fautes/exception_morte.txtar") {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		b, err := Load(tiny(a))
		if err != nil {
			t.Fatal(file, err)
		}
		for _, r := range b.rules {
			for i, pat := range r.excepts {
				x := rewired{b: b, r: r}
				if !x.cut(i) {
					continue
				}
				got := x.serves()
				if want := pointByPoint(b, x.less); got != want {
					t.Errorf("%s : « %s » sans « %s » : change %v, attendu %v", file, r.ID, pat, got, want)
				}
				serves[got]++
			}
		}
	}
	if serves[true] == 0 || serves[false] == 0 {
		t.Errorf("des exceptions qui servent et d'autres qui ne servent pas : %v", serves)
	}
}

// pointByPoint reports whether two bases of the same facts decide otherwise somewhere, on some day.
func pointByPoint(b, o *Base) bool {
	points := []FactSet{{}}
	for _, f := range b.facts {
		var next []FactSet
		for _, p := range points {
			for v := range f.exact() {
				next = append(next, p.With(f.is(v)))
			}
		}
		points = next
	}
	for _, e := range b.epochs {
		for _, p := range points {
			d, od := b.Decide(p, e.from), o.Decide(p, e.from)
			slices.Sort(d.Rules)
			slices.Sort(od.Rules)
			if d.Verdict != od.Verdict || !slices.Equal(d.Rules, od.Rules) {
				return true
			}
		}
	}
	return false
}
