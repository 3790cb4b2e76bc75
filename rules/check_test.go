package rules

import (
	"fmt"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestCheckOneDay: given a day, Check tells nothing of another, and counts what it looked at.
func TestCheckOneDay(t *testing.T) {
	a, err := txtar.ParseFile("testdata/fautes/rupture_sans_texte.txtar") // a rule of 2012, without reason
	if err != nil {
		t.Fatal(err)
	}
	b, err := Load(tiny(a))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		on            []Date
		rules, faults int
	}{
		{nil, 2, 2},
		{[]Date{SourceDate}, 1, 0},
		{[]Date{{2013, 1, 1}}, 2, 2},
	} {
		r := b.Check(c.on...)
		if r.Rules != c.rules || r.Written.Rules != 2 || len(r.Faults) != c.faults {
			t.Errorf("%v : %d règles sur %d, %d fautes, attendu %d et %d", c.on, r.Rules, r.Written.Rules, len(r.Faults), c.rules, c.faults)
		}
	}
}

// TestCitationsOfEachDay: what is cited over a run of days is what would be cited on the first and on
// the last of them.
func TestCitationsOfEachDay(t *testing.T) {
	b := base(t)
	compared := 0
	same := func(e *epoch, on Date) {
		for i := range e.active.all() {
			r := b.ranked[i]
			if kept, cited := fmt.Sprint(e.citations[i]), fmt.Sprint(b.Cite(r.Texts, on)); kept != cited {
				t.Errorf("%s au %s :\n%s\n%s", r.ID, on, kept, cited)
			}
			compared++
		}
	}
	last := b.epochs[len(b.epochs)-1].from
	for on := SourceDate; on.Before(last); on = on.next() {
		e, after := b.epochAt(on), b.epochAt(on.next())
		if e != after {
			same(e, on)
			same(after, on.next())
		}
	}
	if compared == 0 {
		t.Error("rien n'a été comparé")
	}
}
