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
		{"destinataire=juge,mandat=judiciaire", "ce_juge_mandate mesure"}, // which text it is due by
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

// TestMinorOfUnknownAge: of « mineur » alone, the age is asked where the 15 years decide, on that day, and there
// only.
func TestMinorOfUnknownAge(t *testing.T) {
	b := base(t)
	then, now := SourceDate, today
	for _, c := range []struct {
		facts string
		on    Date
		says  Verdict // NoVerdict: the age is asked
	}{
		{"maltraitance=oui,destinataire=procureur,tenu_au_secret=non,peril=non", then, NoVerdict}, // CP 434-3 before 2016
		{"maltraitance=oui,destinataire=procureur,tenu_au_secret=non,peril=non", now, Required},
		{"maltraitance=oui,destinataire=procureur,peril=non", then, Allowed}, // CP 226-14, 1°: any minor
		{"maltraitance=oui,destinataire=procureur,peril=non", now, Allowed},
		{"maltraitance=oui,destinataire=president_cd,mission=ase,peril=non", then, Required},
		{"maltraitance=oui,destinataire=presse,peril=non", then, Forbidden},
		{"disparition_mineur=oui,destinataire=police,peril=non", then, NoVerdict}, // CP 434-4-1, on both days
		{"disparition_mineur=oui,destinataire=police,peril=non", now, NoVerdict},
		{"violences_couple=oui,destinataire=procureur,tenu_au_secret=non,peril=non", then, NoVerdict},
		{"violences_couple=oui,destinataire=procureur,tenu_au_secret=non,peril=non", now, Required},
	} {
		f, err := b.ParseFacts(c.facts + ",age_victime=mineur")
		if err != nil {
			t.Fatal(err)
		}
		d := b.Decide(f, c.on)
		if asks := slices.Contains(d.Missing, "age_victime"); d.Verdict != c.says || asks != (c.says == NoVerdict) {
			t.Errorf("%s, le %s : %s, âge demandé : %v ; attendu %s", c.facts, c.on, d.Verdict, asks, c.says)
		}
	}
}

// TestRefine: what says a fact more closely is kept, what says something else is not.
func TestRefine(t *testing.T) {
	b := base(t)
	for _, c := range []struct{ known, said, want string }{
		{"age_victime=mineur", "de_15_a_17", "de_15_a_17"},
		{"age_victime=mineur", "majeur", "mineur_age_inconnu"},
		{"age_victime=moins_de_15", "mineur_age_inconnu", "moins_de_15"},
		{"age_victime=moins_de_15", "de_15_a_17", "moins_de_15"},
		{"", "majeur", ""},
	} {
		f, err := b.ParseFacts(c.known)
		if err != nil {
			t.Fatal(err)
		}
		v, err := b.Value("age_victime", c.said)
		if err != nil {
			t.Fatal(err)
		}
		if got := b.Get(b.Refine(f, v), "age_victime"); got != c.want {
			t.Errorf("%q, précisé par %s : %s, attendu %s", c.known, c.said, got, c.want)
		}
	}
}
