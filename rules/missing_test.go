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
