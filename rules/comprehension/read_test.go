package comprehension

import (
	"io/fs"
	"strings"
	"testing"

	"motus/rules"
)

var today = rules.Date{Year: 2026, Month: 11, Day: 23}

func reader(t testing.TB) (*Reader, *rules.Base) { return readerBy(t, New) }

// byWords is a reader that goes by the words alone, for the tests of what they give.
func byWords(t testing.TB) (*Reader, *rules.Base) { return readerBy(t, wordReader) }

func readerBy(t testing.TB, makes func(*rules.Base, fs.FS) (*Reader, error)) (*Reader, *rules.Base) {
	t.Helper()
	b, err := rules.Default()
	if err != nil {
		t.Fatal(err)
	}
	r, err := makes(b, rules.Files())
	if err != nil {
		t.Fatal(err)
	}
	return r, b
}

// TestCasesAsTyped reads the settled questions on the mayor, witnesses, peril, police,
// réquisitions and sharing as they were typed, and wants the verdict settled for their facts. The
// weights learned from them too: it shows that nothing since has undone it, not how others are read.
func TestCasesAsTyped(t *testing.T) {
	r, b := reader(t)
	tried := 0
	cases := b.Cases()
	for i := range cases {
		c := &cases[i]
		group, _, _ := strings.Cut(c.ID, "-")
		if !strings.Contains(" maire temoin peril police requisition partage ", " "+group+" ") {
			continue
		}
		tried++
		q := r.Read(c.Question, Question{})
		if q.Kind != Decision {
			t.Errorf("%s « %s » : genre %d, fiche %v", c.ID, c.Question, q.Kind, q.Card)
			continue
		}
		for _, at := range []struct {
			on   rules.Date
			want rules.Expect
		}{{today, c.Today}, {rules.SourceDate, c.Then}} {
			typed := *c
			typed.Facts = q.Facts
			want := at.want
			want.Conditions = nil // what is left open may be told in the question
			if problem := verdictOf(b, q.Facts, at.on, want); problem != "" {
				t.Errorf("%s au %s « %s » : %s\n  lu %v\n  dit %v", c.ID, at.on, c.Question, problem, b.Known(q.Facts), b.Known(c.Facts))
			}
		}
	}
	if tried < 30 {
		t.Fatalf("%d questions seulement", tried)
	}
}

func verdictOf(b *rules.Base, f rules.FactSet, on rules.Date, want rules.Expect) string {
	if want.Skip {
		return ""
	}
	d := b.Decide(f, on)
	switch {
	case want.Clarification != "" && d.Ask != want.Clarification:
		return "attendu la question " + string(want.Clarification) + ", obtenu " + d.Verdict.String() + string(d.Ask)
	case want.Clarification == "" && d.Verdict != want.Verdict:
		return "attendu " + want.Verdict.String() + ", obtenu " + d.Verdict.String() + " " + string(d.Ask) + d.Conflict
	}
	return ""
}

// FuzzRead: any text is read without harm, and its spans are within it.
func FuzzRead(f *testing.F) {
	r, b := reader(f)
	for _, s := range []string{"peut-on informer le maire ?", "", "é\xff’", "et au procureur ?", "226-14 ?"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		q := r.Read(text, Question{})
		for _, s := range q.Spans {
			if s.Start < 0 || s.End > len(text) || s.Start > s.End {
				t.Errorf("%+v hors de %q", s, text)
			}
		}
		if q.Kind == Notion && q.Card == nil {
			t.Error("une notion sans fiche")
		}
		if q.Kind == Decision {
			b.Decide(q.Facts, today)
		}
	})
}

// TestSurface: case, accents, apostrophes and spaces change nothing.
func TestSurface(t *testing.T) {
	r, b := reader(t)
	cases := b.Cases()
	for i := range cases {
		text := cases[i].Question
		want := r.Read(text, Question{})
		for name, change := range map[string]func(string) string{
			"majuscules":  strings.ToUpper,
			"apostrophes": func(s string) string { return strings.ReplaceAll(s, "'", "’") },
			"espaces":     func(s string) string { return "  " + strings.ReplaceAll(s, " ", "  ") },
		} {
			if got := r.Read(change(text), Question{}); got.Kind != want.Kind || got.Facts != want.Facts || got.Modality != want.Modality {
				t.Errorf("%s, %s : lu %v au lieu de %v", cases[i].ID, name, b.Known(got.Facts), b.Known(want.Facts))
			}
		}
	}
}

// TestCasesWithFacts reads every settled question with its facts given: the text may add nothing
// that changes the verdict.
func TestCasesWithFacts(t *testing.T) {
	r, b := reader(t)
	cases := b.Cases()
	for i := range cases {
		c := &cases[i]
		q := r.With(r.Read(c.Question, Question{}), c.Facts)
		if q.Kind != Decision {
			t.Errorf("%s : genre %d", c.ID, q.Kind)
			continue
		}
		for _, at := range []struct {
			on   rules.Date
			want rules.Expect
		}{{today, c.Today}, {rules.SourceDate, c.Then}} {
			if problem := verdictOf(b, q.Facts, at.on, at.want); problem != "" {
				t.Errorf("%s au %s « %s » : %s\n  lu %v\n  dit %v", c.ID, at.on, c.Question, problem, b.Known(q.Facts), b.Known(c.Facts))
			}
		}
	}
}
