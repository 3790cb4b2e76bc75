package rules

import (
	"slices"
	"strings"
	"testing"
)

// TestOpenings: an answer says what was not spoken of and would change it.
func TestOpenings(t *testing.T) {
	b := base(t)
	for _, c := range []struct{ facts, opens string }{
		{"destinataire=procureur", "maltraitance violences_couple mineur_en_danger mineur_compromis crime_evitable crime_passe delit emprise disparition_mineur disparition_majeur innocent_detenu"},
		{"destinataire=procureur,maltraitance=non,mineur_en_danger=non", "violences_couple mineur_compromis crime_evitable crime_passe delit emprise disparition_mineur disparition_majeur innocent_detenu"},
		{"destinataire=prefet", "maltraitance violences_couple crime_evitable crime_passe arme disparition_mineur"},
		{"destinataire=presse", ""},
		{"destinataire=maire", "disparition_mineur"}, // not forbidden, and only this would make it a duty
		{"destinataire=procureur,violences_couple=oui", "maltraitance mineur_en_danger mineur_compromis crime_evitable crime_passe delit disparition_mineur disparition_majeur innocent_detenu"},
		{"destinataire=police,peril=oui", ""}, // a duty already
		{"destinataire=procureur,tenu_au_secret=non", "maltraitance violences_couple crime_evitable crime_passe delit disparition_mineur innocent_detenu"}, // what would oblige
		{"destinataire=prefet,arme=oui,peril=non", "disparition_mineur"},                                                                                   // already open: only a duty is told
		{"destinataire=prefet,arme=non,radicalisation=oui", "maltraitance violences_couple crime_evitable crime_passe disparition_mineur"},                 // said, and it changes nothing
		{"destinataire=prefet,disparition_mineur=non", "maltraitance violences_couple crime_evitable crime_passe arme"},                                    // another danger said « non »
		{"destinataire=police,maltraitance=non", "violences_couple mineur_en_danger crime_evitable crime_passe disparition_mineur disparition_majeur innocent_detenu"},
	} {
		f, err := b.ParseFacts(c.facts)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, o := range b.Openings(f, Date{2026, 11, 24}) {
			got = append(got, string(o.Key))
			if o.Label == "" {
				t.Errorf("%s : %s sans libellé", c.facts, o.Key)
			}
		}
		if want := strings.Fields(c.opens); !slices.Equal(got, want) {
			t.Errorf("%s : ouvre %v, attendu %v", c.facts, got, want)
		}
	}
}

// TestConditionsKeepTheVerdict: what is allowed « sous conditions » is allowed once they are met:
// no condition wakes a duty, or a silence, that the answer had not told.
func TestConditionsKeepTheVerdict(t *testing.T) {
	b := base(t)
	tried := 0
	try := func(name string, f FactSet, on Date) {
		d := b.Decide(f, on)
		if !d.Conditional() {
			return
		}
		met := f
		for _, c := range d.Conditions {
			value, _, _ := strings.Cut(c.Expected, "|")
			v, err := b.Value(string(c.Key), value)
			if err != nil {
				t.Fatalf("%s : la condition %s=%s : %v", name, c.Key, c.Expected, err)
			}
			met = met.With(v)
		}
		tried++
		if got := b.Decide(met, on); got.Verdict != d.Verdict {
			t.Errorf("%s au %s : %s sous conditions ; remplies, %s %s\n  %v", name, on, d.Verdict, got.Verdict, got.Ask, b.Known(met))
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
			for i, fact := range b.facts {
				for v := range fact.Values {
					add(f.With(Value{uint8(i), uint8(v)}))
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

// TestMissingFirst: while a fact that decides is open, nothing else is asked for: what to ask next
// depends on the answer.
func TestMissingFirst(t *testing.T) {
	b := base(t)
	for _, c := range []struct{ facts, missing string }{
		{"maltraitance=oui", "peril destinataire"}, // a danger in doubt before all
		{"destinataire=juge", "mandat"},
		{"destinataire=juge,mandat=judiciaire", "ce_juge_mandate"},
		{"destinataire=maire", "aggravation intervenant but strictement_necessaire"},
	} {
		f, err := b.ParseFacts(c.facts)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, k := range b.Decide(f, Date{2026, 11, 24}).Missing {
			got = append(got, string(k))
		}
		if want := strings.Fields(c.missing); !slices.Equal(got, want) {
			t.Errorf("%s : manque %v, attendu %v", c.facts, got, want)
		}
	}
}
