package rules

import (
	"testing"
	"testing/fstest"
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
