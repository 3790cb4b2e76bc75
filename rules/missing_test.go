package rules

import (
	"slices"
	"strings"
	"testing"
)

// TestOpenings: « gardez le silence » says which danger, not spoken of, would change it.
func TestOpenings(t *testing.T) {
	b := base(t)
	for _, c := range []struct{ facts, opens string }{
		{"destinataire=procureur", "maltraitance mineur_en_danger mineur_compromis crime_evitable disparition_mineur disparition_majeur"},
		{"destinataire=procureur,maltraitance=non,mineur_en_danger=non", "mineur_compromis crime_evitable disparition_mineur disparition_majeur"},
		{"destinataire=prefet", "arme"},
		{"destinataire=presse", ""},
		{"destinataire=maire", ""},                              // not forbidden
		{"destinataire=procureur,violences_couple=oui", ""},     // a danger was said: peril is reserved
		{"destinataire=police,peril=oui", ""},                   // one must act
		{"destinataire=procureur,tenu_au_secret=non", ""},       // another verdict
		{"destinataire=prefet,arme=oui,peril=non", ""},          // already open
		{"destinataire=prefet,arme=non,radicalisation=oui", ""}, // said, and it changes nothing
		{"destinataire=prefet,disparition_mineur=non", "arme"},  // another danger said « non »
		{"destinataire=police,maltraitance=non", "crime_evitable disparition_mineur disparition_majeur"},
	} {
		f, err := b.ParseFacts(c.facts)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, o := range b.Openings(f, Date{2026, 11, 24}) {
			got = append(got, string(o.Danger.Key))
			if o.Danger.Label == "" {
				t.Errorf("%s : %s sans libellé", c.facts, o.Danger.Key)
			}
		}
		if want := strings.Fields(c.opens); !slices.Equal(got, want) {
			t.Errorf("%s : ouvre %v, attendu %v", c.facts, got, want)
		}
	}
}
