package rules

import "testing"

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
