package rules

import (
	"regexp"
	"testing"
)

// TestChanged: « modifié depuis 2008 » is said of each text that is known to have changed, if only in its words, if
// nobody knows the day; « inchangé » of what was compared only.
func TestChanged(t *testing.T) {
	b := base(t)
	for _, c := range []struct {
		name      string
		on        Date
		changed   bool
		words     bool
		since     Precision
		later     Precision
		unchanged bool
	}{
		{name: "CP 226-13", on: today, unchanged: true},
		{name: "CASF L226-2-2", on: today, unchanged: true},
		{name: "CPC 1187", on: today}, // read in 2008 and in 2026; that nothing changed is not established
		{name: "CASF L121-6-2", on: today, changed: true, words: true},
		{name: "CASF L121-6-2", on: SourceDate},
		{name: "CASF L226-3", on: Date{2015, 6, 1}, changed: true, words: true},
		{name: "CASF L226-3", on: today, changed: true, since: ToTheMonth},
		{name: "CC 375", on: today, changed: true, since: AtLatest},
		{name: "CC 375", on: Date{2020, 1, 1}, changed: true, words: true, later: AtLatest},
		{name: "CASF L226-5", on: SourceDate, later: AtLatest},
		{name: "CPP 60-1", on: Date{2009, 7, 1}, changed: true, since: ToTheMonth, later: ToTheMonth},
	} {
		p := b.byName[c.name]
		if p == nil {
			t.Fatalf("%s manque", c.name)
		}
		got := p.cite(c.on)
		if got.Changed != c.changed || got.Words != c.words || got.SinceSure != c.since || got.LaterSure != c.later || got.Unchanged != c.unchanged {
			t.Errorf("%s au %s : %+v", c.name, c.on, got)
		}
	}
}

// tellsChange matches words by which a note would tell of a change.
var tellsChange = regexp.MustCompile(`(?i)ajout|modifi|chang|remplac|abrog|rédaction de|version de|a fait place|nouve(au|lle)`)

// TestNotesTellNoChange: what a note tells of a change stands as a version too: else the answer would say that none
// was found.
func TestNotesTellNoChange(t *testing.T) {
	notes := 0
	for _, p := range base(t).provisions {
		if p.Verified.Note == "" {
			continue
		}
		notes++
		if last := p.Versions[len(p.Versions)-1]; last.From.IsZero() && p.Until.IsZero() && tellsChange.MatchString(p.Verified.Note) {
			t.Errorf("%s:%d : %s n'a pas de version après 2008, et sa note dit : %s", p.Place.File, p.Place.Line, p.Name(), p.Verified.Note)
		}
	}
	if notes == 0 {
		t.Error("aucune note lue")
	}
}

// TestGaps: where the document of 2008 errs, omits or simplifies, the provision says so in a sentence.
func TestGaps(t *testing.T) {
	b := base(t)
	for _, p := range b.provisions {
		if s := p.Document.Status; s != "" && s != "exact" && s != "posterieur" && p.Document.Gap == "" {
			t.Errorf("%s:%d : %s, « %s » sans écart", p.Place.File, p.Place.Line, p.Name(), s)
		}
	}
	for _, name := range []string{ // right, but for what they leave out
		"CASF L221-6", "CASF L226-2-1", "CASF L226-2-2", "CASF L311-3", "CASF L411-3", "CP 434-3", "CP 434-11",
		"CPP 60-1", "CPP 109", "Loi 2007-297", "Circ. 9 mai 2007", "Code pénal 1810 art. 378",
	} {
		if p := b.byName[name]; p == nil || p.cite(SourceDate).Gap == "" {
			t.Errorf("%s ne dit pas ce que le document en omet", name)
		}
	}
}
