package rules

import (
	"strings"
	"testing"
)

// TestConditions: what holds « sous conditions » holds outright once all of them are met, and « sinon »
// holds outright once one fails, unless another way to the verdict was told, or stays open.
func TestConditions(t *testing.T) {
	b := base(t)
	tried, told := 0, 0
	try := func(name string, f FactSet, on Date) {
		d := b.Decide(f, on)
		if !d.Conditional() || told > 40 {
			return
		}
		tried++
		say := func(format string, args ...any) {
			told++
			t.Errorf("%s au %s, %v : %s si %v sinon %s ; "+format, append([]any{name, on, b.Known(f), d.Verdict, d.Conditions, d.Else}, args...)...)
		}
		met := f
		for _, c := range d.Conditions {
			met = met.With(b.must(t, string(c.Key), firstOf(c.Expected)))
		}
		if got := b.Decide(met, on); got.Conflict != "" || got.Verdict != d.Verdict || got.Conditional() {
			say("remplies, %s %s %v %s", got.Verdict, got.Ask, got.Conditions, got.Conflict)
		}
		if d.Else == NoVerdict {
			return // nothing is said
		}
		ways := d.OtherWays()
		for _, c := range d.Conditions {
			if strings.Contains(c.Label, "hors ce cas") {
				continue // several facts would have to be so
			}
			fact := b.factByKey[c.Key]
			for i, v := range fact.Values[:fact.exact()] {
				if inOneOf(c.Expected, v.ID) {
					continue
				}
				got := b.Decide(f.With(fact.is(i)), on)
				if got.Conflict != "" || got.Verdict == d.Else && !got.Conditional() {
					continue
				}
				if got.Conditional() && b.unsaidIn(f, on, got) {
					continue // it hangs on what whoever asks names unprompted
				}
				if got.Ask != "" && len(ways) > 0 {
					continue
				}
				if got.Verdict == d.Verdict && got.Conditional() && (len(ways) > 0 || strings.Contains(c.Label, " ou ")) {
					continue // it was told
				}
				say("%s=%s : %s si %v sinon %s, demande %s", c.Key, v.ID, got.Verdict, got.Conditions, got.Else, got.Ask)
			}
		}
	}
	for _, on := range []Date{today, SourceDate} {
		for i := range b.cases {
			try(b.cases[i].ID, b.cases[i].Facts, on)
		}
		for _, r := range b.rules {
			for _, ex := range r.Examples {
				try(string(r.ID), ex.Facts, on)
			}
		}
		one := func(f FactSet, add func(FactSet)) {
			for _, fact := range b.facts {
				for v := range fact.Values {
					add(f.With(fact.is(v)))
				}
			}
		}
		one(FactSet{}, func(f FactSet) {
			try("un fait", f, on)
			one(f, func(g FactSet) { try("deux faits", g, on) })
		})
	}
	if tried < 1000 {
		t.Errorf("%d essais seulement", tried)
	}
}

// unsaidIn reports whether what a decision hangs on, or the rule that gives it, would take a fact that
// whoever asks names unprompted.
func (b *Base) unsaidIn(f FactSet, on Date, d Decision) bool {
	for _, c := range d.Conditions {
		if b.factByKey[c.Key].Named {
			return true
		}
	}
	var v view
	b.see(&f, nil, &v)
	var s standing
	b.weigh(b.epochAt(on), &v.w, &s)
	r := b.ruleByID[d.Rules[0]]
	if s.hold(r.rank) != open {
		return false
	}
	_, unsaid := b.needs(r, &v.w, &s)
	return unsaid
}

func firstOf(expected string) string {
	v, _, _ := strings.Cut(expected, "|")
	return v
}

func inOneOf(expected, id string) bool {
	for _, v := range strings.Split(expected, "|") {
		if v == id {
			return true
		}
	}
	return false
}

func (b *Base) must(t *testing.T, key, value string) Value {
	t.Helper()
	v, err := b.Value(key, value)
	if err != nil {
		t.Fatal(err)
	}
	return v
}
